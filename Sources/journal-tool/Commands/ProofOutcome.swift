import RegistryEvents
import RegistryProjections

/// What checking a proof has shown, or why it has shown nothing.
struct ProofOutcome {
  /// The proof.
  let proof: TlogProof
  /// The leaf hash of the line.
  let leafHash: Digest
  /// The checkpoint that the line is proved to be under; `nil` where the proof does not hold.
  let checkpoint: Checkpoint?
  /// The cosignatures of the policy's witnesses.
  let cosignatures: [Cosignature]
  /// Why the proof does not hold.
  let refusal: RegistryError?
  /// The line as JSON, where it is that.
  private let value: CanonicalValue?

  /// Checks a proof; throws what is no matter of the proof holding.
  init(_ proof: TlogProof, line: [UInt8], keys: [VerifierKey], policy: WitnessPolicy?) throws {
    self.proof = proof
    let hasher = SHA256Hasher()
    leafHash = hasher.leafHash(line)
    value = try? CanonicalValue(json: line)
    do {
      let checkpoint = try proof.verify(leafHash: leafHash, keys: keys, with: hasher)
      if let seq = value?["seq"]?.integer, UInt64(exactly: seq) != proof.index {
        throw RegistryError(.proofInvalid, detail: "the line says seq \(seq), the proof \(proof.index)")
      }
      cosignatures = try policy?.demandQuorum(of: proof.checkpoint) ?? []
      self.checkpoint = checkpoint
      refusal = nil
    } catch let error as RegistryError where ExitCode(for: error.code) == .findings {
      checkpoint = nil
      cosignatures = []
      refusal = error
    }
  }

  private func text(_ name: String) -> String? { value?["act"]?[name]?.string }

  /// What was shown, for people.
  func writeText(to output: ByteOutput) throws {
    guard let checkpoint else {
      let detail = refusal.map { $0.detail.isEmpty ? $0.code.meaning : "\($0.code.meaning) (\($0.detail))" } ?? ""
      let text = output.terminal.styled("The proof does not hold:", .red)
      return try output.write("\(text) \(visible(detail)) [\(refusal?.code.rawValue ?? "")]\n")
    }
    var facts = FactSheet()
    facts.add("journal", checkpoint.origin)
    facts.add("line", "\(Figures.of(proof.index)) of \(Figures.of(checkpoint.size))")
    if let recorded = value?["recorded"]?.string { facts.add("recorded", recorded) }
    if let type = text("type") { facts.add("act", type + (text("id").map { ", \($0)" } ?? "")) }
    facts.add("leaf hash", leafHash.description)
    facts.add("root", checkpoint.root.description)
    for cosignature in cosignatures { facts.add("witness", "\(cosignature.cosigner.name), \(cosignature.time)") }
    try facts.write(to: output)
    let holds = output.terminal.styled("The proof holds:", .green)
    try output.write("\n\(holds) the line is in the journal that the key signed.\n")
  }

  /// The members of `check-proof/1`; what is not shown is null.
  var members: [String: JSONMember] {
    func value(_ text: String?) -> JSONMember { .value(text.map(CanonicalValue.string) ?? .null) }
    return [
      "cosignatures": .value(
        .array(cosignatures.map { ["time": .string($0.time), "vkey": .string($0.cosigner.description)] })),
      "act": value(checkpoint == nil ? nil : text("id")), "code": value(refusal?.code.rawValue),
      "holds": .value(.bool(checkpoint != nil)), "leafHash": value(leafHash.description),
      "origin": value(checkpoint?.origin), "root": value(checkpoint?.root.description),
      "seq": .value(checkpoint == nil ? .null : .integer(Int64(clamping: proof.index))),
      "size": .value(checkpoint.map { .integer(Int64(clamping: $0.size)) } ?? .null),
    ]
  }
}

extension Cosignature {
  /// The time of the witness as an instant; outside the years of instants, in seconds.
  fileprivate var time: String {
    Int64(exactly: timestamp).flatMap { Instant(secondsSinceEpoch: $0) }.map(\.description) ?? "\(timestamp)"
  }
}
