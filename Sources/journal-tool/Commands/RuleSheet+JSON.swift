import RegistryEvents
import RegistryProjections

extension RuleSheet {
  fileprivate static func date(_ date: LocalDate?) -> CanonicalValue { date.map { .string($0.description) } ?? .null }

  /// `rules/1`.
  func writeJSON(to output: ByteOutput) throws {
    try JSONWriter(output: output).write(
      schema: "rules/1",
      ["regulations": .value(.array(sections.map(\.value))), "version": .value(.string(version))])
  }
}

extension RuleSheet.Section {
  fileprivate var value: CanonicalValue {
    [
      "adopted": .string(edition.adopted.description), "edition": .string(edition.id),
      "firstDayInForce": .string(edition.force.firstDay.description),
      "isFirstDayAssumed": .bool(edition.force.isAssumed), "openMatters": .array(openMatters.map(\.value)),
      "readings": .array(readings.map(\.value)),
      "registered": edition.registered.map { .string($0.description) } ?? .null,
      "registration": edition.registration.map(CanonicalValue.string) ?? .null,
      "regulation": .string(regulation.id), "requirements": .array(requirements.map(\.value)),
      "rules": .array(rules.map(\.value)),
      "title": regulation.title.value,
    ]
  }
}

extension OfficialText {
  fileprivate var value: CanonicalValue {
    ["kk": kk.map(CanonicalValue.string) ?? .null, "ru": ru.map(CanonicalValue.string) ?? .null]
  }
}

extension Reading {
  fileprivate var value: CanonicalValue {
    ["id": .string(id), "place": .string(place), "problem": .string(problem), "reading": .string(reading)]
  }
}

extension Requirement {
  fileprivate var value: CanonicalValue {
    [
      "clause": .string(clause.description), "finding": .string(finding), "from": RuleSheet.date(from),
      "id": .string(id),
      "isTextKnown": .bool(isTextKnown), "readings": .array(readings.map(CanonicalValue.string)), "rule": .string(rule),
      "services": .array(services.map(CanonicalValue.string)), "text": text.value, "until": RuleSheet.date(until),
    ]
  }
}

extension OpenMatter {
  fileprivate var value: CanonicalValue {
    [
      "clause": .string(clause.description), "consequence": .string(consequence), "id": .string(id),
      "text": .string(text),
    ]
  }
}

extension Rule {
  fileprivate var value: CanonicalValue {
    [
      "actTypes": .array(actTypes.map(CanonicalValue.string)),
      "actor": actor.map { .string($0.id) } ?? .null,
      "clauses": .array(clauses.map { .string($0.description) }),
      "findings": .array(findings.map(\.value)), "id": .string(id),
      "readings": .array(readings.map(CanonicalValue.string)),
      "refuses": .array(bars.map { .string($0.code.rawValue) }), "terms": .array(duties.map(\.value)),
      "text": .string(text),
    ]
  }
}

extension FindingKind {
  fileprivate var value: CanonicalValue {
    [
      "clause": .string(clause.description), "code": .string(code), "severity": .string(severity.rawValue),
      "text": .string(text),
    ]
  }
}

extension Duty {
  fileprivate var value: CanonicalValue {
    [
      "actor": .string(actor.id), "bearing": .string(bearing.rawValue), "clause": .string(clause.description),
      "count": .integer(Int64(term.count)), "direction": .string(term.direction.rawValue), "id": .string(id),
      "metBy": .array(metBy.map(CanonicalValue.string)), "opensOn": .array(opensOn.types.map(CanonicalValue.string)),
      "readings": .array(readings.map(CanonicalValue.string)), "summary": .string(summary),
      "term": .string(term.words(from: start)), "unit": .string(term.unit.rawValue),
    ]
  }
}
