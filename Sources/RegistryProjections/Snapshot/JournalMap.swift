internal import RegistryEvents

/// Where in a journal the acts of which time are: parts of consecutive lines, so that a later replay need not read a part in which every act
/// was done after the date asked for.
struct JournalMap: Sendable {
  /// Consecutive lines.
  struct Part: Sendable, Equatable {
    /// Where the first line begins, in bytes from the start of the file, and its index.
    let offset: UInt64
    let seq: UInt64
    /// The earliest act of no control area that may be folded; the largest number where there is none.
    var earliestAt = Int64.max
    /// How many acts of the control areas are folded, whatever the date.
    var controls: Int64 = 0
    /// Whether one of them declares something for other acts.
    var declares = false
  }

  private(set) var parts: [Part] = []
  /// The lines whose acts do not stand, where that was judged.
  private(set) var failing: Set<UInt64> = []
  /// Whether an act takes out or mends an earlier one: then no state of the past is one to go on from.
  private(set) var rewritesPast = false

  private static let length: UInt64 = 256 << 10

  init() {}

  /// Takes in the next line.
  mutating func add(_ walked: WalkedLine) {
    let line = walked.line
    if parts.last.map({ line.fileOffset >= $0.offset + JournalMap.length }) ?? true {
      parts.append(Part(offset: line.fileOffset, seq: line.seq))
    }
    if case .verified(let verified) = walked, verified.judgement.standing != .stands { failing.insert(line.seq) }
    let act = line.act
    let last = parts.count - 1
    if act.isControl {
      if act.type.hasPrefix("act.") { rewritesPast = true }
      if Declarations.declares(act) { parts[last].declares = true }
      if act.isKnown, walked.standingAct != nil { parts[last].controls += 1 }
    } else if act.isKnown {
      parts[last].earliestAt = min(parts[last].earliestAt, act.at.secondsSinceEpoch)
    }
  }

  func encode(to writer: inout SnapshotWriter) {
    writer.write(numbers: parts.flatMap { [$0.offset, $0.seq] })
    writer.write(numbers: parts.flatMap { [$0.earliestAt, $0.controls, $0.declares ? 1 : 0] })
    writer.write(numbers: failing.sorted())
  }

  init(from reader: inout SnapshotReader) throws(SnapshotError) {
    let places = try reader.numbers(UInt64.self)
    let facts = try reader.numbers(Int64.self)
    guard places.count.isMultiple(of: 2), facts.count == places.count / 2 * 3 else { throw .malformed }
    for index in 0..<(places.count / 2) {
      parts.append(
        Part(
          offset: places[index * 2], seq: places[index * 2 + 1], earliestAt: facts[index * 3],
          controls: facts[index * 3 + 1], declares: facts[index * 3 + 2] == 1))
    }
    guard zip(parts, parts.dropFirst()).allSatisfy({ $0.offset < $1.offset && $0.seq < $1.seq }) else {
      throw .malformed
    }
    failing = Set(try reader.numbers(UInt64.self))
  }
}
