import Testing

@testable import RegistryEvents

@Suite("Private keys")
struct CryptoPrivateKeyTests {
  static let names = ["ed25519", "p256", "rsa2048"]
  private let passphrase = SecretBytes(copying: CryptoFixture.passphrase)

  private func text(_ secret: SecretBytes) -> [UInt8] { secret.withUnsafeBytes { Array($0) } }

  @Test("a key that openssl wrote is written again as it was", arguments: names)
  func asOpenSSL(name: String) throws {
    let pem = try CryptoFixture.bytes("keys/\(name).pem")
    let key = try PrivateKey(pem: SecretBytes(copying: pem))
    #expect(text(try key.pem()) == pem)
  }

  @Test(
    "a key that openssl encrypted opens with its passphrase alone",
    arguments: ["ed25519.encrypted", "ed25519.encrypted-sha1", "p256.encrypted", "rsa2048.encrypted"])
  func encryptedByOpenSSL(name: String) throws {
    let pem = try CryptoFixture.secret("keys/\(name).pem")
    let plain = try PublicKey(pem: CryptoFixture.bytes("keys/\(name.prefix { $0 != "." }).pub.pem"))
    #expect(try PrivateKey(pem: pem, passphrase: passphrase).publicKey == plain)
    #expect(code { _ = try PrivateKey(pem: pem) } == .passphraseNeeded)
    for wrong in ["", "x", "құпия сө", "құпия сөз "] {
      let wrong = SecretBytes(copying: Array(wrong.utf8))
      #expect(code { _ = try PrivateKey(pem: pem, passphrase: wrong) } == .passphraseWrong)
    }
  }

  @Test(
    "a fresh key signs, and comes back from its plain and its encrypted PEM", arguments: SignatureAlgorithm.allCases)
  func fresh(algorithm: SignatureAlgorithm) throws {
    let key = try PrivateKey.generate(algorithm, rsaBitCount: 2048)
    #expect(key.publicKey.algorithm == algorithm)
    let encrypted = try key.pem(passphrase: passphrase, iterationCount: 1000)
    for again in [
      try PrivateKey(pem: key.pem(), rsa: algorithm.isRSA ? algorithm : .rs256),
      try PrivateKey(pem: encrypted, passphrase: passphrase, rsa: algorithm.isRSA ? algorithm : .rs256),
    ] {
      #expect(again.publicKey == key.publicKey)
      #expect(key.publicKey.verify(signature: try again.sign("act".utf8), message: "act".utf8))
    }
    #expect(try PrivateKey.generate(algorithm, rsaBitCount: 2048).publicKey != key.publicKey)
  }

