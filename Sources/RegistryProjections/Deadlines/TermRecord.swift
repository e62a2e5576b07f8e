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
  let openedAt: Instant
  let openedSeq: UInt64
  private(set) var closedAt = Instant.earliest
  private(set) var closedSeq: UInt64 = 0

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

  /// The term as a digest has it.
  func value(duty: String, caseNumber: String?) -> CanonicalValue {
    .members([
      "case": caseNumber.map(CanonicalValue.string),
      "closedAt": end == .open ? nil : .string(closedAt.description),
      "closedBySeq": end == .open ? nil : .integer(Int64(clamping: closedSeq)),
      "met": end == .open ? nil : .bool(end == .met),
      "obligation": .string(duty),
      "openedAt": .string(openedAt.description),
      "openedBySeq": .integer(Int64(clamping: openedSeq)),
      "statedDay": statedDay == TermRecord.notStated
        ? nil : .string(LocalDate(daysSinceEpoch: statedDay).description),
    ])
  }
}
