import RegistryEvents

/// Signed acts to append, all by one official whom the journal's keyMaster enrols first.
struct Acts: Sendable {
  let origin: String
  let at: Instant
  private let keyMaster: PrivateKey
  private let official: PrivateKey

  /// The keys of a generated journal follow from its seed; see `journal-tool generate --help`.
  init(origin: String, seed: UInt64, at: Instant) throws {
    func key(_ holder: String) throws -> PrivateKey {
      let label = "registry-journal TEST KEY, not secret | \(seed) | \(holder) | 1"
      return try PrivateKey(ed25519Seed: SecretBytes(copying: Digest.sha256(of: Array(label.utf8)).bytes))
    }
    self.origin = origin
    self.at = at
    keyMaster = try key("keyMaster-1")
    official = try key("append-driver")
  }

  /// The enrolment of the official.
  func enrolment() throws -> SignedAct {
    let enrolled = KeyEnrolled(
      holder: KeyHolder(id: "append-driver", name: "append-driver"), jwk: official.publicKey.jwk,
      roles: ["chanceryWorker", "providerEmployee"])
    return try SignedAct(ActDraft(enrolled, at: at, id: id(0), journal: origin), keys: [keyMaster, official])
  }

  /// The n-th registration of documents, from 1.
  func registration(_ number: Int) throws -> SignedAct {
    let registered = Registered(filing: id(number), incomingNumber: "IN-2025/\(number)")
    let draft = ActDraft(registered, at: at, case: "APK-2025-\(number)", id: id(number), journal: origin)
    return try SignedAct(draft, keys: [official])
  }

  /// Whether an act of the official bears the official's signature.
  func isValid(_ act: SignedAct, _ verifier: JWSVerifier) -> Bool {
    let header = ProtectedHeader(official.publicKey)
    return act.signatures.allSatisfy {
      verifier.verify($0.signature.utf8, header: header, act: act.act, key: official.publicKey)
    }
  }

  private func id(_ number: Int) -> UUIDv7 {
    UUIDv7(milliseconds: at.secondsSinceEpoch * 1000, random: (0, UInt64(number)))
  }
}
