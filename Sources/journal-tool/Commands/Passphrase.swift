import RegistryEvents
import RegistryProjections

/// Where a passphrase comes from: a file descriptor, or a person at the terminal; never an argument, which others can see.
struct Passphrase {
  static let option = Option(
    "passphrase-fd", value: "n",
    help: "Read passphrases from this file descriptor, a line for each key; otherwise the terminal is asked.")

  /// The longest that is taken, in bytes.
  private static let limit = 1024

  private let descriptor: Int32?

  /// As the command line says.
  init(_ arguments: ParsedArguments) throws(UsageError) {
    descriptor = try arguments.int(Passphrase.option, in: 0...65_535).map { Int32($0) }
    guard descriptor != 1, descriptor != 2 else {
      throw .invalid("\(descriptor ?? 0)", for: Passphrase.option, expected: "a descriptor that can be read")
    }
  }

  /// The passphrase that opens a key.
  func opening(_ path: String) throws -> SecretBytes {
    try secret(for: path) {
      try SystemCalls.askInSecret("Passphrase for \(visible(path)): ", limit: Passphrase.limit)
    }
  }

  /// A passphrase for a new key, asked for twice at a terminal.
  func choosing(for path: String) throws -> SecretBytes {
    try secret(for: path) {
      let question = "New passphrase for \(visible(path)): "
      guard var first = try SystemCalls.askInSecret(question, limit: Passphrase.limit),
        var again = try SystemCalls.askInSecret("Once more: ", limit: Passphrase.limit)
      else { return nil }
      defer { SystemCalls.wipe(&again) }
      if first == again { return first }
      SystemCalls.wipe(&first)
      throw ToolError(RegistryError(.passphraseWrong, detail: "not the same twice"), path: path)
    }
  }

  private func secret(for path: String, asking ask: () throws -> [UInt8]?) throws -> SecretBytes {
    guard var bytes = try descriptor.map({ try Passphrase.read($0) }) ?? ask() else {
      throw ToolError(RegistryError(.passphraseNeeded), path: path)
    }
    guard !bytes.isEmpty else { throw ToolError(RegistryError(.passphraseNeeded, detail: "it is empty"), path: path) }
    guard bytes.count <= Passphrase.limit else {
      SystemCalls.wipe(&bytes)
      throw ToolError(RegistryError(.passphraseWrong, detail: "longer than \(Passphrase.limit) bytes"), path: path)
    }
    return SecretBytes(wiping: &bytes)
  }

  /// What a descriptor gives up to its end or its next line break.
  private static func read(_ descriptor: Int32) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // No array that grows is left behind with a part of the secret.
    bytes.reserveCapacity(limit + 1)
    do throws(SystemError) {
      while bytes.count <= limit, !bytes.contains(0x0A) {
        // One at a time: what stands behind the line is another reader's.
        let more = try SystemCalls.read(descriptor, count: 1)
        if more.isEmpty { break }
        bytes += more
      }
    } catch {
      throw ToolError(error, path: "descriptor \(descriptor)", exitCode: .noInput)
    }
    if bytes.last == 0x0A { bytes.removeLast() }
    return bytes
  }
}
