/// The protected header of a signature: canonical JSON with exactly `alg`, `kid` and `typ` (format §4).
///
/// A pure function of its bytes, and a journal has a handful of them: worth keeping by their text.
public struct ProtectedHeader: Sendable, Hashable {
  /// The `alg` as it stands; it may be one that this reader does not know.
  public let algorithmName: String
  /// The `kid`: the thumbprint of the signer's key.
  public let kid: String
  /// The header in base64url, as the signature covers it: ASCII.
  public let encoded: [UInt8]

  /// The algorithm; `nil` for one that the format does not list.
  public let algorithm: SignatureAlgorithm?

  /// The header of signatures by a key.
  public init(_ key: PublicKey) {
    algorithm = key.algorithm
    algorithmName = key.algorithm.rawValue
    kid = key.thumbprint
    encoded = Array(Base64.url.encode(ProtectedHeader.canonical(algorithmName.utf8, kid.utf8)).utf8)
  }

  /// Reads a header: base64url of the very bytes that the format wants, no other spelling.
  ///
  /// `alg` and `kid` are 1 to 128 printable ASCII characters that JSON does not escape: every registered `alg` and every
  /// thumbprint is.
  ///
  /// - Throws: `header-invalid`.
  public init(encoded text: some Collection<UInt8>) throws {
    let invalid = RegistryError(.headerInvalid)
    guard text.count <= 512, let json = Base64.url.decode(text) else { throw invalid }
    var rest = json[...]
    func value(after prefix: String) throws -> ArraySlice<UInt8> {
      guard rest.starts(with: prefix.utf8) else { throw invalid }
      rest = rest.dropFirst(prefix.utf8.count)
      let value = rest.prefix { $0 != UInt8(ascii: "\"") }
      let plain = value.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
      guard plain, (1...128).contains(value.count) else { throw invalid }
      rest = rest.dropFirst(value.count)
      return value
    }
    let algorithm = try value(after: "{\"alg\":\"")
    let kid = try value(after: "\",\"kid\":\"")
    guard json == ProtectedHeader.canonical(algorithm, kid) else { throw invalid }
    algorithmName = String(decoding: algorithm, as: UTF8.self)
    self.algorithm = SignatureAlgorithm(rawValue: algorithmName)
    self.kid = String(decoding: kid, as: UTF8.self)
    encoded = Array(text)
  }

  private static func canonical(_ algorithm: some Sequence<UInt8>, _ kid: some Sequence<UInt8>) -> [UInt8] {
    var json = Array("{\"alg\":\"".utf8)
    json += algorithm
    json += "\",\"kid\":\"".utf8
    json += kid
    json += "\",\"typ\":\"registry-act+jws\"}".utf8
    return json
  }
}
