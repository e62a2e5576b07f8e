extension Command {
  /// `key`: the keys of those who sign.
  static let key = Command(
    "key", abstract: "Make, show, enrol, revoke and recover keys.",
    discussion: """
      A private key is a PKCS#8 PEM file that only its owner can read. Its public half goes into the journal with its holder \
      and his roles; its name there, the kid, is its RFC 7638 thumbprint.
      """,
    subcommands: [.keyNew, .keyShow, .keyEnrol, .keyRevoke, .keyRecover, .keyNote])
}
