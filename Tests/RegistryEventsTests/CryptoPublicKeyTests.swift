import RegistryEvents
import Testing

@Suite("Public keys")
struct CryptoPublicKeyTests {
  static let names = ["ed25519", "p256", "rsa2048"]

  private static func jwk(_ name: String) throws -> [String: CanonicalValue] {
    let key = try PublicKey(pem: CryptoFixture.bytes("keys/\(name).pub.pem"))
    return try #require(key.jwk.object)
  }

  @Test(
    "RFC 7638 §3.1 and RFC 8037 A.3 have these thumbprints",
    arguments: [("rfc7638", "RS256"), ("rfc7638", "PS256"), ("rfc8037A", "Ed25519")])
  func thumbprints(name: String, alg: String) throws {
    let example = try CryptoSignatureTests.Example.named(name)
    #expect(try PublicKey(jwk: CryptoFixture.jwk(example.jwk, alg: alg)).thumbprint == example.thumbprint)
  }

  @Test("a key comes back from its JWK, its PEM and its DER, the PEM as openssl wrote it", arguments: names)
  func roundTrips(name: String) throws {
    let pem = try CryptoFixture.bytes("keys/\(name).pub.pem")
    let key = try PublicKey(pem: pem)
    #expect(Array(try key.pem().utf8) == pem)
    #expect(try PublicKey(jwk: key.jwk) == key)
    #expect(try PublicKey(spki: key.spki()) == key)
    #expect(try PrivateKey(pem: CryptoFixture.secret("keys/\(name).pem")).publicKey == key)
  }

  @Test("an RSA key is for RS256 unless PS256 is said, and the two are not one key")
  func rsaAlgorithms() throws {
    let pem = try CryptoFixture.bytes("keys/rsa2048.pub.pem")
    let (first, second) = (try PublicKey(pem: pem), try PublicKey(pem: pem, rsa: .ps256))
    #expect(first.algorithm == .rs256 && second.algorithm == .ps256)
    #expect(first.thumbprint == second.thumbprint && first != second)
    #expect(code { _ = try PublicKey(pem: pem, rsa: .es256) } == .keyUnsupported)
  }

  @Test("a JWK with a member too many or too few is malformed", arguments: names)
  func members(name: String) throws {
    let jwk = try CryptoPublicKeyTests.jwk(name)
    for member in jwk.keys {
      #expect(code { _ = try PublicKey(jwk: .object(jwk.filter { $0.key != member })) } == .keyMalformed, "\(member)")
      for value in [CanonicalValue.null, 1, "", [], "AQ=="] {
        let changed = CanonicalValue.object(jwk.merging([member: value]) { _, last in last })
        #expect(code { _ = try PublicKey(jwk: changed) } != nil, "\(member)")
      }
    }
    for extra in ["use", "kid", "d", "key_ops"] {
      let changed = CanonicalValue.object(jwk.merging([extra: "sig"]) { _, last in last })
      #expect(code { _ = try PublicKey(jwk: changed) } == .keyMalformed, "\(extra)")
    }
  }

