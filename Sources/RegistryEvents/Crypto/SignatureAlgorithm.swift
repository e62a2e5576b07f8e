/// The signature algorithms of the format (§4), by their JOSE names.
public enum SignatureAlgorithm: String, Sendable, CaseIterable {
  /// Ed25519 as RFC 9864 names it (RFC 8032 §5.1).
  case ed25519 = "Ed25519"
  /// ECDSA with P-256 and SHA-256 (RFC 7518 §3.4).
  case es256 = "ES256"
  /// RSASSA-PKCS1-v1_5 with SHA-256 (RFC 7518 §3.3).
  case rs256 = "RS256"
  /// RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 7518 §3.5).
  case ps256 = "PS256"

  /// Whether its keys are RSA keys.
  public var isRSA: Bool { self == .rs256 || self == .ps256 }
}
