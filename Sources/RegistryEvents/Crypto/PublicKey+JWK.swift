extension PublicKey {
  /// The key of a JWK with exactly the members of format §4.
  ///
  /// - Throws: `algorithm-unsupported` for an `alg` that the format does not list; `key-malformed` or `key-unsupported` for whatever
  ///   else is wrong.
  public init(jwk: CanonicalValue) throws {
    guard let members = jwk.object, let name = members["alg"]?.string else {
      throw RegistryError(.keyMalformed, detail: "a JWK without alg")
    }
    guard let algorithm = SignatureAlgorithm(rawValue: name) else {
      throw RegistryError(.algorithmUnsupported, detail: "alg")
    }
    func demand(_ names: Set<String>, _ fixed: KeyValuePairs<String, String>) throws {
      guard Set(members.keys) == names.union(["alg"]) else {
        throw RegistryError(.keyMalformed, detail: "members other than \(algorithm.rawValue) has")
      }
      // Bytes are compared, since to `String` a Kelvin sign is a K.
      for (name, value) in fixed where members[name]?.string.map({ $0.utf8.elementsEqual(value.utf8) }) != true {
        throw RegistryError(.keyMalformed, detail: name)
      }
    }
    func bytes(_ name: String) throws -> [UInt8] {
      guard let text = members[name]?.string, let bytes = Base64.url.decode(text) else {
        throw RegistryError(.keyMalformed, detail: name)
      }
      return bytes
    }
    switch algorithm {
    case .ed25519:
      try demand(["crv", "kty", "x"], ["crv": "Ed25519", "kty": "OKP"])
      try self.init(ed25519: bytes("x"))
    case .es256:
      try demand(["crv", "kty", "x", "y"], ["crv": "P-256", "kty": "EC"])
      try self.init(p256: bytes("x"), bytes("y"))
    case .rs256, .ps256:
      try demand(["e", "kty", "n"], ["e": "AQAB", "kty": "RSA"])
      try self.init(rsa: bytes("n"), algorithm)
    }
  }
}