  @Test(
    "a value that is not the kind's own is refused",
    arguments: [
      ("ed25519", "kty", "EC", ErrorCode.keyMalformed), ("ed25519", "crv", "X25519", .keyMalformed),
      ("ed25519", "kty", "O\u{212A}P", .keyMalformed), ("ed25519", "alg", "EdDSA", .algorithmUnsupported),
      ("ed25519", "alg", "ML-DSA-44", .algorithmUnsupported), ("ed25519", "alg", "ES256", .keyMalformed),
      ("p256", "crv", "P-384", .keyMalformed), ("p256", "kty", "OKP", .keyMalformed),
      ("p256", "alg", "ES384", .algorithmUnsupported), ("p256", "alg", "Ed25519", .keyMalformed),
      ("p256", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", .keyMalformed),
      ("rsa2048", "e", "AAEAAQ", .keyMalformed), ("rsa2048", "e", "Aw", .keyMalformed),
      ("rsa2048", "alg", "RS512", .algorithmUnsupported), ("rsa2048", "alg", "ES256", .keyMalformed),
      ("rsa2048", "n", "AQAB", .keyUnsupported),
    ] as [(String, String, String, ErrorCode)])
  func values(name: String, member: String, value: String, expected: ErrorCode) throws {
    let jwk = try CryptoPublicKeyTests.jwk(name).merging([member: .string(value)]) { _, last in last }
    #expect(code { _ = try PublicKey(jwk: .object(jwk)) } == expected)
  }

  @Test("what is no object is malformed", arguments: [CanonicalValue.null, 1, "x", [], [:]])
  func noObject(value: CanonicalValue) {
    #expect(code { _ = try PublicKey(jwk: value) } == .keyMalformed)
  }

  @Test("a P-256 coordinate has 32 bytes, less than p, on the curve")
  func coordinates() throws {
    let jwk = try CryptoPublicKeyTests.jwk("p256")
    let x = try CryptoFixture.base64url(jwk["x"]?.string)
    let y = try CryptoFixture.base64url(jwk["y"]?.string)
    #expect(throws: Never.self) { try PublicKey(p256: x, y) }
    for (badX, badY) in [
      (y, x), ([0] + x, y), (x, [0] + y), (x.dropLast(), y), (x, Array(y.dropLast())), ([], []),
      (x, [UInt8](repeating: 0xFF, count: 32)), ([UInt8](repeating: 0xFF, count: 32), y),
    ] as [([UInt8], [UInt8])] {
      #expect(code { _ = try PublicKey(p256: badX, badY) } == .keyMalformed)
    }
  }

  @Test(
    "an RSA modulus has 2048 to 4096 bits, no leading zero byte, and is odd",
    arguments: [
      (255, 0xFF, 1, ErrorCode.keyUnsupported), (256, 0x7F, 1, .keyUnsupported), (256, 0x80, 1, nil),
      (257, 0x00, 1, .keyMalformed),
      (257, 0x01, 1, nil), (512, 0xFF, 1, nil), (513, 0x01, 1, .keyUnsupported), (256, 0xFF, 2, .keyMalformed),
      (0, 0, 0, .keyMalformed), (100_000, 0xFF, 1, .keyUnsupported),
    ] as [(Int, UInt8, UInt8, ErrorCode?)])
  func moduli(count: Int, first: UInt8, last: UInt8, expected: ErrorCode?) {
    var modulus = [UInt8](repeating: 0x5A, count: count)
    if count > 0 {
      modulus[0] = first
      modulus[count - 1] = last
    }
    #expect(code { _ = try PublicKey(rsa: modulus, .ps256) } == expected)
  }

  @Test("another kind of key is unsupported", arguments: ["p384", "rsa1024", "rsa-e3", "x25519", "rsa-pss"])
  func unsupported(name: String) throws {
    let pem = try CryptoFixture.bytes("keys/unsupported-\(name).pub.pem")
    #expect(code { _ = try PublicKey(pem: pem) } == .keyUnsupported)
  }

  @Test("a private key's PEM is not a public key's")
  func privatePEM() throws {
    let pem = try CryptoFixture.bytes("keys/ed25519.pem")
    #expect(code { _ = try PublicKey(pem: pem) } == .keyUnsupported)
  }

  @Test("every byte of a PEM, mangled in eight ways or cut off there, is a key or an error", arguments: names)
  func mangled(name: String) throws {
    let pem = try CryptoFixture.bytes("keys/\(name).pub.pem")
    for index in pem.indices {
      for bit in 0..<8 {
        var changed = pem
        changed[index] ^= 1 << bit
        let code = code { _ = try PublicKey(pem: changed) }
        #expect([nil, .keyMalformed, .keyUnsupported].contains(code), "byte \(index), bit \(bit)")
      }
      if index < pem.count - 1 {
        #expect(code { _ = try PublicKey(pem: pem.prefix(index)) } == .keyMalformed, "\(index)")
      }
    }
    let der = try PublicKey(pem: pem).spki()
    for index in der.indices { #expect(code { _ = try PublicKey(spki: der.prefix(index)) } == .keyMalformed) }
    #expect(code { _ = try PublicKey(spki: der + [0]) } == .keyMalformed)
  }
}
