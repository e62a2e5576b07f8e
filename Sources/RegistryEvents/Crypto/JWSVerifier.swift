/// Checks detached signatures, one after another, on one thread.
///
/// Holds the memory in which the signing input is put together, so a check allocates nothing of its own. Not Sendable: one for
/// each thread of work; the keys are shared.
public final class JWSVerifier {
  // Unsafe: the raw buffers are the caller's, alive for the call, and are only read.
  private var input: [UInt8] = []
  private var signatureBytes = [UInt8](repeating: 0, count: JWSVerifier.largestSignatureByteCount)

  private static let largestSignatureByteCount = 4096 / 8

  /// A verifier.
  public init() {}

  /// Whether a signature over the bytes of an act is valid: strictly so, by format §4.
  ///
  /// A signature that is not base64url in its one spelling is not valid, nor is one whose header names another algorithm than
  /// the key's. That the header's `kid` names this key is the caller's knowledge.
  ///
  /// - Parameters:
  ///   - signature: the text of the member `signature`, base64url.
  ///   - act: the bytes of `act`, as they stand in the line.
  public func verify(
    _ signature: UnsafeRawBufferPointer, header: ProtectedHeader, act: UnsafeRawBufferPointer, key: PublicKey
  ) -> Bool {
    guard header.algorithm == key.algorithm else { return false }
    var count = 0
    let decoded = signatureBytes.withUnsafeMutableBytes { target in
      Base64.url.decode(signature, into: target, count: &count)
    }
    guard decoded else { return false }
    let length = SigningInput.assemble(header, act, into: &input)
    return input.withUnsafeBytes { input in
      signatureBytes.withUnsafeBytes { bytes in
        key.verify(
          signature: UnsafeRawBufferPointer(rebasing: bytes.prefix(count)),
          message: UnsafeRawBufferPointer(rebasing: input.prefix(length)))
      }
    }
  }

  /// The same for bytes in any collection.
  public func verify(
    _ signature: some Collection<UInt8>, header: ProtectedHeader, act: some Collection<UInt8>, key: PublicKey
  ) -> Bool {
    signature.withContiguousBytes { signature in
      act.withContiguousBytes { verify(signature, header: header, act: $0, key: key) }
    }
  }
}
