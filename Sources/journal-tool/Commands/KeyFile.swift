import RegistryEvents

/// The files of keys: a private key as PKCS#8 PEM that only its owner can read, a public key as PEM or JWK.
struct KeyFile {
  /// Which algorithm an RSA key is used with; its file does not say.
  static let pss = Flag("pss", help: "Use RSA keys with PS256 instead of RS256.")

  /// The most bytes that a key's file has.
  private static let limit = 65_536

  /// How errors and questions call it.
  let name: String
  private let bytes: SecretBytes

  /// Reads a file.
  ///
  /// Throws a `ToolError`: `key-file-mode` where it holds a private key and others than its owner have any permission; as
  /// `Context.read` otherwise.
  init(_ path: String, _ context: Context) throws(ToolError) {
    name = path == "-" ? "<stdin>" : path
    var source = context.input
    if path != "-" {
      do { source = .descriptor(try SystemCalls.openToRead(path)) } catch {
        throw ToolError(error, path: path, exitCode: .noInput)
      }
    }
    defer { if path != "-", case .descriptor(let descriptor) = source { SystemCalls.close(descriptor) } }
    var read: [UInt8]?
    do { read = try source.readAll(limit: KeyFile.limit) } catch { throw ToolError(error, path: name) }
    guard var read else {
      throw ToolError(RegistryError(.keyMalformed, detail: "more than \(KeyFile.limit) bytes"), path: name)
    }
    let mode: UInt32? =
      if case .descriptor(let descriptor) = source { SystemCalls.mode(ofRegular: descriptor) } else { nil }
    let isPrivate = KeyFile.isPrivate(read)
    bytes = SecretBytes(wiping: &read)
    guard !isPrivate || (mode ?? 0) & 0o077 == 0 else { throw ToolError(RegistryError(.keyFileMode), path: name) }
  }

  /// Whether the first line names a private key.
  private static func isPrivate(_ bytes: [UInt8]) -> Bool {
    let line = bytes.prefix { $0 != 0x0A && $0 != 0x0D }
    return line.starts(with: "-----BEGIN ".utf8) && line.suffix(16).elementsEqual("PRIVATE KEY-----".utf8)
  }

  /// The private key that the file holds; the passphrase is asked for where one is needed.
  func privateKey(_ passphrase: Passphrase, rsa algorithm: SignatureAlgorithm) throws -> PrivateKey {
    try ToolError.naming(name) {
      do {
        return try PrivateKey(pem: bytes, rsa: algorithm)
      } catch let error as RegistryError where error.code == .passphraseNeeded {
        return try PrivateKey(pem: bytes, passphrase: passphrase.opening(name), rsa: algorithm)
      }
    }
  }

  /// The public key that the file holds, alone or as half of a private key.
  func publicKey(_ passphrase: Passphrase, rsa algorithm: SignatureAlgorithm) throws -> PublicKey {
    let text = bytes.withUnsafeBytes { Array($0) }
    if KeyFile.isPrivate(text) { return try privateKey(passphrase, rsa: algorithm).publicKey }
    return try ToolError.naming(name) {
      let first = text.first { $0 > 0x20 }
      if first == UInt8(ascii: "{") { return try PublicKey(jwk: CanonicalValue(json: text)) }
      return try PublicKey(pem: text, rsa: algorithm)
    }
  }

  /// Writes a private key to a new file that only its owner can read, through to the disk.
  ///
  /// Throws a `ToolError` with exit 73; then no file is left.
  static func write(_ pem: SecretBytes, to path: String) throws(ToolError) {
    do throws(SystemError) {
      let descriptor = try SystemCalls.createPrivate(path)
      defer { SystemCalls.close(descriptor) }
      do throws(SystemError) {
        var copy = pem.withUnsafeBytes { Array($0) }
        defer { SystemCalls.wipe(&copy) }
        try SystemCalls.write(descriptor, copy)
        try SystemCalls.sync(descriptor)
        try SystemCalls.syncDirectory(OutputFile.directory(of: path))
      } catch {
        SystemCalls.unlink(path)
        throw error
      }
    } catch {
      throw ToolError(error, path: path, exitCode: .cantCreate)
    }
  }
}

extension ParsedArguments {
  /// The algorithm that `--pss` says RSA keys are used with.
  var rsaAlgorithm: SignatureAlgorithm { self[KeyFile.pss] ? .ps256 : .rs256 }
}
