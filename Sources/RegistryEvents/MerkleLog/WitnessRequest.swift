/// What a witness is asked: to cosign a checkpoint, with the proof that it extends the tree that the witness saw last (C2SP `tlog-witness`, the
/// body of `add-checkpoint`).
///
/// ```
/// old 5
/// iXgBk5bU8uLLWn2EuGA5zSzUjqDA3pl0kHLtzX8FpvE=
///
/// apk.registry.example.kz/vectors
/// 9
/// Ej8FRn6t8afIi3ZHpupclnc0n65ZpOIYabX7makJ9yU=
///
/// — apk.registry.example.kz/vectors gHOkyw…
/// ```
public struct WitnessRequest: Sendable, Hashable {
  /// The size of the tree that the witness saw last; 0 where it saw none.
  public let oldSize: UInt64
  /// The consistency proof from the old size to the checkpoint's.
  public let path: [Digest]
  /// The checkpoint, not yet verified.
  public let checkpoint: Note

  /// The specification's limit: no proof of two trees of 63-bit size has more hashes.
  private static let longestPath = 63

  /// A request of its parts.
  public init(oldSize: UInt64, path: [Digest], checkpoint: Note) {
    self.oldSize = oldSize
    self.path = path
    self.checkpoint = checkpoint
  }

  /// Reads a request.
  ///
  /// - Throws: `proof-malformed`, whatever is wrong, be it in the checkpoint.
  public init(_ bytes: some Collection<UInt8>) throws {
    let malformed = RegistryError(.proofMalformed, detail: "a request to a witness")
    guard bytes.count <= TlogProof.largestByteCount else { throw malformed }
    var lines = LineCursor(Array(bytes))
    guard let oldSize = lines.next()?.dropping(prefix: "old ").flatMap({ UInt64(decimal: $0) }),
      let path = lines.digestsUpToEmptyLine(limit: WitnessRequest.longestPath),
      let checkpoint = try? Note(lines.rest), (try? Checkpoint(text: checkpoint.text)) != nil
    else { throw malformed }
    self.init(oldSize: oldSize, path: path, checkpoint: checkpoint)
  }

  /// The request as it is sent.
  public var bytes: [UInt8] {
    let hashes = path.map { Base64.standard.encode($0.bytes) + "\n" }.joined()
    return Array("old \(oldSize)\n\(hashes)\n".utf8) + checkpoint.bytes
  }
}
