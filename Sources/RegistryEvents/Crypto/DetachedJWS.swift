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
    act.withContiguousBytes { SigningInput.assemble(header, $0, into: &input) }
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
  /// Puts them into an array in place of what it held, so that one array serves many.
  static func assemble(_ header: ProtectedHeader, _ payload: UnsafeRawBufferPointer, into input: inout [UInt8]) {
    input.removeAll(keepingCapacity: true)
    input.append(contentsOf: header.encoded)
    input.append(UInt8(ascii: "."))
    Base64.url.encode(payload, appendingTo: &input)
  }
}
