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
  let algorithm: SignatureAlgorithm?
  let outcome: Outcome

  /// Checks every signature of a line.
  ///
  /// - Parameter keys: the keys that the lines up to this one offer for enrolment, entitled or not; that it knows others as well
  ///   changes no verdict.
  static func all(
    _ line: UnsafeRawBufferPointer, _ layout: LineLayout, verifier: JWSVerifier, keys: OfferedKeys
  ) -> [SignatureCheck] {
    var cursor = CanonicalCursor(line, range: layout.signatures.range)
    let act = UnsafeRawBufferPointer(rebasing: line[layout.act.range])
    var checks: [SignatureCheck] = []
    cursor.enter()
    while let element = SignatureElement.next(&cursor) {
      if case .jws(let protected, let signature) = element {
        let header = UnsafeRawBufferPointer(rebasing: line[protected])
        let signature = UnsafeRawBufferPointer(rebasing: line[signature])
        checks.append(SignatureCheck(header, signature, act: act, verifier: verifier, keys: keys))
      } else {
        checks.append(SignatureCheck(kid: "", outcome: .evidenceMissing))
      }
    }
    return checks
  }

  /// Checks one signature over the bytes of an act.
  ///
  /// A key has one header in its one spelling, so a header that is among the offered keys' needs no reading.
  init(
    _ header: UnsafeRawBufferPointer, _ signature: UnsafeRawBufferPointer, act: UnsafeRawBufferPointer,
    verifier: JWSVerifier, keys: OfferedKeys
  ) {
    if let signer = keys.signer(header: header) {
      let fits = verifier.verify(signature, header: signer.header, act: act, key: signer.key)
      self.init(signer.header, fits ? .fits : .doesNotFit)
    } else if let header = try? ProtectedHeader(encoded: header) {
      self.init(header, header.algorithm == nil ? .algorithmUnsupported : .keyUnseen)
    } else {
      self.init(kid: "", outcome: .headerInvalid)
    }
  }

  /// What became of a signature with a header that can be read.
  private init(_ header: ProtectedHeader, _ outcome: Outcome) {
    self.init(kid: header.kid, algorithm: header.algorithm, outcome: outcome)
  }

  /// What is known of a signature that this process made.
  init(madeBy key: PublicKey) {
    self.init(kid: key.thumbprint, algorithm: key.algorithm, outcome: .fits)
  }

  private init(kid: String, algorithm: SignatureAlgorithm? = nil, outcome: Outcome) {
    self.kid = kid
    self.algorithm = algorithm
    self.outcome = outcome
  }
}
