/// A signature over the bytes of an act: a JWS whose payload is elsewhere (RFC 7515 appendix F, format §4).
public struct DetachedJWS: Sendable, Hashable {
  /// The protected header in base64url.
  public let protected: String
  /// The signature in base64url.
  public let signature: String

  /// A signature as it stands in a line.
  public init(protected: String, signature: String) {
    self.protected = protected
    self.signature = signature
  }

  /// Signs the bytes of an act, as they will stand in the line.
  ///
  /// - Throws: `cryptography-failed`.
  public static func sign(_ act: some Collection<UInt8>, with key: PrivateKey) throws -> DetachedJWS {
    let header = ProtectedHeader(key.publicKey)
    var input: [UInt8] = []
    _ = act.withContiguousBytes { SigningInput.assemble(header, $0, into: &input) }
    return DetachedJWS(
      protected: String(decoding: header.encoded, as: UTF8.self), signature: Base64.url.encode(try key.sign(input)))
  }

  /// The element of `signatures`.
  public var canonicalValue: CanonicalValue {
    ["protected": .string(protected), "signature": .string(signature)]
  }
}

/// The bytes that a JWS signs: `ASCII(P || "." || BASE64URL(payload))` (RFC 7515 §5.1).
enum SigningInput {
  /// Puts them at the start of an array, which grows where it must, so that one array serves many.
  ///
  /// - Returns: how many they are.
  static func assemble(_ header: ProtectedHeader, _ payload: UnsafeRawBufferPointer, into input: inout [UInt8]) -> Int {
    let start = header.encoded.count + 1
    let count = start + Base64.urlLength(of: payload.count)
    if input.count < count { input.append(contentsOf: repeatElement(0, count: count - input.count)) }
    input.withUnsafeMutableBytes { target in
      target.copyBytes(from: header.encoded)
      target[start - 1] = UInt8(ascii: ".")
      Base64.encodeURL(payload, into: UnsafeMutableRawBufferPointer(rebasing: target[start..<count]))
    }
    return count
  }
}
