import RegistryEvents
import RegistryProjections

extension VerificationOutcome {
  /// `verify/1`; where the journal could not be read to its end, everything but the finding is null. `continues` has the same of the journals
  /// that were given before it.
  func writeJSON(to output: ByteOutput, continuing earlier: [VerificationOutcome] = []) throws {
    var members = members.mapValues(JSONMember.value)
    members["findings"] = .elements { take in for finding in findings { try take(finding.value) } }
    if !earlier.isEmpty {
      members["continues"] = .value(
        .array(
          earlier.map { outcome in
            let findings = CanonicalValue.array(outcome.findings.map(\.value))
            return .object(outcome.members.merging(["findings": findings]) { $1 })
          }))
    }
    try JSONWriter(output: output).write(schema: "verify/1", members)
  }

  /// What is said of the journal, without the findings.
  private var members: [String: CanonicalValue] {
    let verification = verified?.verification
    let summary = verification?.summary
    func text(_ value: (some CustomStringConvertible)?) -> CanonicalValue {
      value.map { .string($0.description) } ?? .null
    }
    func count(_ count: UInt64?) -> CanonicalValue { count.map { .integer(Int64(clamping: $0)) } ?? .null }
    return [
      "acts": summary?.standingsValue ?? .null,
      "anchor": verification?.anchor?.value ?? .null,
      "anchoredBy": text(verified?.boundBy),
      "annulled": count(summary?.annulled),
      "checkpointsHeld": count(verification.map { UInt64($0.storedHolding) }),
      "checkpointsUnread": count(verification.map { UInt64($0.checkpointsUnread) }),
      "firstBad": firstBad?.place ?? .null,
      "good": verification?.good.value ?? .null,
      "head": text(summary?.head),
      "lines": count(summary?.lines),
      "opening": text(verification?.opening),
      "origin": text(summary?.opening.origin),
      "registerDigests": verified?.digests.map { .array($0.map(\.value)) } ?? .null,
      "root": text(summary?.root),
      "rules": text(summary?.rulesVersion),
      "setback": verification?.setback.map { ["code": .string($0.code.rawValue), "text": .string($0.words)] } ?? .null,
      "signatures": summary?.verdictsValue ?? .null,
      "since": verification?.since.map {
        ["basis": .string($0.basis.rawValue), "lines": .integer(Int64(clamping: $0.lines))]
      } ?? .null,
      "timestamps": .array((verification?.timestamps ?? []).map(\.value)),
      "unanchoredFrom": count(verified?.unanchoredFrom),
      "unknownTypes": summary?.unknownTypesValue ?? .null,
    ]
  }
}

extension VerificationOutcome.Item {
  /// Where it is, and its code.
  fileprivate var place: CanonicalValue {
    [
      "code": .string(code.rawValue), "offset": offset.map { .integer(Int64(clamping: $0)) } ?? .null,
      "seq": seq.map { .integer(Int64(clamping: $0)) } ?? .null,
    ]
  }

  /// The finding as JSON has it.
  fileprivate var value: CanonicalValue {
    [
      "checkpoint": checkpoint.map(CanonicalValue.string) ?? .null, "code": .string(code.rawValue),
      "offset": offset.map { .integer(Int64(clamping: $0)) } ?? .null,
      "seq": seq.map { .integer(Int64(clamping: $0)) } ?? .null, "text": .string(text),
    ]
  }
}

extension GoodPart {
  /// `lines` from line 0 on, of `bytes` (null where they were not read), and the newest checkpoint that holds; `rewritten` are the first and the last of
  /// the lines among which one was changed that a checkpoint was signed over.
  fileprivate var value: CanonicalValue {
    func number(_ value: UInt64) -> CanonicalValue { .integer(Int64(clamping: value)) }
    return [
      "bytes": bytes.map(number) ?? .null, "checkpoint": checkpoint?.value ?? .null,
      "checkpointFile": checkpointName.map(CanonicalValue.string) ?? .null, "lines": number(lines),
      "rewritten": rewritten.map { ["first": number($0.lowerBound), "last": number($0.upperBound - 1)] } ?? .null,
    ]
  }
}

extension JournalVerification.Timestamp {
  /// `status` is `valid`, or `unchecked` where no authority was named to be trusted.
  fileprivate var value: CanonicalValue {
    [
      "authority": .string(authority), "size": .integer(Int64(clamping: size)),
      "status": .string(isVerified ? "valid" : "unchecked"), "time": .string(time.description),
    ]
  }
}

extension Checkpoint {
  /// The checkpoint as JSON has it.
  var value: CanonicalValue {
    ["origin": .string(origin), "root": .string(root.description), "size": .integer(Int64(clamping: size))]
  }
}

extension RegisterDigestCheck {
  /// `status` is `agrees`, `differs` or `unchecked`.
  fileprivate var value: CanonicalValue {
    [
      "digest": .string(stated.digest.description), "register": .string(stated.register),
      "seq": .integer(Int64(clamping: seq)), "size": .integer(Int64(clamping: size)),
      "status": .string(status.rawValue),
    ]
  }
}
