public import RegistryEvents

extension InclusionFiled {
  /// The application with its list of units (Appendix 3): in it where the act then fits its 49,152 bytes, and otherwise in numbered parts,
  /// whose number the application announces (format §1). The parts are filed as ``UnitsListed`` once the application has an id.
  ///
  /// - Throws: `unit-list-invalid` where there are more than a thousand parts.
  public func listing(_ units: [Unit]) throws(RegistryError) -> (filing: InclusionFiled, parts: [[Unit]]) {
    var filing = self
    (filing.units, filing.parts) = (units, 0)
    if units.count <= UnitParts.largestUnitCount, UnitParts.byteCount(filing) <= UnitParts.room { return (filing, []) }
    let parts = try UnitParts.split(units)
    (filing.units, filing.parts) = ([], Int64(parts.count))
    return (filing, parts)
  }
}

/// Splits lists that one act does not hold.
enum UnitParts {
  /// What of the 49,152 bytes of an act its `what` may take: the envelope, with sixteen signers, has fewer than 2,048.
  static let room = 49_152 - 2_048
  /// The most units of a part, and the most parts (``UnitsListed``).
  static let largestUnitCount = 1000
  static let largestPartCount = 1000

  /// The length of a `what`.
  static func byteCount(_ payload: some ActPayload) -> Int { CanonicalWriter.bytes(of: payload.what).count }

  /// The units in as few parts as hold them in their order.
  static func split(_ units: [Unit]) throws(RegistryError) -> [[Unit]] {
    let filing = UUIDv7(milliseconds: 0, random: (0, 0))
    let frame = byteCount(UnitsListed(filing: filing, number: Int64(largestPartCount), units: []))
    var parts: [[Unit]] = []
    var part: [Unit] = []
    var used = frame
    for unit in units {
      // With the comma before it.
      let length =
        byteCount(UnitsListed(filing: filing, number: Int64(largestPartCount), units: [unit])) - frame + 1
      if !part.isEmpty, used + length > room || part.count == largestUnitCount {
        parts.append(part)
        (part, used) = ([], frame)
      }
      part.append(unit)
      used += length
    }
    if !part.isEmpty { parts.append(part) }
    guard parts.count <= largestPartCount else {
      throw RegistryError(.unitListInvalid, detail: "\(parts.count) parts, more than \(largestPartCount)")
    }
    return parts
  }
}
