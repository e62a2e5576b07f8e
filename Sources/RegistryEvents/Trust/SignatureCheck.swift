/// The part of checking a signature that needs no history: a pure function of the act's bytes, the signature and the key
/// that its header names. A key is found by its own hash and its algorithm, so it can be done on any core and in any order;
/// whether that key was enrolled with that algorithm, entitled and unrevoked at the line is for ``Judge``.
struct SignatureCheck: Sendable {
  enum Outcome: Sendable, Equatable {
    case fits
    case doesNotFit
    case headerInvalid
    case algorithmUnsupported
    /// No line up to this one, or of this block, offers the key with the header's algorithm.
    case keyUnseen
    case evidenceMissing
  }

  /// The thumbprint that the header names; empty where there is none.
  let kid: String
  /// The algorithm that the header names, if the format lists it.
  var algorithm: SignatureAlgorithm?
  let outcome: Outcome

  /// Checks every signature of a line.
  ///
  /// - Parameter key: finds any key that a line up to this one offers for enrolment, entitled or not.
  static func all(
    _ line: UnsafeRawBufferPointer, _ layout: LineLayout, verifier: JWSVerifier, key: (KeyName) -> PublicKey?
  ) -> [SignatureCheck] {
    var cursor = CanonicalCursor(line, range: layout.signatures.range)
    let act = UnsafeRawBufferPointer(rebasing: line[layout.act.range])
    return SignatureElement.all(&cursor).map { element in
      guard case .jws(let protected, let signature) = element else {
        return SignatureCheck(kid: "", outcome: .evidenceMissing)
      }
      guard let header = try? ProtectedHeader(encoded: line[protected]) else {
        return SignatureCheck(kid: "", outcome: .headerInvalid)
      }
      func outcome(_ outcome: Outcome) -> SignatureCheck {
        SignatureCheck(kid: header.kid, algorithm: header.algorithm, outcome: outcome)
      }
      guard let algorithm = header.algorithm else { return outcome(.algorithmUnsupported) }
      guard let key = key(KeyName(kid: header.kid, algorithm: algorithm)) else { return outcome(.keyUnseen) }
      let text = UnsafeRawBufferPointer(rebasing: line[signature])
      return outcome(verifier.verify(text, header: header, act: act, key: key) ? .fits : .doesNotFit)
    }
  }
}

/// What a protected header names a key by. An RSA key has one thumbprint (RFC 7638) for both of its algorithms, so the
/// thumbprint alone does not say how its signatures are checked.
struct KeyName: Hashable, Sendable {
  let kid: String
  let algorithm: SignatureAlgorithm
}

extension KeyName {
  init(_ key: PublicKey) { self.init(kid: key.thumbprint, algorithm: key.algorithm) }
}
