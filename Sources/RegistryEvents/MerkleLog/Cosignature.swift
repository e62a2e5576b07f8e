/// A witness's word that it saw a journal grow only, and that this is the largest tree that it saw (C2SP `tlog-cosignature`, Ed25519).
///
/// Only ``Note/cosignatures(by:)`` makes one. It says nothing of the checkpoint's extension lines.
public struct Cosignature: Sendable, Hashable {
  /// The witness.
  public let cosigner: CosignerKey
  /// When it signed, by its own clock: seconds since 1970-01-01T00:00:00Z, at most 2^63 − 1.
  public let timestamp: UInt64

  /// The bytes of the timestamp before the signature.
  private static let timestampByteCount = 8

  fileprivate init(cosigner: CosignerKey, timestamp: UInt64) {
    self.cosigner = cosigner
    self.timestamp = timestamp
  }

  /// What is signed: a header line, the time, and the note's text with its final LF.
  static func message(_ text: String, timestamp: UInt64) -> [UInt8] {
    Array("cosignature/v1\ntime \(timestamp)\n\(text)".utf8)
  }

  /// The time that a signature line claims and what is left of it; `nil` where it is too short or beyond 2^63 − 1.
  fileprivate static func parts(of signature: NoteSignature) -> (timestamp: UInt64, signature: ArraySlice<UInt8>)? {
    guard signature.signature.count > timestampByteCount else { return nil }
    let timestamp = UInt64(bigEndianBytes: signature.signature)
    return timestamp > UInt64(Int64.max) ? nil : (timestamp, signature.signature.dropFirst(timestampByteCount))
  }
}

extension Note {
  /// Verifies the cosignatures of witnesses that are known. A witness is known by name and id together; lines of others are passed over.
  ///
  /// - Returns: one cosignature for each witness that signed, its latest, in the order of the witnesses.
  /// - Throws: `note-unsigned` where a line of a known witness is not valid.
  public func cosignatures(by cosigners: [CosignerKey]) throws -> [Cosignature] {
    try cosigners.compactMap { cosigner in
      let timestamps = try signatures.filter { cosigner.matches($0) }.map { line in
        guard let (timestamp, signature) = Cosignature.parts(of: line),
          cosigner.publicKey.verify(
            signature: signature, message: Cosignature.message(text, timestamp: timestamp))
        else { throw RegistryError(.noteUnsigned, detail: "the cosignature of \(cosigner.name) fails") }
        return timestamp
      }
      return timestamps.max().map { Cosignature(cosigner: cosigner, timestamp: $0) }
    }
  }

  /// The note with one more line: a witness's cosignature of a time.
  ///
  /// - Throws: `note-malformed` where the note is full, `value-invalid` for a time before 1970, or `cryptography-failed`.
  public func cosigned(by cosigner: Cosigner, at time: Instant) throws -> Note {
    try adding([cosigner.sign(text, at: time)])
  }
}

extension UInt64 {
  /// The number that eight bytes are, the most significant first.
  init(bigEndianBytes bytes: some Sequence<UInt8>) { self = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }

  /// The eight bytes of the number, the most significant first.
  var bigEndianBytes: [UInt8] {
    stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: self >> UInt64($0)) }
  }
}
