import RegistryEvents

extension VerificationOutcome {
  /// `verify/1`; where the journal could not be read to its end, everything but the finding is null.
  func writeJSON(to output: ByteOutput) throws {
    let summary = verification?.summary
    func value(_ text: String?) -> JSONMember { .value(text.map(CanonicalValue.string) ?? .null) }
    func value(_ count: UInt64?) -> JSONMember { .value(count.map { .integer(Int64(clamping: $0)) } ?? .null) }
    let members: [String: JSONMember] = [
      "acts": .value(summary?.standingsValue ?? .null),
      "anchor": .value(verification?.anchor?.value ?? .null),
      "findings": .elements { take in for finding in findings { try take(finding.value) } },
      "head": value(summary?.head.description),
      "lines": value(summary?.lines),
      "opening": value(verification?.opening?.description),
      "origin": value(summary?.opening.origin),
      "root": value(summary?.root?.description),
      "rules": value(summary?.rulesVersion),
      "signatures": .value(summary?.verdictsValue ?? .null),
      "unanchoredFrom": value(verification?.unanchoredFrom),
      "unknownTypes": .value(summary?.unknownTypesValue ?? .null),
    ]
    try JSONWriter(output: output).write(schema: "verify/1", members)
  }
}

extension VerificationOutcome.Item {
  /// The finding as JSON has it.
  fileprivate var value: CanonicalValue {
    [
      "checkpoint": checkpoint.map(CanonicalValue.string) ?? .null, "code": .string(code.rawValue),
      "offset": offset.map { .integer(Int64(clamping: $0)) } ?? .null,
      "seq": seq.map { .integer(Int64(clamping: $0)) } ?? .null, "text": .string(text),
    ]
  }
}

extension Checkpoint {
  /// The checkpoint as JSON has it.
  var value: CanonicalValue {
    ["origin": .string(origin), "root": .string(root.description), "size": .integer(Int64(clamping: size))]
  }
}
