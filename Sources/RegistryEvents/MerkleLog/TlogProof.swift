/// A proof that a line is in a journal, which needs nothing but the line and the journal's note key to be checked (C2SP `tlog-proof`).
///
/// ```
/// c2sp.org/tlog-proof@v1
/// index 3
/// iXgBk5bU8uLLWn2EuGA5zSzUjqDA3pl0kHLtzX8FpvE=
/// mOvUb3ZWAwyE1XGP1PpHOjiGmvUJGAKPfCGqJQ+rs8s=
///
/// apk.registry.example.kz/vectors
/// 5
/// Ej8FRn6t8afIi3ZHpupclnc0n65ZpOIYabX7makJ9yU=
///
/// — apk.registry.example.kz/vectors gHOkyw…
/// ```
///
/// The hashes are the audit path from the leaf's neighbour upwards (RFC 6962 §2.1.1); the checkpoint stands in it word for word, with the
/// cosignatures that it has. Nothing of it is believed before ``verify(line:keys:with:)``.
public struct TlogProof: Sendable, Hashable {
  /// The index of the line, from 0.
  public let index: UInt64
  /// The hashes beside the way from the leaf to the root, the leaf's neighbour first.
  public let path: [Digest]
  /// The checkpoint, not yet verified.
  public let checkpoint: Note
  /// What stands in the line `extra`, which nothing vouches for; `nil` where there is no such line.
  public let extra: [UInt8]?

  /// The first line of every proof.
  private static let header = "c2sp.org/tlog-proof@v1"
  /// No tree of 64-bit size has a longer audit path.
  public static let longestPath = 64
  /// The most bytes that a proof may have: those of a note, and as many again for the rest.
  public static let largestByteCount = 2 * Note.largestByteCount

  /// A proof of its parts.
  public init(index: UInt64, path: [Digest], checkpoint: Note, extra: [UInt8]? = nil) {
    self.index = index
    self.path = path
    self.checkpoint = checkpoint
    self.extra = extra
  }

  /// Reads a proof.
  ///
  /// - Throws: `proof-malformed`, whatever is wrong, be it in the checkpoint.
  public init(_ bytes: some Collection<UInt8>) throws {
    let malformed = RegistryError(.proofMalformed)
    guard bytes.count <= TlogProof.largestByteCount else { throw malformed }
    let bytes = Array(bytes)
    var lines = LineCursor(bytes)
    guard lines.next()?.elementsEqual(TlogProof.header.utf8) ?? false, var line = lines.next() else { throw malformed }
    var extra: [UInt8]?
    if let text = line.dropping(prefix: "extra ") {
      guard let decoded = Base64.standard.decode(text), let next = lines.next() else { throw malformed }
      extra = decoded
      line = next
    }
    guard let index = line.dropping(prefix: "index ").flatMap({ UInt64(decimal: $0) }) else { throw malformed }
    guard let path = lines.digestsUpToEmptyLine(limit: TlogProof.longestPath),
      let checkpoint = try? Note(lines.rest), (try? Checkpoint(text: checkpoint.text)) != nil
    else { throw malformed }
    self.init(index: index, path: path, checkpoint: checkpoint, extra: extra)
  }

  /// The proof as it is stored and sent, in a file that ends in `.tlog-proof`.
  public var bytes: [UInt8] {
    var text = TlogProof.header + "\n"
    if let extra { text += "extra \(Base64.standard.encode(extra))\n" }
    text += "index \(index)\n" + path.map { Base64.standard.encode($0.bytes) + "\n" }.joined() + "\n"
    return Array(text.utf8) + checkpoint.bytes
  }

  /// Verifies that a line is in the journal that a checkpoint speaks of.
  ///
  /// - Parameters:
  ///   - line: the bytes of the line, without its LF.
  ///   - keys: the note keys of the journal; one that is named as the origin must have signed.
  /// - Returns: the checkpoint.
  /// - Throws: `note-unsigned` or `note-malformed` for the checkpoint; `proof-invalid` where the line is not at the index of that tree.
  public func verify(
    line: some Collection<UInt8>, keys: [VerifierKey], with hasher: SHA256Hasher
  ) throws -> Checkpoint {
    try verify(leafHash: hasher.leafHash(line), keys: keys, with: hasher)
  }

  /// The same of a line's leaf hash.
  public func verify(leafHash: Digest, keys: [VerifierKey], with hasher: SHA256Hasher) throws -> Checkpoint {
    let checkpoint = try Checkpoint(opening: checkpoint, with: keys)
    let inclusion = InclusionProof(index: index, size: checkpoint.size, path: path)
    guard inclusion.verify(leafHash: leafHash, root: checkpoint.root, with: hasher) else {
      throw RegistryError(.proofInvalid, detail: "line \(index) of \(checkpoint.size)")
    }
    return checkpoint
  }
}
