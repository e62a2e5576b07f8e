import Testing

@testable import RegistryEvents

@Suite("SHA-256, leaf and node hashes")
struct CryptoDigestTests {
  @Test(
    "the examples of FIPS 180-4 and the empty message have their published digests",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ])
  func published(message: String, hex: String) {
    #expect(SHA256Hasher().digest(message.utf8).description == hex)
    #expect(Digest.sha256(of: Array(message.utf8)).description == hex)
    #expect(Digest.sha256(of: Array(message.utf8).reversed().reversed()).description == hex)
  }

  @Test("a leaf and a node have the prefixes of RFC 6962, on one hasher after another")
  func prefixes() {
    let hasher = SHA256Hasher()
    for count in [0, 1, 55, 56, 63, 64, 65, 700, 65_535] {
      let data = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      let leaf = hasher.leafHash(data)
      #expect(leaf == Digest.sha256(of: [0x00] + data))
      #expect(
        hasher.nodeHash(leaf, hasher.digest(data)) == Digest.sha256(of: [0x01] + leaf.bytes + hasher.digest(data).bytes)
      )
    }
  }

  @Test("what libsodium computes when libcrypto refuses is the same", arguments: [nil, 0x00, 0x01] as [UInt8?])
  func wayOut(prefix: UInt8?) {
    for count in 0..<200 {
      let data = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
      let other = data.withUnsafeBytes { data in
        Digest { SHA256Hasher.hashWithLibsodium(prefix: prefix, data, into: $0) }
      }
      #expect(other == Digest.sha256(of: (prefix.map { [$0] } ?? []) + data))
    }
  }

  @Test(
    "numbers hashed on another thread have the digest of their little-endian bytes, in the order in which they were handed over"
  )
  func background() throws {
    let hash = BackgroundSHA256()
    #expect(try hash.digest() == Digest.sha256(of: []))
    hash.update([0x0102_0304, -2] as [Int32])
    hash.update([1, 2, 3] as [UInt8], after: 1)
    hash.update([UInt64](repeating: 0x0102, count: 100_000), after: 799_992)
    let bytes: [UInt8] = [4, 3, 2, 1, 0xFE, 0xFF, 0xFF, 0xFF, 2, 3, 2, 1, 0, 0, 0, 0, 0, 0]
    #expect(try hash.digest() == Digest.sha256(of: bytes))
    hash.update([5] as [UInt8])
    #expect(try hash.digest() == Digest.sha256(of: bytes + [5]))
  }

  @Test("the leaf hashes of the five lines are the vectors'")
  func fiveLines() throws {
    struct Vectors: Decodable {
      struct Line: Decodable { var leafHash: String }
      var lines: [Line]
    }
    let vectors = try CryptoFixture.json("vectors/five-lines.json", as: Vectors.self)
    let lines = try CryptoFixture.bytes("vectors/five-lines.jsonl").split(separator: 0x0A)
    let hasher = SHA256Hasher()
    #expect(lines.count == 5)
    #expect(lines.map { hasher.leafHash($0).description } == vectors.lines.map(\.leafHash))
  }

  @Test("a digest is 32 bytes or 64 lower-case hex digits, and nothing else")
  func digestForms() {
    let digest = Digest.sha256(of: [])
    #expect(Digest(digest.bytes) == digest)
    #expect(Digest(hex: digest.description) == digest)
    #expect(Digest(digest.bytes.dropLast()) == nil)
    #expect(Digest(digest.bytes + [0]) == nil)
    #expect(Digest(hex: digest.description.uppercased()) == nil)
    #expect(Digest(hex: digest.description.dropLast()) == nil)
    #expect(Digest(hex: digest.description.dropLast() + "g") == nil)
  }
}
