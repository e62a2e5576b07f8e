/// Writes lines: the act's bytes as they were signed, between what the journal vouches for (format §1).
public enum LineBytes {
  /// The canonical bytes of a line, without its LF.
  public static func of(_ signed: SignedAct, prev: Digest, recorded: Instant, seq: UInt64) -> [UInt8] {
    let texts = signed.signatures.reduce(0) { $0 + $1.protected.utf8.count + $1.signature.utf8.count + 32 }
    var writer = CanonicalWriter(reserving: signed.act.count + texts + 192)
    writer.raw("{\"act\":")
    writer.raw(signed.act)
    writer.raw(",\"prev\":")
    writer.write(digest: prev)
    writer.raw(",\"recorded\":")
    writer.write(string: recorded.description)
    writer.raw(",\"seq\":")
    writer.write(.integer(Int64(clamping: seq)))
    writer.raw(",\"signatures\":[")
    for (index, signature) in signed.signatures.enumerated() {
      if index > 0 { writer.raw(",") }
      writer.raw("{\"protected\":")
      writer.write(string: signature.protected)
      writer.raw(",\"signature\":")
      writer.write(string: signature.signature)
      writer.raw("}")
    }
    writer.raw("]}")
    return writer.bytes
  }
}
