import RegistryEvents

extension Command {
  /// `key new`: a fresh key in a file of its own.
  static let keyNew = Command(
    "new", abstract: "Make a private key in a new file.",
    discussion: """
      The file has the permissions 0600, and nothing is overwritten. Prints the kid of the key.

        journal-tool key new --output head.pem --encrypt
        journal-tool key new --kind p256 --output official.pem --encrypt --passphrase-fd 3 3<passphrase
      """,
    options: [KeyMaking.kind, KeyMaking.bits, Passphrase.option, KeyMaking.output, .format],
    flags: [KeyMaking.encrypt, KeyFile.pss], run: KeyMaking.run)
}

private enum KeyMaking {
  enum Kind: String, CaseIterable {
    case ed25519, p256, rsa
  }

  static let kind = Option(
    "kind", value: "kind", help: "The kind of key.", kind: .oneOf(Kind.allCases.map(\.rawValue)),
    default: Kind.ed25519.rawValue)
  static let bits = Option("bits", value: "n", help: "The size of an RSA key, 2048 to 4096.", default: "3072")
  static let output = Option(
    "output", short: "o", value: "file", help: "The new file.", kind: .file(suffixes: ["pem"]), occurrence: .one)
  static let encrypt = Flag("encrypt", help: "Encrypt the key with a passphrase.")

  @Sendable
  static func run(_ arguments: ParsedArguments, _ context: Context) throws -> ExitCode {
    let path = try arguments.required(output)
    guard path != "-" else { throw UsageError.invalid(path, for: output, expected: "the name of a new file") }
    let passphrase = try Passphrase(arguments)
    guard arguments[encrypt] || !arguments.isGiven(Passphrase.option) else {
      throw UsageError("A passphrase is given, but not '--encrypt'")
    }
    let size = try arguments.int(bits, in: 2048...4096) ?? 3072
    let algorithm: SignatureAlgorithm
    switch arguments.string(kind).flatMap(Kind.init) ?? .ed25519 {
    case .ed25519: algorithm = .ed25519
    case .p256: algorithm = .es256
    case .rsa: algorithm = arguments.rsaAlgorithm
    }
    let key = try PrivateKey.generate(algorithm, rsaBitCount: size)
    let pem = try arguments[encrypt] ? key.pem(passphrase: passphrase.choosing(for: path)) : key.pem()
    try KeyFile.write(pem, to: path)
    switch arguments.format {
    case .json: try JSONWriter(output: context.output).write(schema: "key/1", key.publicKey.members())
    case .text, .csv: try context.output.write(key.publicKey.thumbprint + "\n")
    }
    return .success
  }
}
