internal import RegistryEvents

/// What is kept of a term: when it began and what ended it. Forty-eight bytes, since a journal opens a million of them.
struct TermRecord: Sendable {
  /// What ended a term.
  enum End: UInt8 {
    case open
    /// The act that the duty asks for.
    case met
    /// An act that makes the duty needless.
    case ended
  }

  /// An index into the duties of the law's table.
  let duty: UInt16
  private(set) var end = End.open
  let file: UInt32
  /// The term of the same file that was opened before, by index.
  let older: UInt32
  /// The day that the opening act states as the start, in days since 1970.
  var statedDay = TermRecord.notStated
  /// When the act that opened it was done, or the first instant of the edition that lays it on what was there.
  var openedAt: Instant
  let openedSeq: UInt64
  private(set) var closedAt = Instant.earliest
  private(set) var closedSeq: UInt64 = 0

  /// Whether it was ended before it began: an entry that was no longer there when an edition came into force.
  var isNeedless: Bool { end == .ended && closedAt < openedAt }

  static let none = UInt32.max
  static let notStated = Int32.min

  init(duty: Int, file: Int, older: UInt32, _ standing: StandingAct) {
    self.duty = UInt16(truncatingIfNeeded: duty)
    self.file = UInt32(truncatingIfNeeded: file)
    self.older = older
    openedAt = standing.act.at
    openedSeq = standing.seq
  }

  mutating func close(_ end: End, _ seq: UInt64, at instant: Instant) {
    self.end = end
    closedAt = instant
    closedSeq = seq
  }

  /// Writes the term as a digest has it: canonical JSON, `null` for what there is not. When it began is the date of the line
  /// that opened it.
  func write(to writer: inout CanonicalWriter, duty: String, caseNumber: String?) {
    func text(_ name: StaticString, _ text: String?) {
      writer.raw(name)
      if let text { writer.write(string: text) } else { writer.raw("null") }
    }
    func seq(_ name: StaticString, _ seq: UInt64?) {
      writer.raw(name)
      writer.write(seq.map { .integer(Int64(clamping: $0)) } ?? .null)
    }
    let isOpen = end == .open
    text("{\"case\":", caseNumber)
    text(",\"closedAt\":", isOpen ? nil : closedAt.description)
    seq(",\"closedBySeq\":", isOpen ? nil : closedSeq)
    writer.raw(",\"met\":")
    writer.write(isOpen ? .null : .bool(end == .met))
    text(",\"obligation\":", duty)
    seq(",\"openedBySeq\":", openedSeq)
    text(
      ",\"statedDay\":",
      statedDay == TermRecord.notStated ? nil : LocalDate(daysSinceEpoch: statedDay).description)
    writer.raw("}")
  }
}
