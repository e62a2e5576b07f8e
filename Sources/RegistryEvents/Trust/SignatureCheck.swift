/// The part of checking a signature that needs no history: a pure function of the act's bytes, the signature and the key
/// that its header names. Keys are named by their own hash, so it can be done on any core and in any order; whether the
/// key was enrolled, entitled and unrevoked at the line is for ``Judge``.
struct SignatureCheck: Sendable {
  enum Outcome: Sendable, Equatable {
    case fits
    case doesNotFit
    case headerInvalid
    case algorithmMismatch
    case algorithmUnsupported
    case keyUnseen
    case evidenceMissing
  }

  /// The thumbprint that the header names; empty where there is none.
  let kid: String
  let outcome: Outcome

  /// Checks every signature of a line.
  ///
  /// - Parameter key: finds, by its thumbprint, any key that a line up to this one offers for enrolment, entitled or not.
  static func all(
    _ line: UnsafeRawBufferPointer, _ layout: LineLayout, verifier: JWSVerifier, key: (String) -> PublicKey?
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
      func outcome(_ outcome: Outcome) -> SignatureCheck { SignatureCheck(kid: header.kid, outcome: outcome) }
      guard header.algorithm != nil else { return outcome(.algorithmUnsupported) }
      guard let key = key(header.kid) else { return outcome(.keyUnseen) }
      guard header.algorithm == key.algorithm else { return outcome(.algorithmMismatch) }
      let text = UnsafeRawBufferPointer(rebasing: line[signature])
      return outcome(verifier.verify(text, header: header, act: act, key: key) ? .fits : .doesNotFit)
    }
  }
}
