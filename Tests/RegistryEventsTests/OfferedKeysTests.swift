import Testing

@testable import RegistryEvents

@Suite("Keys that lines offer")
struct OfferedKeysTests {
  static func kinds() throws -> [PublicKey] {
    let rsa = try PrivateKey.generate(.rs256, rsaBitCount: 2048)
    let jwk = try #require(rsa.publicKey.jwk["n"]?.string.flatMap { Base64.url.decode($0) })
    return [
      try TestJournal.key(1).publicKey, try PrivateKey.generate(.es256).publicKey, rsa.publicKey,
      try PublicKey(rsa: jwk, .ps256),
    ]
  }

  private func find(_ keys: OfferedKeys, _ header: [UInt8]) -> PublicKey? {
    header.withUnsafeBytes { keys.signer(header: $0)?.key }
  }

  @Test("a key is found by its header alone, whatever its kind, and by no other text")
  func found() throws {
    let kinds = try Self.kinds()
    #expect(Set(kinds.map(\.thumbprint)).count == 3)
    let keys = OfferedKeys()
    keys.insert(kinds)
    keys.insert(kinds)
    for key in kinds {
      let header = ProtectedHeader(key)
      #expect(find(keys, header.encoded) == key)
      // The slow way to the same key: read the header, then look for what it names.
      let read = try ProtectedHeader(encoded: header.encoded)
      #expect(kinds.filter { $0.thumbprint == read.kid && $0.algorithm == read.algorithm } == [key])
      for index in header.encoded.indices {
        var other = header.encoded
        other[index] = other[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        #expect(find(keys, other) == nil)
      }
      #expect(find(keys, header.encoded.dropLast()) == nil)
      #expect(find(keys, header.encoded + [UInt8(ascii: "=")]) == nil)
    }
    #expect(find(keys, []) == nil)
    #expect(find(keys, ProtectedHeader(try TestJournal.key(2).publicKey).encoded) == nil)
  }

  @Test("keys beside others find those too, and leave them alone")
  func beside() throws {
    let (first, second) = (try TestJournal.key(1).publicKey, try TestJournal.key(2).publicKey)
    let others = OfferedKeys()
    others.insert([first])
    let keys = OfferedKeys(beside: others)
    keys.insert([second])
    #expect(find(keys, ProtectedHeader(first).encoded) == first)
    #expect(find(keys, ProtectedHeader(second).encoded) == second)
    #expect(find(others, ProtectedHeader(second).encoded) == nil)
  }
}

extension OfferedKeysTests {
  fileprivate func find(_ keys: OfferedKeys, _ header: some Collection<UInt8>) -> PublicKey? {
    find(keys, Array(header))
  }
}
