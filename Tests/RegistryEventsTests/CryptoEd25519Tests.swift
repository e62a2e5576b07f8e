import Testing

@testable import RegistryEvents

@Suite("Ed25519")
struct CryptoEd25519Tests {
  struct Published: Decodable {
    var name, seed, publicKey, message, signature: String
  }

  struct Edge: Decodable {
    var name, publicKey, message, signature: String
    var valid, cofactorless, cofactored: Bool
  }

  struct Point: Decodable {
    var encoding: String
    var sound: Bool
  }

  /// Whether a signature is valid, asked of libsodium's function itself and of a key parsed as the format wants.
  private func verdicts(key: String, message: String, signature: String) throws -> (bare: Bool, parsed: Bool) {
    let key = try CryptoFixture.hex(key)
    let message = try CryptoFixture.hex(message)
    let signature = try CryptoFixture.hex(signature)
    let bare = signature.withUnsafeBytes { signature in
      message.withUnsafeBytes { Ed25519.verify(signature: signature, message: $0, key: key) }
    }
    let parsed = (try? PublicKey(ed25519: key))?.verify(signature: signature, message: message) ?? false
    return (bare, parsed)
  }

  @Test("RFC 8032 §7.1: keys, signatures, and every changed bit of a signature")
  func published() throws {
    let vectors = try CryptoFixture.json("signatures/rfc8032.json", as: [Published].self)
    #expect(vectors.count == 5)
    for vector in vectors {
      let key = try PrivateKey(ed25519Seed: SecretBytes(copying: CryptoFixture.hex(vector.seed)))
      let message = try CryptoFixture.hex(vector.message)
      #expect(key.publicKey.ed25519.map { Hex.encode($0) } == vector.publicKey)
      #expect(Hex.encode(try key.sign(message)) == vector.signature)
      var signature = try CryptoFixture.hex(vector.signature)
      #expect(key.publicKey.verify(signature: signature, message: message))
      #expect(!key.publicKey.verify(signature: signature, message: message + [0]))
      for bit in 0..<512 {
        signature[bit / 8] ^= 1 << (bit % 8)
        #expect(!key.publicKey.verify(signature: signature, message: message), "\(vector.name), bit \(bit)")
        signature[bit / 8] ^= 1 << (bit % 8)
      }
    }
  }

  @Test("a signature of another length is not valid")
  func lengths() throws {
    let key = try PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](repeating: 7, count: 32)))
    let signature = try key.sign("act".utf8)
    for count in 0..<64 { #expect(!key.publicKey.verify(signature: signature.prefix(count), message: "act".utf8)) }
    #expect(!key.publicKey.verify(signature: signature + [0], message: "act".utf8))
  }

  @Test("of the speccheck cases the only one to pass has points of mixed order, and holds without the cofactor")
  func speccheck() throws {
    struct Case: Decodable { var message, pub_key, signature: String }
    let cases = try CryptoFixture.json("signatures/ed25519-speccheck.json", as: [Case].self)
    let passed = try cases.map { try verdicts(key: $0.pub_key, message: $0.message, signature: $0.signature) }
    #expect(passed.map(\.bare) == (0..<10).map { $0 == 3 })
    #expect(passed.map(\.parsed) == (0..<10).map { $0 == 3 })
  }

  @Test("edge cases built from the equations have the format's verdict")
  func edges() throws {
    let cases = try CryptoFixture.json("signatures/ed25519-edges.json", as: [Edge].self)
    #expect(cases.count == 49)
    // The file must hold what a lax verifier would take, or the test could not fail.
    #expect(cases.filter { !$0.valid && $0.cofactorless }.count > 30)
    #expect(cases.filter { !$0.valid && $0.cofactored && !$0.cofactorless }.count > 10)
    for edge in cases {
      let verdicts = try verdicts(key: edge.publicKey, message: edge.message, signature: edge.signature)
      #expect(verdicts.bare == edge.valid, "\(edge.name)")
      #expect(verdicts.parsed == edge.valid, "\(edge.name)")
    }
  }

  @Test("a public key is the canonical encoding of a point of large order")
  func points() throws {
    let points = try CryptoFixture.json("signatures/ed25519-points.json", as: [Point].self)
    #expect(points.contains { $0.sound } && points.contains { !$0.sound })
    for point in points {
      let key = try CryptoFixture.hex(point.encoding)
      #expect(Ed25519.isSoundPublicKey(key) == point.sound, "\(point.encoding)")
      #expect((code { _ = try PublicKey(ed25519: key) } == .keyMalformed) == !point.sound, "\(point.encoding)")
    }
    #expect(!Ed25519.isSoundPublicKey([]))
  }

  @Test("the points of small order are those that three doublings bring to the neutral element")
  func smallOrder() throws {
    func isSmall(_ point: [UInt8]) throws -> Bool {
      var multiple = point
      for _ in 0..<3 { multiple = try #require(Ed25519.sum(multiple, multiple)) }
      return multiple == Ed25519.neutral
    }
    #expect(Ed25519.smallOrder.count == 8)
    for point in Ed25519.smallOrder {
      #expect(try isSmall(point))
      #expect(!Ed25519.isSoundPublicKey(point))
    }
    for number in UInt8(1)...50 {
      let point = try #require(try TestJournal.key(number).publicKey.ed25519)
      #expect(try !isSmall(point))
      for small in Ed25519.smallOrder {
        let mixed = try #require(Ed25519.sum(point, small))
        #expect(try isSmall(mixed) == !Ed25519.isSoundPublicKey(mixed))
      }
    }
  }
}
