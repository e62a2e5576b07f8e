/// An act as a person or a program hands it in, in any spelling of JSON: one that is still to be signed, or one that was signed
/// elsewhere.
public enum HandedInAct: Sendable {
  /// An act to be filled up and signed.
  case unsigned(Unsigned)
  /// `{"act": …, "signatures": […]}`: an act with the signatures of its signers.
  case signed(SignedAct)

  /// Members of an act, of which only `type` and `what` must be there.
  public struct Unsigned: Sendable, Hashable {
    /// When the act was done.
    public var at: Instant?
    /// The case file.
    public var caseNumber: String?
    /// The idempotency key.
    public var id: UUIDv7?
    /// The origin of the journal that the act is made for.
    public var journal: String?
    /// An earlier line that the author had before him.
    public var seen: ActDraft.Seen?
    /// `<area>.<act>`.
    public var type: String
    /// The version of `what`.
    public var version: Int64?
    /// What the act says.
    public var what: CanonicalValue
  }

  /// Reads JSON.
  ///
  /// - Throws: what is wrong with the JSON, by its offset; `not-an-object`, `member-missing`, `member-unknown`, `member-type` or `value-invalid`
  ///   with the member's name.
  public init(json bytes: some Collection<UInt8>) throws(RegistryError) {
    let value = try CanonicalValue(json: bytes)
    guard let members = value.object else { throw RegistryError(.notAnObject) }
    if let act = members["act"] {
      self = .signed(SignedAct(act: CanonicalWriter.bytes(of: act), signatures: try HandedInAct.signatures(value)))
    } else {
      self = .unsigned(try HandedInAct.read(value, HandedInAct.unsigned))
    }
  }

  private static func unsigned(_ members: inout MemberReader) throws(RegistryError) -> Unsigned {
    let at = try members.optionalValue("at") { Instant($0) }
    let caseNumber = try members.optionalString("case")
    let id = try members.optionalValue("id") { UUIDv7($0) }
    let journal = try members.optionalString("journal")
    let seen = try members.optionalObject("seen") { seen throws(RegistryError) in
      let leaf = try seen.value("leaf") { Digest(hex: $0) }
      guard let seq = UInt64(exactly: try seen.integer("seq")) else {
        throw RegistryError(.valueInvalid, detail: "seq")
      }
      return ActDraft.Seen(leaf: leaf, seq: seq)
    }
    return Unsigned(
      at: at, caseNumber: caseNumber, id: id, journal: journal, seen: seen, type: try members.string("type"),
      version: try members.optionalInteger("version"), what: try members.tree("what"))
  }

  private static func signatures(_ value: CanonicalValue) throws(RegistryError) -> [DetachedJWS] {
    try read(value) { members throws(RegistryError) in
      _ = try members.tree("act")
      return try members.objects("signatures") { signature throws(RegistryError) in
        DetachedJWS(protected: try signature.string("protected"), signature: try signature.string("signature"))
      }
    }
  }

  private static func read<Value>(
    _ value: CanonicalValue, _ read: (inout MemberReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    let bytes = CanonicalWriter.bytes(of: value)
    let result: Result<Value, RegistryError> = bytes.withUnsafeBytes { buffer in
      Result { () throws(RegistryError) in
        var members = MemberReader(CanonicalCursor(buffer, range: 0..<buffer.count))
        let value = try read(&members)
        do throws(RegistryError) {
          try members.finish()
        } catch {
          let path = MemberPath.of(offset: error.place.offset ?? 0, in: buffer)
          throw RegistryError(error.code, detail: path)
        }
        return value
      }
    }
    do throws(RegistryError) { return try result.get() } catch {
      // The offset is that of the canonical form, which the one who handed the act in has not seen.
      throw RegistryError(error.code, detail: error.detail)
    }
  }
}

extension HandedInAct.Unsigned {
  /// The act with what it leaves open filled up: the newest version that the catalogue knows, and what is given here.
  ///
  /// - Throws: `type-unknown`, and what is wrong with `what` by its schema, with the path of the member concerned.
  public func draft(
    journal origin: String, at now: Instant, id: UUIDv7, catalogue: ActCatalogue = .standard
  ) throws(RegistryError) -> ActDraft {
    let entry =
      version.map { catalogue.entry(type: type, version: $0) }
      ?? catalogue.entries.filter { $0.type == type }.max { $0.version < $1.version }
    guard let entry else { throw RegistryError(.typeUnknown, detail: version.map { "\(type) version \($0)" } ?? type) }
    if let error = entry.problem(of: what) { throw error }
    return ActDraft(
      type: type, version: Int64(entry.version), what: what, at: at ?? now, case: caseNumber, id: self.id ?? id,
      journal: journal ?? origin, seen: seen)
  }
}

extension ActCatalogue.Entry {
  /// What is wrong with a `what` by the schema, with the path of the member concerned; `nil` where nothing is.
  public func problem(of what: CanonicalValue) -> RegistryError? {
    CanonicalWriter.bytes(of: what).withUnsafeBytes { buffer in
      var cursor = CanonicalCursor(buffer, range: 0..<buffer.count)
      do throws(ScanError) {
        try schema.validate(&cursor)
        return nil
      } catch {
        let path = MemberPath.of(offset: error.offset, in: buffer)
        return RegistryError(error.code, detail: path.isEmpty ? "what" : "what." + path)
      }
    }
  }
}