  @Test("an encrypted PEM has a salt of its own, 600,000 rounds, and says nothing of the key")
  func defaultRounds() throws {
    let key = try PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](repeating: 9, count: 32)))
    let (first, second) = (try key.pem(passphrase: passphrase), try key.pem(passphrase: passphrase))
    #expect(text(first) != text(second))
    let der = try first.withUnsafeBytes { try PEM.decode($0).der }
    // DER of the INTEGER 600,000, and of the object identifiers of PBES2, hmacWithSHA256 and aes256-CBC.
    for part in ["0203 0927c0", "06092a864886f70d01050d", "06082a864886f70d0209", "060960864801650304012a"] {
      let bytes = try CryptoFixture.hex(part.filter { $0 != " " })
      #expect(text(der).indices.contains { text(der)[$0...].starts(with: bytes) }, "\(part)")
    }
    #expect(try PrivateKey(pem: first, passphrase: passphrase).publicKey == key.publicKey)
  }

  @Test("rounds that would not be read again are not written, nor an empty passphrase taken")
  func limits() throws {
    let key = try PrivateKey.generate(.ed25519)
    for count in [0, -1, 10_000_001, Int.max, Int.min] {
      #expect(code { _ = try key.pem(passphrase: passphrase, iterationCount: count) } == .keyUnsupported)
    }
    #expect(code { _ = try key.pem(passphrase: SecretBytes(copying: [])) } == .passphraseNeeded)
    for bits in [0, -1, 2047, 4097, Int.max] {
      #expect(code { _ = try PrivateKey.generate(.rs256, rsaBitCount: bits) } == .keyUnsupported)
    }
    for count in [0, 31, 33, 64] {
      let seed = SecretBytes(copying: [UInt8](repeating: 1, count: count))
      #expect(code { _ = try PrivateKey(ed25519Seed: seed) } == .keyMalformed)
    }
  }

  @Test(
    "another kind of key, container or encryption is unsupported",
    arguments: ["p384", "rsa1024", "rsa-e3", "x25519", "rsa-pss", "pkcs1", "sec1", "scrypt", "des3", "pbes1"])
  func unsupported(name: String) throws {
    let pem = try CryptoFixture.secret("keys/unsupported-\(name).pem")
    #expect(code { _ = try PrivateKey(pem: pem, passphrase: passphrase) } == .keyUnsupported)
  }

  @Test("halves that do not belong together are malformed")
  func foreignHalves() throws {
    // The public point stands at the end of the P-256 file's DER: another key's point is put in its place.
    let der = try CryptoFixture.secret("keys/p256.pem").withUnsafeBytes { try PEM.decode($0).der }
    let other = try PrivateKey.generate(.es256).publicKey.spki().suffix(64)
    let mixed = text(der).dropLast(64) + other
    let pem = mixed.withUnsafeBytes { PEM.encode($0, label: "PRIVATE KEY") }
    #expect(code { _ = try PrivateKey(pem: pem) } == .keyMalformed)
  }

  @Test(
    "what is not one PEM block is malformed",
    arguments: [
      "", "\n", "-----BEGIN PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
      "-----BEGIN PRIVATE KEY-----\nAQ==\n-----END PRIVATE KEY-----", "-----BEGIN -----\nAQ==\n-----END -----\n",
      "-----BEGIN PRIVATE KEY-----\nAQ==\n-----END PUBLIC KEY-----\n",
      "x-----BEGIN PRIVATE KEY-----\nAQ==\n-----END PRIVATE KEY-----\n",
      "-----BEGIN PRIVATE KEY-----\nA Q==\n-----END PRIVATE KEY-----\n",
      "-----BEGIN PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAQ==\n-----END PRIVATE KEY-----\n",
    ])
  func noBlock(text: String) {
    #expect(code { _ = try PrivateKey(pem: SecretBytes(copying: Array(text.utf8))) } == .keyMalformed)
  }

  @Test("line ends may be CRLF, and the last may be missing")
  func lineEnds() throws {
    let pem = String(decoding: try CryptoFixture.bytes("keys/rsa2048.pem"), as: UTF8.self)
    let expected = try PublicKey(pem: CryptoFixture.bytes("keys/rsa2048.pub.pem"))
    for variant in [pem.replacing("\n", with: "\r\n"), String(pem.dropLast())] {
      #expect(try PrivateKey(pem: SecretBytes(copying: Array(variant.utf8))).publicKey == expected)
    }
  }

  @Test("every byte of a PEM, mangled or cut off there, is a key or an error", arguments: names + ["ed25519.encrypted"])
  func mangled(name: String) throws {
    let pem = try CryptoFixture.bytes("keys/\(name).pem")
    for index in pem.indices {
      // An RSA key that is still one signs a probe, which takes its time: one change a byte, not three.
      let flips: [UInt8] = [0x01, 0x20, 0x80]
      for flip in pem.count > 1000 ? [flips[index % 3]] : flips {
        var changed = pem
        changed[index] ^= flip
        let code = code { _ = try PrivateKey(pem: SecretBytes(wiping: &changed), passphrase: passphrase) }
        #expect([nil, .keyMalformed, .keyUnsupported, .passphraseWrong].contains(code), "byte \(index)")
        #expect(changed.allSatisfy { $0 == 0 })
      }
      guard index < pem.count - 1 else { continue }
      let cut = SecretBytes(copying: pem.prefix(index))
      #expect(code { _ = try PrivateKey(pem: cut, passphrase: passphrase) } == .keyMalformed)
    }
  }

  @Test("a file that asks for more rounds of PBKDF2 than the limit is refused at once")
  func hostileRounds() throws {
    let der = try CryptoFixture.secret("keys/ed25519.encrypted.pem").withUnsafeBytes { try PEM.decode($0).der }
    // INTEGER 2048 in two bytes becomes INTEGER 2^31 − 1 in four; the lengths around it grow by two.
    let bytes = text(der)
    let at = try #require(bytes.indices.first { bytes[$0...].starts(with: [0x02, 0x02, 0x08, 0x00]) })
    var hostile = bytes[..<at] + [0x02, 0x04, 0x7F, 0xFF, 0xFF, 0xFF] + bytes[(at + 4)...]
    for index in 0..<at where hostile[index] == 0x30 {
      let inside = index + 1
      let length = hostile[inside] == 0x81 ? inside + 1 : inside
      if Int(hostile[length]) + length >= at { hostile[length] += 2 }
    }
    let pem = Array(hostile).withUnsafeBytes { PEM.encode($0, label: "ENCRYPTED PRIVATE KEY") }
    #expect(code { _ = try PrivateKey(pem: pem, passphrase: passphrase) } == .keyUnsupported)
  }

  @Test("a key shows no secret when printed", arguments: names)
  func description(name: String) throws {
    let key = try PrivateKey(pem: CryptoFixture.secret("keys/\(name).pem"))
    #expect("\(key)" == "private key \(key.publicKey.thumbprint)")
    #expect(String(reflecting: key) == "private key \(key.publicKey.thumbprint)")
    var dumped = ""
    dump(key, to: &dumped)
    #expect(dumped == "- private key \(key.publicKey.thumbprint)\n")
  }
}
