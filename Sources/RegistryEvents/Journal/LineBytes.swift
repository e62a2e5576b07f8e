/// Writes lines: the act's bytes as they were signed, between what the journal vouches for (format §1).
public enum LineBytes {
  /// The canonical bytes of a line, without its LF.
  public static func of(_ signed: SignedAct, prev: Digest, recorded: Instant, seq: UInt64) -> [UInt8] {
    var writer = CanonicalWriter()
    writer.raw("{\"act\":")
    writer.raw(signed.act)
    writer.raw(",\"prev\":")
    writer.write(string: prev.description)
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
