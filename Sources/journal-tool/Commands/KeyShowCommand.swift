import RegistryEvents

extension Command {
  /// `key show`: the public half of a key.
  static let keyShow = Command(
    "show", abstract: "Show a public key: its kid, as JWK and as PEM.",
    discussion: """
      Takes a private key's file, of which nothing but the public half is shown, a public key as PEM, or a JWK. With --name it \
      also prints the verifier key (C2SP) by which checkpoints of that name are checked, with --witness-name that of a witness.
      """,
    arguments: [KeyShowing.file], options: [KeyShowing.name, KeyShowing.witnessName, Passphrase.option, .format],
    flags: [KeyFile.pss],
    run: KeyShowing.run)
}

private enum KeyShowing {
  static let file = Argument(
    "key", help: "The file of the key; - for standard input.", kind: .file(suffixes: ["pem", "jwk", "json"]))
  static let name = Option("name", value: "origin", help: "The name of a note key: the journal's origin.")
  static let witnessName = Option("witness-name", value: "name", help: "The name of a witness's key.")

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let passphrase = try Passphrase(arguments)
    let key = try KeyFile(arguments.required(file), context).publicKey(passphrase, rsa: arguments.rsaAlgorithm)
    let verifier =
      try arguments.string(name).map { try VerifierKey(name: $0, publicKey: key).description }
      ?? arguments.string(witnessName).map { try CosignerKey(name: $0, publicKey: key).description }
    guard !arguments.isGiven(name) || !arguments.isGiven(witnessName) else {
      throw UsageError("A key signs either checkpoints of its own or those of others", concerning: witnessName)
    }
    switch arguments.format {
    case .json:
      try JSONWriter(output: context.output).write(schema: "key/1", key.members(verifierKey: verifier))
    case .text, .csv:
      var facts = FactSheet()
      facts.add("kid", key.thumbprint)
      facts.add("algorithm", key.algorithm.rawValue)
      facts.add("jwk", String(decoding: CanonicalWriter.bytes(of: key.jwk), as: UTF8.self))
      if let verifier { facts.add("vkey", verifier) }
      try facts.write(to: context.output)
      try context.output.write("\n" + key.pem())
    }
    return .success
  }
}

extension PublicKey {
  /// The members of `key/1`.
  func members(verifierKey: String? = nil) throws -> [String: JSONMember] {
    var members: [String: JSONMember] = [
      "algorithm": .value(.string(algorithm.rawValue)), "jwk": .value(jwk), "kid": .value(.string(thumbprint)),
      "pem": .value(.string(try pem())),
    ]
    if let verifierKey { members["vkey"] = .value(.string(verifierKey)) }
    return members
  }
}
