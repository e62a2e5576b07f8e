@testable import RegistryEvents

/// A journal: whatever the bytes, a walk ends with a summary or a refusal; what is read can be asked; salvage is what the walk accepts.
enum FuzzJournal {
  static func run(_ bytes: [UInt8]) {
    guard let end = bytes.lastIndex(of: 0x0A) else { return scan(bytes) }
    let whole = RawBlock(bytes: Array(bytes[...end]), fileOffset: 0)
    for damage in [JournalWalk.Damage.report, .stop] {
      let walk = JournalWalk(
        mode: .full, rules: SigningRules(version: "fuzz", periods: []), damage: damage, rootsAt: [1, 2])
      var state = walk.initialState
      var next: RawBlock? = whole
      var lines = 0
      // There is no file to look lines up in again.
      guard let nothing = try? JournalReader(path: "/dev/null") else { return }
      try? walk.extend(
        &state, of: nothing,
        by: {
          defer { next = nil }
          return next
        }
      ) { walked in
        lines += 1
        ask(walked.line)
      }
      demand(state.chain.count >= UInt64(lines), "more lines than leaves")
    }
  }

  /// One line without LF: the fast pass takes nothing that the slow one refuses.
  private static func scan(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      let scanner = LineScanner(catalogue: .standard)
      let isTaken = scanner.withTables { tables in (try? scanner.scan(buffer, 0..<buffer.count, tables)) != nil }
      guard isTaken else { return }
      demand(LineSchema.diagnose(buffer) == nil, "the slow pass refuses what the fast one takes")
      demand((try? CanonicalValue(canonical: bytes)) != nil, "a line that is not canonical")
    }
  }

  private static func ask(_ line: Line) {
    scan(line.bytes)
    _ = (line.signingKeys, line.signatureCount, line.act.seen, line.act.signers, line.act.caseNumber)
    _ = (line.act.type, line.act.isControl, line.act.whatProblem)
    _ = try? line.act.payload(JournalOpened.self)
    _ = try? line.act.payload(KeyEnrolled.self)
    _ = try? line.act.payload(InclusionFiled.self)
  }
}
