/// An act as it stands in a line (format §3).
public struct Act: Sendable {
  let line: Line

  private var layout: LineLayout { line.layout }

  private func text(_ span: LineLayout.Span) -> String {
    line.block.withLine(layout) { CanonicalCursor($0, range: span.range).text(span.range) }
  }

  private func tree(_ span: LineLayout.Span) -> CanonicalValue {
    line.block.withLine(layout) { bytes in
      var cursor = CanonicalCursor(bytes, range: span.range)
      return cursor.value()
    }
  }

  /// When the act was done: the date in law.
  public var at: Instant { layout.at }
  /// The case file (`case`).
  public var caseNumber: String? { layout.caseNumber.isEmpty ? nil : text(layout.caseNumber) }
  /// The idempotency key.
  public var id: UUIDv7 { layout.id }
  /// The origin of the journal that the act was made for.
  public var journal: String { text(layout.journal) }
  /// `<area>.<act>`.
  public var type: String { text(layout.type) }
  /// The version of `what`.
  public var version: Int64 { layout.version }
  /// What the act says, as a tree.
  public var what: CanonicalValue { tree(layout.what) }
  /// The act's bytes as they stand: what was signed.
  public var bytes: [UInt8] { line.block.withLine(layout) { Array($0[layout.act.range]) } }

  /// Reads a few members of a `what` that its schema has judged; the body need not ask for all of them.
  package func readWhat<Value>(
    _ body: (inout MemberReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    try line.block.withLine(layout) { bytes throws(RegistryError) in
      var members = MemberReader(CanonicalCursor(bytes, range: layout.what.range))
      return try body(&members)
    }
  }

  /// The bytes of `what` as they stand.
  package var whatBytes: [UInt8] { line.block.withLine(layout) { Array($0[layout.what.range]) } }

  /// The Swift type of the act's `what`, to find it in a table; `nil` when type or version is unknown.
  public var payloadType: ObjectIdentifier? { layout.known }

  /// The text of a member of `what`, found without building the rest; `nil` where it is absent or no string.
  public func member(_ name: String) -> String? {
    withMember(name) { cursor in cursor.text(cursor.string()) }
  }

  /// The id in a member of `what`, found without building the rest; `nil` where it is absent or no id.
  public func id(in name: String) -> UUIDv7? {
    withMember(name) { cursor in
      UUIDv7(ascii: UnsafeRawBufferPointer(rebasing: cursor.bytes[cursor.string()]))
    }
  }

  private func withMember<Value>(_ name: String, _ read: (inout CanonicalCursor) -> Value?) -> Value? {
    line.block.withLine(layout) { bytes in
      var cursor = CanonicalCursor(bytes, range: layout.what.range)
      cursor.enter()
      while let next = cursor.nextMember() {
        if cursor.isName(next, name) { return cursor.current == UInt8(ascii: "\"") ? read(&cursor) : nil }
        cursor.skip()
      }
      return nil
    }
  }

  /// The thumbprints in `signers`; `nil` where the act names none.
  public var signers: [String]? {
    layout.signers.isEmpty ? nil : tree(layout.signers).array?.compactMap(\.string)
  }

  /// The earlier line that the author had before him.
  public var seen: ActDraft.Seen? {
    guard !layout.seen.isEmpty else { return nil }
    // The scanner has judged it: a leaf and a number, in this order, and nothing else.
    return line.block.withLine(layout) { bytes in
      var cursor = CanonicalCursor(bytes, range: layout.seen.range)
      cursor.enter()
      guard cursor.nextMember() != nil, let leaf = Digest(hex: bytes, cursor.string()), cursor.nextMember() != nil
      else {
        return nil
      }
      return ActDraft.Seen(leaf: leaf, seq: UInt64(clamping: cursor.integer()))
    }
  }

  /// Whether the reader knows the act's type and version.
  public var isKnown: Bool { layout.known != nil }

  /// Whether the type lies in a control area.
  public var isControl: Bool { layout.isControl }

  /// Whether a later act can mend it (`act.corrected`): one that the law or the calendar knows.
  package var canBeCorrected: Bool { !isControl || type.utf8.starts(with: "calendar.".utf8) }

  /// Whether a later act can take it out of what follows from it (`act.annulled`): such a one, or one that entitles a key. A revoked key never returns, and
  /// what ends a journal, changes its note keys or amends other acts is judged once.
  package var canBeAnnulled: Bool {
    canBeCorrected || self.is(KeyEnrolled.self) || self.is(KeyMandated.self) || self.is(TrustDeclared.self)
  }

  /// Whether the act is of a type and version.
  public func `is`<Payload: ActPayload>(_ payload: Payload.Type) -> Bool {
    layout.known == ObjectIdentifier(payload)
  }

  /// What the act says, as the Swift type of its type and version.
  ///
  /// - Throws: `what-invalid` where the act is of another type or version, or its `what` is not as the schema says.
  public func payload<Payload: ActPayload>(_ type: Payload.Type) throws(RegistryError) -> Payload {
    let place = Place(seq: line.seq, fileOffset: line.fileOffset)
    guard self.is(type) else { throw RegistryError(.whatInvalid, at: place, detail: "not \(Payload.type)") }
    if let problem = whatProblem { throw problem }
    return try line.block.withLine(layout) { bytes throws(RegistryError) in
      try Payload(validated: bytes, range: layout.what.range)
    }
  }

  /// What is wrong with `what` by the schema of its type and version; `nil` where nothing is, or the type is unknown.
  public var whatProblem: RegistryError? {
    layout.whatError.map { error in
      RegistryError(
        .whatInvalid,
        at: Place(seq: line.seq, fileOffset: line.fileOffset + UInt64(error.offset), offset: error.offset),
        detail: error.code.meaning)
    }
  }
}
