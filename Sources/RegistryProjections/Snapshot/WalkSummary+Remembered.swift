internal import RegistryEvents

extension WalkSummary {
  /// What a walk found in a journal, as a snapshot keeps it.
  struct Remembered: Sendable {
    var lines: UInt64
    var bytes: UInt64
    var head: Digest
    var lastRecorded: Instant
    let root: Digest?
    let verdicts: [Verdict: Int]
    let standings: [Standing: Int]
    var unknownTypes: [String: Int]

    init(_ summary: WalkSummary) {
      lines = summary.lines
      bytes = summary.bytes
      head = summary.head
      lastRecorded = summary.lastRecorded
      root = summary.root
      verdicts = summary.verdicts
      standings = summary.standings
      unknownTypes = summary.unknownTypes
    }

    func encode(to writer: inout SnapshotWriter) {
      writer.write(lines)
      writer.write(bytes)
      writer.write(head.bytes)
      writer.write(lastRecorded.secondsSinceEpoch)
      writer.write(root?.bytes ?? [])
      for verdict in Verdict.allCases { writer.write(verdicts[verdict] ?? 0) }
      for standing in Standing.allCases { writer.write(standings[standing] ?? 0) }
      writer.write(unknownTypes.count)
      for (type, count) in unknownTypes.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
        writer.write(type)
        writer.write(count)
      }
    }

    init(from reader: inout SnapshotReader) throws(SnapshotError) {
      lines = try reader.number()
      bytes = try reader.number()
      guard let head = Digest(try reader.bytes()) else { throw .malformed }
      self.head = head
      guard let recorded = Instant(secondsSinceEpoch: try reader.number()) else { throw .malformed }
      lastRecorded = recorded
      let root = try reader.bytes()
      self.root = Digest(root)
      guard root.isEmpty || self.root != nil else { throw .malformed }
      var verdicts: [Verdict: Int] = [:]
      for verdict in Verdict.allCases { verdicts[verdict] = try reader.number() }
      var standings: [Standing: Int] = [:]
      for standing in Standing.allCases { standings[standing] = try reader.number() }
      self.verdicts = verdicts.filter { $0.value > 0 }
      self.standings = standings.filter { $0.value > 0 }
      let types = try reader.list { (reader) throws(SnapshotError) in (try reader.text(), try reader.number(Int.self)) }
      unknownTypes = Dictionary(types) { first, _ in first }
    }
  }

  init(_ remembered: Remembered, mode: VerificationMode, rulesVersion: String, opening: JournalOpened) {
    self.init(
      mode: mode, rulesVersion: rulesVersion, opening: opening, lines: remembered.lines, bytes: remembered.bytes,
      head: remembered.head, lastRecorded: remembered.lastRecorded, root: remembered.root,
      verdicts: remembered.verdicts, standings: remembered.standings, unknownTypes: remembered.unknownTypes)
  }
}
