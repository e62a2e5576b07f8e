/// What must be known of the signatures to say later on which of them a revocation casts doubt that reaches back (format §5): those that
/// were not valid, and the acts that do not stand. They are few, so that memory does not grow with the journal; all the others are found again by their
/// headers.
struct SignatureExceptions: Sendable {
  private struct Place: Hashable {
    let seq: UInt64
    let index: Int
  }

  private var notValid: Set<Place> = []
  private var notStanding: Set<UInt64> = []

  /// Takes in how the signatures of a line were judged.
  mutating func note(_ judgement: Judgement, seq: UInt64) {
    for (index, signature) in judgement.signatures.enumerated() where signature.verdict != .valid {
      notValid.insert(Place(seq: seq, index: index))
    }
    if judgement.standing != .stands { notStanding.insert(seq) }
  }

  /// Whether a signature of a line was valid.
  func isValid(_ index: Int, seq: UInt64) -> Bool { !notValid.contains(Place(seq: seq, index: index)) }

  /// Whether the act of a line stands.
  func stands(_ seq: UInt64) -> Bool { !notStanding.contains(seq) }
}

extension JournalWalk.State {
  /// The signatures on which revocations cast doubt that reach back, in the order of the lines: the lines between are read again, and nothing
  /// of them is verified anew.
  ///
  /// - Throws: `input-output`, of a pipe too, where there is such a revocation.
  func doubted(in reader: JournalReader) throws(RegistryError) -> [DoubtedSignature] {
    let revocations = judge.ring.keys.compactMapValues(\.revocation)
    let steps = revocations.values.flatMap(\.steps)
    let first = steps.map { $0.lastValidSeq &+ 1 }.min().map { max($0, firstJudged) } ?? 0
    let end = steps.map(\.seq).max() ?? 0
    guard first < end else { return [] }
    let mark = chain.marks.last(upTo: first)
    var again = try reader.resumed(at: mark.offset)
    var seq = mark.seq
    var doubted: [DoubtedSignature] = []
    let scanner = LineScanner(catalogue: .standard)
    while seq < end, let raw = try again.nextBlock() {
      let block = Block(raw, scanner: scanner, hashing: false)
      for index in block.lines.indices {
        let line = Line(block: block, index: index)
        if seq >= first, seq < end, line.scanned.refusal == nil, signaturesOf.includes(line, at: seq) {
          doubted += doubtedSignatures(of: line, at: seq, revocations)
        }
        seq += 1
      }
    }
    return doubted
  }

  private func doubtedSignatures(
    of line: Line, at seq: UInt64, _ revocations: [String: KeyRing.Revocation]
  ) -> [DoubtedSignature] {
    let kids = line.block.withLine(line.layout) { bytes in
      line.signatureElements.enumerated().compactMap { index, element -> String? in
        guard case .jws(let header, _) = element, exceptions.isValid(index, seq: seq) else { return nil }
        return offered.signer(header: UnsafeRawBufferPointer(rebasing: bytes[header]))?.header.kid
      }
    }
    let doubted = kids.compactMap { kid -> DoubtedSignature? in
      guard let revokedBySeq = revocations[kid]?.firstSeq(doubting: seq) else { return nil }
      let actStands = exceptions.stands(seq)
      return DoubtedSignature(
        seq: seq, fileOffset: line.fileOffset, kid: kid, actStands: actStands, revokedBySeq: revokedBySeq,
        act: actStands && line.act.canBeAnnulled ? line.act.id : nil)
    }
    return doubted.sorted { $0.kid.utf8.lexicographicallyPrecedes($1.kid.utf8) }
  }
}

/// A signature that was valid where it was made, and whose key a later line says not to have been trustworthy there any more.
///
/// Whoever reads as known at that later line or after it sees `key-revoked`; the act stands as it was judged until it is annulled (format §5),
/// which is told by ``annulledBySeq``.
public struct DoubtedSignature: Sendable, Hashable {
  /// The line of the signature.
  public let seq: UInt64
  /// Where that line begins, in bytes from the start of the file.
  public let fileOffset: UInt64
  /// The thumbprint of the key.
  public let kid: String
  /// Whether the act stands.
  public let actStands: Bool
  /// The first line that casts doubt on it.
  public let revokedBySeq: UInt64
  /// The id of the act, if it stands and can be annulled.
  public let act: UUIDv7?
  /// The line that has annulled the act; `nil` where none has.
  public internal(set) var annulledBySeq: UInt64?

  /// The same with lines counted on from those of the journals before.
  func counted(from firstSeq: UInt64) -> DoubtedSignature {
    DoubtedSignature(
      seq: firstSeq &+ seq, fileOffset: fileOffset, kid: kid, actStands: actStands,
      revokedBySeq: firstSeq &+ revokedBySeq, act: act, annulledBySeq: annulledBySeq.map { firstSeq &+ $0 })
  }
}
