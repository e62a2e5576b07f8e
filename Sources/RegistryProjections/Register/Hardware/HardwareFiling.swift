internal import RegistryEvents

/// A filing of the hardware register that no result has met yet: what it said, kept as bytes until it is needed.
struct HardwareFiling: Sendable {
  enum Kind: Sendable { case inclusion, exclusion, change }

  let kind: Kind
  let caseNumber: String?
  let what: StoredPayload
  /// How many numbered parts it announces.
  let partCount: Int
  /// The first standing part of each number.
  private(set) var parts: [Int: (leaf: Digest?, what: StoredPayload)] = [:]

  init(kind: Kind, caseNumber: String?, what: StoredPayload, partCount: Int64) {
    self.kind = kind
    self.caseNumber = caseNumber
    self.what = what
    self.partCount = Int(clamping: partCount)
  }

  /// Takes in a part; tells why not if it cannot.
  mutating func add(_ part: StoredPayload, number: Int64, leaf: Digest?) -> RegisterAnomaly.Code? {
    guard let number = Int(exactly: number), (1...max(partCount, 1)).contains(number), partCount > 0 else {
      return .partUnknown
    }
    guard parts[number] == nil else { return .partRepeated }
    parts[number] = (leaf, part)
    return nil
  }

  /// The parts in the order of their numbers, if they are all there and, where hashes are known, as a decision says.
  func parts(matching digest: Digest) -> [StoredPayload]? {
    let ordered = (1...max(partCount, 1)).prefix(partCount).compactMap { parts[$0] }
    guard ordered.count == partCount else { return nil }
    let leaves = ordered.compactMap(\.leaf)
    guard leaves.count < ordered.count || HardwareFiling.partsDigest(leaves) == digest else { return nil }
    return ordered.map(\.what)
  }

  /// SHA-256 of the leaf hashes, 32 bytes each, in the order of the parts' numbers (format §1).
  static func partsDigest(_ leaves: [Digest]) -> Digest { Digest.sha256(of: leaves.flatMap(\.bytes)) }
}

/// The canonical bytes of a `what`, kept out of the block in which they were read.
struct StoredPayload: Sendable {
  private let bytes: [UInt8]

  init(_ act: Act) { bytes = act.whatBytes }

  /// The payload; the bytes were judged by its schema when they were read.
  func decode<Payload: ActPayload>(_ type: Payload.Type) throws(RegistryError) -> Payload {
    try Payload(judged: bytes)
  }
}
