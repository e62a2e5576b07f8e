@testable import RegistryEvents

/// Canonical JSON: what is canonical is JSON, has one spelling, and says the same to both parsers.
enum FuzzJSON {
  static func run(_ bytes: [UInt8]) {
    let plain = try? CanonicalValue(json: bytes)
    guard let value = try? CanonicalValue(canonical: bytes) else {
      guard let plain else { return }
      let written = CanonicalWriter.bytes(of: plain)
      demand((try? CanonicalValue(canonical: written)) == plain, "what is written is not read")
      return
    }
    demand(CanonicalWriter.bytes(of: value) == bytes, "two spellings of one value")
    demand(plain == value, "the parsers differ")
  }
}

/// Headers and signed acts: a header that is taken has one spelling.
enum FuzzJWS {
  static func run(_ bytes: [UInt8]) {
    _ = try? ProtectedHeader(encoded: bytes)
    _ = try? ProtectedHeader(encoded: Base64.url.encode(bytes).utf8)
    _ = try? HandedInAct(json: bytes)
  }
}

/// Notes and what is made of their texts: a note that is taken has one spelling.
enum FuzzNote {
  static func run(_ bytes: [UInt8]) {
    if let note = try? Note(bytes) {
      demand(note.bytes == bytes, "two spellings of one note")
      _ = try? Checkpoint(text: note.text)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let checkpoint = try? Checkpoint(text: text) { _ = (checkpoint.origin, checkpoint.size) }
    _ = try? VerifierKey(text)
    _ = try? CosignerKey(text)
    _ = try? WitnessPolicy(bytes)
    _ = try? WitnessRequest(bytes)
  }
}

/// Proofs: a proof that is taken has one spelling, and proves nothing of a leaf that it was not made for.
enum FuzzProof {
  static func run(_ bytes: [UInt8]) {
    guard let proof = try? TlogProof(bytes) else { return }
    demand(proof.bytes == bytes, "two spellings of one proof")
    let hasher = SHA256Hasher()
    demand((try? proof.verify(line: Array("none".utf8), keys: [], with: hasher)) == nil, "proved without a key")
  }
}

/// Keys: a key that is taken is the key of its own JWK and of its own SubjectPublicKeyInfo.
enum FuzzKey {
  static func run(_ bytes: [UInt8]) {
    if let value = try? CanonicalValue(json: bytes), let key = try? PublicKey(jwk: value) { check(key) }
    if let key = try? PublicKey(spki: bytes) { check(key) }
    if let key = try? PublicKey(pem: bytes) { check(key) }
    if let key = try? PrivateKey(pem: SecretBytes(copying: bytes), passphrase: SecretBytes(copying: [0x78])) {
      check(key.publicKey)
    }
  }

  private static func check(_ key: PublicKey) {
    let algorithm = key.algorithm
    demand((try? PublicKey(jwk: key.jwk))?.jwk == key.jwk, "the JWK is another key's")
    if let pem = try? key.pem() {
      demand((try? PublicKey(pem: pem.utf8, rsa: algorithm))?.jwk == key.jwk, "the PEM is another key's")
    }
    demand(!key.verify(signature: [UInt8](repeating: 0, count: 64), message: [0]), "a signature of zeros")
  }
}

/// Tiles: the root of what is written is that of the lines.
enum FuzzTile {
  static func run(_ bytes: [UInt8]) {
    let hasher = SHA256Hasher()
    var (writer, tree) = (TileWriter(), MerkleFrontier())
    var written = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) where line.count <= 65_535 {
      try? Array(line).withUnsafeBytes { bytes in
        tree.append(hasher.leafHash(bytes), with: hasher)
        try writer.append(bytes) { _, tile in written += tile.count }
      }
    }
    try? writer.finish { _, tile in written += tile.count }
    demand(writer.root == tree.root(with: hasher), "another root")
  }
}
