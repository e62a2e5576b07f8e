/// The key that an enrolment offers, as far as this reader can use it.
enum OfferedKey: Sendable {
  /// A key of a listed algorithm.
  case usable(PublicKey)
  /// A certificate's key, which signs by CMS, under the name of its SubjectPublicKeyInfo (format §4).
  case certificate(kid: String)
  /// A key of an algorithm that this reader does not know: nothing can be said of it.
  case unlisted

  /// - Throws: `key-malformed`, `key-unsupported` or `what-invalid`.
  init(jwk: CanonicalValue?, spki: String?) throws(RegistryError) {
    switch (jwk, spki) {
    case (let jwk?, nil):
      do {
        self = .usable(try PublicKey(jwk: jwk))
      } catch let error as RegistryError where error.code == .algorithmUnsupported {
        self = .unlisted
      } catch {
        throw error as? RegistryError ?? RegistryError(.keyMalformed)
      }
    case (nil, let spki?):
      guard let der = Base64.standard.decode(spki), !der.isEmpty else {
        throw RegistryError(.keyMalformed, detail: "spki")
      }
      self = .certificate(kid: Base64.url.encode(Digest.sha256(of: der).bytes))
    case (nil, nil), (.some, .some):
      throw RegistryError(.whatInvalid, detail: "not just one of `jwk` and `spki`")
    }
  }

  /// The key, if signatures can be checked by it.
  var key: PublicKey? {
    guard case .usable(let key) = self else { return nil }
    return key
  }
}

extension KeyEnrolled {
  func offeredKey() throws(RegistryError) -> OfferedKey { try OfferedKey(jwk: jwk, spki: spki) }
}

extension RecoveryKey {
  func offeredKey() throws(RegistryError) -> OfferedKey { try OfferedKey(jwk: jwk, spki: spki) }
}

extension KeyHolder {
  /// What tells holders apart (format §2, §3): identifiers compare in upper case.
  var key: String { id.uppercased() }
}
