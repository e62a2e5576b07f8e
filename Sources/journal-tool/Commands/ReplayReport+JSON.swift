import RegistryEvents
import RegistryProjections

extension JSONWriter {
  /// Writes what was made by a replay: its members, and `asOf`, `journal` and `verification`; throws as ``write(schema:_:)`` does.
  func write(schema: String, _ report: ReplayReport, _ members: [String: JSONMember]) throws {
    var members = members
    members["asOf"] = .value(report.asOfValue)
    members["journal"] = .value(report.journalValue)
    members["verification"] = .value(report.summary.verificationValue)
    try write(schema: schema, members)
  }
}

extension ReplayReport {
  /// `asOf`: up to when acts count, null where that was not asked, and up to which line.
  fileprivate var asOfValue: CanonicalValue {
    [
      "effective": asOf.effective == .latest ? .null : .string(asOf.effective.description),
      "knownRecorded": (knownRecorded?.description).map(CanonicalValue.string) ?? .null,
      "knownSeq": knownSeq.map { .integer(Int64(clamping: $0)) } ?? .null,
    ]
  }

  /// `journal`: the last journal; where it was read as one with those that it continues, `continues` has them, the oldest first, and
  /// `firstSeq` how its own lines are counted.
  fileprivate var journalValue: CanonicalValue {
    guard !continued.isEmpty, case .object(var members) = summary.journalValue else { return summary.journalValue }
    members["continues"] = .array(continued.map(\.journalValue))
    members["firstSeq"] = .integer(Int64(clamping: lineCount - summary.lines))
    return .object(members)
  }
}

extension WalkSummary {
  /// `journal`: which journal it is, and how long; `root` is null where no hashes were computed.
  var journalValue: CanonicalValue {
    [
      "authority": ["kk": .string(opening.authority.kk), "ru": .string(opening.authority.ru)],
      "head": .string(head.description), "lines": .integer(Int64(clamping: lines)), "origin": .string(opening.origin),
      "root": (root?.description).map(CanonicalValue.string) ?? .null,
    ]
  }

  /// `verification`: what was checked, by which rules, and what came of it.
  var verificationValue: CanonicalValue {
    [
      "acts": standingsValue, "findings": .integer(Int64(findings.count)), "mode": .string(mode.rawValue),
      "rules": .string(rulesVersion), "signatures": verdictsValue, "unknownTypes": unknownTypesValue,
    ]
  }

  /// How many signatures got which verdict: every verdict where signatures were checked, and otherwise none.
  var verdictsValue: CanonicalValue { counts(Verdict.allCases, verdicts) }

  /// How many acts stand, fail or are undecided; empty where no signatures were checked.
  var standingsValue: CanonicalValue { counts(Standing.allCases, standings) }

  /// How many acts are of types that this reader does not know, by `type version N`.
  var unknownTypesValue: CanonicalValue { .object(unknownTypes.mapValues { .integer(Int64($0)) }) }

  private func counts<Word: RawRepresentable<String> & Hashable>(
    _ words: [Word], _ counts: [Word: Int]
  ) -> CanonicalValue {
    guard mode == .full else { return [:] }
    return .object(
      Dictionary(words.map { ($0.rawValue, .integer(Int64(counts[$0] ?? 0))) }) { first, _ in first })
  }
}
