/// An act with the signatures of its signers: what is handed to a journal.
public struct SignedAct: Sendable {
  /// The act's canonical bytes, as they were signed.
  public let act: [UInt8]
  /// One signature for each signer, in the order of `signers`.
  public let signatures: [DetachedJWS]
  /// The keys that made the signatures, where this process made them itself and so knows that they fit; `nil` where they
  /// came from elsewhere.
  let makers: [PublicKey]?

  /// An act as it was signed elsewhere.
  public init(act: [UInt8], signatures: [DetachedJWS]) {
    self.act = act
    self.signatures = signatures
    makers = nil
  }

  /// Signs an act. With several keys the act names them in `signers`; with one it names none.
  ///
  /// - Throws: `cryptography-failed`.
  public init(_ draft: ActDraft, keys: [PrivateKey]) throws {
    var draft = draft
    let ordered = keys.sorted { $0.publicKey.thumbprint.utf8.lexicographicallyPrecedes($1.publicKey.thumbprint.utf8) }
    draft.signers = ordered.count > 1 ? ordered.map(\.publicKey.thumbprint) : nil
    let act = draft.bytes
    self.act = act
    signatures = try ordered.map { try DetachedJWS.sign(act, with: $0) }
    makers = ordered.map(\.publicKey)
  }
}

extension SignedAct: Hashable {
  /// By what is written: the act's bytes and its signatures.
  public static func == (left: SignedAct, right: SignedAct) -> Bool {
    left.act == right.act && left.signatures == right.signatures
  }

  /// By what is written.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(act)
    hasher.combine(signatures)
  }
}
