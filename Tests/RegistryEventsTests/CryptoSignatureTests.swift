import Testing

@testable import RegistryEvents

@Suite("Signatures by P-256 and RSA")
struct CryptoSignatureTests {
  struct Example: Decodable {
    var jwk: [String: String]
    var d, thumbprint, input, signature: String?

    static func named(_ name: String) throws -> Example {
      let examples = try CryptoFixture.json("signatures/jose.json", as: [String: Example].self)
      return try #require(examples[name])
    }
  }

  struct RSACases: Decodable {
    var message, rs256, ps256: String
    var notPS256, notRS256: [String: String]
  }

  /// The order of P-256's group (FIPS 186-4 D.1.2.3), big-endian.
  static let order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551"

  @Test("a key without its private half signs nothing, and says so")
  func noPrivateHalf() throws {
    let jwk = try Example.named("rfc7515A3").jwk
    let key = try LibcryptoKey.p256(x: CryptoFixture.base64url(jwk["x"]), y: CryptoFixture.base64url(jwk["y"]))
    let refusal = code { _ = try key.sign(UnsafeRawBufferPointer(start: nil, count: 0), algorithm: .es256) }
    #expect(refusal == .cryptographyFailed)
  }

  @Test(
    "the examples of RFC 7515 and RFC 8037 verify",
    arguments: [("rfc7515A2", "RS256"), ("rfc7515A3", "ES256"), ("rfc8037A", "Ed25519")])
  func published(name: String, alg: String) throws {
    let example = try Example.named(name)
    let key = try PublicKey(jwk: CryptoFixture.jwk(example.jwk, alg: alg))
    let input = Array(try #require(example.input).utf8)
    let signature = try CryptoFixture.base64url(example.signature)
    #expect(key.verify(signature: signature, message: input))
    #expect(!key.verify(signature: signature, message: input.dropLast()))
    for index in signature.indices {
      var mangled = signature
      mangled[index] ^= 0x10
      #expect(!key.verify(signature: mangled, message: input))
    }
    for count in [0, 1, 63, 65, 255, 257] {
      let resized = (signature + [UInt8](repeating: 0, count: 257)).prefix(count)
      #expect(!key.verify(signature: resized, message: input))
    }
    #expect(!key.verify(signature: [0] + signature, message: input))
  }

  @Test("RFC 8037 appendix A: the seed gives the key, and the key signs the example")
  func rfc8037() throws {
    let example = try Example.named("rfc8037A")
    let seed = try CryptoFixture.base64url(example.d)
    let key = try PrivateKey(ed25519Seed: SecretBytes(copying: seed))
    #expect(key.publicKey.jwk == CryptoFixture.jwk(example.jwk, alg: "Ed25519"))
    #expect(key.publicKey.thumbprint == example.thumbprint)
    let input = try #require(example.input)
    #expect(Base64.url.encode(try key.sign(input.utf8)) == example.signature)
  }

  @Test("ES256: r and s lie in [1, n−1]")
  func ranges() throws {
    let key = try PrivateKey.generate(.es256)
    let message = Array("act".utf8)
    let signature = try key.sign(message)
    let zero = [UInt8](repeating: 0, count: 32)
    let order = try CryptoFixture.hex(CryptoSignatureTests.order)
    let all = [UInt8](repeating: 0xFF, count: 32)
    let (r, s) = (Array(signature.prefix(32)), Array(signature.suffix(32)))
    #expect(key.publicKey.verify(signature: r + s, message: message))
    for bad in [zero, order, all] {
      #expect(!key.publicKey.verify(signature: bad + s, message: message))
      #expect(!key.publicKey.verify(signature: r + bad, message: message))
      #expect(!key.publicKey.verify(signature: bad + bad, message: message))
    }
  }

  @Test("ES256: s and n − s are both valid")
  func highAndLow() throws {
    let key = try PrivateKey.generate(.es256)
    let signature = try key.sign("act".utf8)
    var borrow = 0
    var mirrored: [UInt8] = []
    for (n, s) in zip(try CryptoFixture.hex(CryptoSignatureTests.order), signature.suffix(32)).reversed() {
      let difference = Int(n) - Int(s) - borrow
      borrow = difference < 0 ? 1 : 0
      mirrored.insert(UInt8(truncatingIfNeeded: difference), at: 0)
    }
    #expect(mirrored != Array(signature.suffix(32)))
    #expect(key.publicKey.verify(signature: signature.prefix(32) + mirrored, message: "act".utf8))
  }

  @Test("ES256: r and s that begin with zero bytes keep their 32 bytes")
  func leadingZeros() throws {
    let key = try PrivateKey.generate(.es256)
    var short = 0
    for number in 0..<2000 {
      let message = Array("act \(number)".utf8)
      let signature = try key.sign(message)
      #expect(signature.count == 64)
      guard signature[0] == 0 || signature[32] == 0 else { continue }
      short += 1
      #expect(key.publicKey.verify(signature: signature, message: message))
    }
    // About 16 are to be expected; none at all has a chance of one in six million.
    #expect(short > 0)
  }

  @Test("an RSA signature with another padding, salt or digest is not valid")
  func rsaForms() throws {
    let cases = try CryptoFixture.json("signatures/rsa.json", as: RSACases.self)
    let pem = try CryptoFixture.bytes("keys/rsa2048.pub.pem")
    let message = Array(cases.message.utf8)
    func isValid(_ text: String, _ algorithm: SignatureAlgorithm) throws -> Bool {
      let signature = try CryptoFixture.base64url(text)
      return try PublicKey(pem: pem, rsa: algorithm).verify(signature: signature, message: message)
    }
    #expect(try isValid(cases.rs256, .rs256))
    #expect(try isValid(cases.ps256, .ps256))
    #expect(try !isValid(cases.rs256, .ps256))
    #expect(try !isValid(cases.ps256, .rs256))
    #expect(cases.notPS256.count == 7 && cases.notRS256.count == 6)
    for (name, signature) in cases.notPS256 { #expect(try !isValid(signature, .ps256), "\(name)") }
    for (name, signature) in cases.notRS256 { #expect(try !isValid(signature, .rs256), "\(name)") }
  }

  @Test("one key verifies on several threads at once", arguments: SignatureAlgorithm.allCases)
  func threads(algorithm: SignatureAlgorithm) async throws {
    let key = try PrivateKey.generate(algorithm, rsaBitCount: 2048)
    let signature = try key.sign("act".utf8)
    let verdicts = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          (0..<50).allSatisfy { _ in
            key.publicKey.verify(signature: signature, message: "act".utf8)
              && !key.publicKey.verify(signature: signature, message: "act \(task)".utf8)
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(verdicts == [Bool](repeating: true, count: 8))
  }
}
