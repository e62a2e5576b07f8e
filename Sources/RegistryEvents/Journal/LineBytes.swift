/// Writes lines: the act's bytes as they were signed, between what the journal vouches for (format §1).
public enum LineBytes {
  /// The canonical bytes of a line, without its LF.
  public static func of(_ signed: SignedAct, prev: Digest, recorded: Instant, seq: UInt64) -> [UInt8] {
    var writer = CanonicalWriter()
    writer.raw("{\"act\":")
    writer.raw(signed.act)
    writer.raw(",\"prev\":")
    writer.write(.string(prev.description))
    writer.raw(",\"recorded\":")
    writer.write(.string(recorded.description))
    writer.raw(",\"seq\":")
    writer.write(.integer(Int64(clamping: seq)))
    writer.raw(",\"signatures\":")
    writer.write(.array(signed.signatures.map(\.canonicalValue)))
    writer.raw("}")
    return writer.bytes
  }
}
