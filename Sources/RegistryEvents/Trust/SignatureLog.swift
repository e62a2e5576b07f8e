/// The valid signatures of each key, by line, so that a revocation that reaches back (format §5) can be told at the end of one
/// walk: of every signature it keeps mostly one byte, whatever its key. Where the lines begin is looked up when it must be told.
struct SignatureLog: Sendable {
  /// One key's signatures: of each, how many lines it is from the one before, as packed numbers.
  private struct Run: Sendable {
    var bytes: [UInt8] = []
    var lastSeq: UInt64 = 0
  }

  private var runs: [String: Run] = [:]

  /// Takes in a valid signature in a line; lines come in their order.
  mutating func append(kid: String, seq: UInt64, actStands: Bool) {
    SignatureLog.append(&runs[kid, default: Run()], seq: seq, actStands: actStands)
  }

  private static func append(_ run: inout Run, seq: UInt64, actStands: Bool) {
    pack((seq - run.lastSeq) << 1 | (actStands ? 1 : 0), into: &run.bytes)
    run.lastSeq = seq
  }

  /// Seven bits a byte, the lowest first; the last byte has no high bit.
  private static func pack(_ number: UInt64, into bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// The signatures on which the revocations of a ring cast doubt afterwards, in the order of the lines.
  func doubted(by ring: KeyRing) -> [DoubtedSignature] {
    var doubted: [DoubtedSignature] = []
    for (kid, run) in runs {
      guard let revocation = ring.keys[kid]?.revocation else { continue }
      var numbers = UnpackedNumbers(run.bytes)
      var seq: UInt64 = 0
      while let number = numbers.next() {
        seq += number >> 1
        guard let revokedBySeq = revocation.firstSeq(doubting: seq) else { continue }
        doubted.append(
          DoubtedSignature(
            seq: seq, fileOffset: nil, kid: kid, actStands: number & 1 == 1, revokedBySeq: revokedBySeq))
      }
    }
    return doubted.sorted {
      $0.seq != $1.seq ? $0.seq < $1.seq : $0.kid.utf8.lexicographicallyPrecedes($1.kid.utf8)
    }
  }

  /// The same, each with where its line begins; of a journal read from a pipe that is not known.
  func doubted(
    by ring: KeyRing, in reader: JournalReader, _ marks: LineMarks, hasher: SHA256Hasher
  ) throws(RegistryError) -> [DoubtedSignature] {
    var doubted = doubted(by: ring)
    guard !doubted.isEmpty, reader.isSeekable else { return doubted }
    try reader.revisit(doubted.map(\.seq), marks, hasher: hasher) { doubted[$0].fileOffset = $1?.fileOffset }
    return doubted
  }

  private struct UnpackedNumbers: IteratorProtocol {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

    mutating func next() -> UInt64? {
      var number: UInt64 = 0
      var shift: UInt64 = 0
      while let byte = bytes.popFirst() {
        number |= UInt64(byte & 0x7F) << shift
        if byte < 0x80 { return number }
        shift += 7
      }
      return nil
    }
  }
}

/// A signature that was valid where it was made, and whose key a later line says not to have been trustworthy there any more.
///
/// Whoever reads as known at that later line or after it sees `key-revoked`; the act stands as it was judged until it is annulled (format §5).
public struct DoubtedSignature: Sendable, Hashable {
  /// The line of the signature.
  public let seq: UInt64
  /// Where that line begins, in bytes from the start of the file; `nil` where it was read from a pipe.
  public internal(set) var fileOffset: UInt64?
  /// The thumbprint of the key.
  public let kid: String
  /// Whether the act stands.
  public let actStands: Bool
  /// The first line that casts doubt on it.
  public let revokedBySeq: UInt64

  /// The same with lines counted on from those of the journals before.
  func counted(from firstSeq: UInt64) -> DoubtedSignature {
    DoubtedSignature(
      seq: firstSeq &+ seq, fileOffset: fileOffset, kid: kid, actStands: actStands,
      revokedBySeq: firstSeq &+ revokedBySeq)
  }
}
