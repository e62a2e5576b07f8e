import RegistryEvents
import RegistryProjections

/// The history that `trail` tells.
struct History {
  /// Whose history it is: `case`, `serial` or `holder`, and the identifier.
  let subject: (name: String, text: String)
  let acts: [TrailAct]
  let report: ReplayReport
  let moment: EffectiveMoment
}

extension History {
  /// `trail/1`.
  func writeJSON(to output: ByteOutput) throws {
    try JSONWriter(output: output).write(
      schema: "trail/1", report,
      [
        "acts": .elements { take in for act in acts { try take(act.value) } },
        "subject": .value([subject.name: .string(subject.text)]),
      ])
  }
}

extension TrailAct {
  /// The act as JSON has it.
  fileprivate var value: CanonicalValue {
    [
      "at": .string(at.description), "case": caseNumber.map(CanonicalValue.string) ?? .null,
      "changes": .array(changes.map(\.value)), "clause": (clause?.description).map(CanonicalValue.string) ?? .null,
      "recorded": .string(recorded.description), "seq": .integer(Int64(clamping: seq)),
      "signedBy": .array(signedBy.map(\.value)),
      "standing": (standing?.rawValue).map(CanonicalValue.string) ?? .null, "summary": .string(summary),
      "terms": .array(terms.map(\.termValue)), "type": .string(type),
      "verdicts": .array(verdicts.map { .string($0.rawValue) }),
    ]
  }
}

extension TrailSigner {
  fileprivate var value: CanonicalValue {
    [
      "holderId": (signer?.holder.id).map(CanonicalValue.string) ?? .null,
      "holderName": (signer?.holder.name).map(CanonicalValue.string) ?? .null, "kid": .string(kid),
      "roles": .array((signer?.roles ?? []).map(CanonicalValue.string)),
    ]
  }
}

extension FieldChange {
  fileprivate var value: CanonicalValue {
    var members: [String: CanonicalValue] = [
      "after": after.map(CanonicalValue.string) ?? .null, "before": before.map(CanonicalValue.string) ?? .null,
      "member": .string(member),
    ]
    switch place {
    case .entries(let entries):
      members["first"] = .integer(entries.first)
      members["last"] = .integer(entries.last)
    case .entry(let reference): members["entry"] = .string(reference)
    }
    return .object(members)
  }
}

extension DeadlineRow {
  /// A term as the act that met it tells it.
  fileprivate var termValue: CanonicalValue {
    [
      "clause": .string(clause.description), "due": (due?.description).map(CanonicalValue.string) ?? .null,
      "obligation": .string(obligation), "startedBySeq": .integer(Int64(clamping: startedBySeq)),
      "status": .string(status.rawValue),
    ]
  }
}
