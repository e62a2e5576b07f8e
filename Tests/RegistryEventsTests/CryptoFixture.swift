import Foundation
import RegistryEvents
import Testing

/// Files of `Fixtures`, as bytes and as JSON.
enum CryptoFixture {
  static func bytes(_ path: String) throws -> [UInt8] {
    let url = try #require(Bundle.module.url(forResource: "Fixtures/" + path, withExtension: nil))
    return [UInt8](try Data(contentsOf: url))
  }

  static func secret(_ path: String) throws -> SecretBytes { SecretBytes(copying: try bytes(path)) }

  static func json<Value: Decodable>(_ path: String, as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes(path)))
  }

  /// A JWK of strings, as a published document writes it, with the `alg` that the format wants.
  static func jwk(_ members: [String: String], alg: String) -> CanonicalValue {
    .object(members.mapValues { .string($0) }.merging(["alg": .string(alg)]) { _, last in last })
  }

  static func hex(_ text: String) throws -> [UInt8] { try #require(Hex.decode(Array(text.utf8))) }

  /// The bytes of base64url that is there.
  static func base64url(_ text: String?) throws -> [UInt8] {
    let text = try #require(text)
    return try #require(Base64.url.decode(text))
  }

  static let passphrase = Array("құпия сөз".utf8)
}

/// The code of the `RegistryError` that a function throws; `nil` where it throws none.
func code(of body: () throws -> Void) -> ErrorCode? {
  do {
    try body()
    return nil
  } catch {
    return (error as? RegistryError)?.code
  }
}
