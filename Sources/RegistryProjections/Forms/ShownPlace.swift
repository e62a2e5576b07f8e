internal import RegistryEvents

/// Where an act that a document shows stands in the journal, and how its signatures were judged; nothing of its bytes is kept.
struct ShownPlace: Sendable {
  let id: UUIDv7
  let seq: UInt64
  let recorded: Instant
  let leafHash: Digest?
  let judgement: Judgement?

  init(_ standing: StandingAct) {
    id = standing.act.id
    seq = standing.seq
    recorded = standing.recorded
    leafHash = standing.leafHash
    judgement = standing.judgement
  }

  /// The evidence at the foot of a document, as the replay that read the act knows it.
  ///
  /// - Parameter checkpoint: the newest that holds; left out where it does not reach the act.
  func reference(
    case caseNumber: String?, _ report: ReplayReport, _ checkpoint: Checkpoint?
  ) -> DocumentEvidence.ActReference {
    let (journal, seq) = report.place(of: seq)
    return DocumentEvidence.ActReference(
      origin: journal.opening.origin, caseNumber: caseNumber, seq: seq, leafHash: leafHash, id: id, recorded: recorded,
      checkpoint: checkpoint.flatMap { $0.origin == journal.opening.origin && $0.size > seq ? $0 : nil },
      signatures: (judgement?.signatures ?? []).map { signature in
        DocumentEvidence.Signature(
          kid: signature.kid, holder: signature.signer?.holder.name, roles: signature.signer?.roles ?? [],
          algorithm: journal.ring.keys[signature.kid]?.publicKey.algorithm, verdict: signature.verdict)
      })
  }
}
