/// A signed note as received: a text and signature lines, none of them verified (C2SP `signed-note`).
///
/// ```
/// If you think cryptography is the answer to your problem,
/// then you don't know what your problem is.
///
/// — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
/// ```
///
/// The text must not be used before ``open(with:)`` has verified it.
public struct Note: Sendable, Hashable {
  /// What is signed, with its final LF.
  let text: String
  /// The signature lines, in their order.
  public let signatures: [NoteSignature]

  /// The most bytes that a note may have.
  public static let largestByteCount = 1_000_000
  /// The most signature lines that a note may have.
  public static let largestSignatureCount = 100

  /// Reads a note: valid UTF-8 without control characters but LF, a text, an empty line, one to a hundred signature lines.
  ///
  /// - Throws: `note-malformed`, whatever is wrong.
  public init(_ bytes: some Collection<UInt8>) throws {
    let malformed = RegistryError(.noteMalformed)
    guard bytes.count <= Note.largestByteCount, Note.isPlain(bytes) else { throw malformed }
    let bytes = Array(bytes)
    let lineFeed = UInt8(ascii: "\n")
    guard bytes.last == lineFeed,
      let blank = bytes.indices.dropFirst().last(where: { bytes[$0] == lineFeed && bytes[$0 - 1] == lineFeed }),
      let text = String(validating: bytes[..<blank], as: UTF8.self)
    else { throw malformed }
    let lines = bytes[(blank + 1)...].dropLast().split(separator: lineFeed, omittingEmptySubsequences: false)
    let signatures = lines.prefix(Note.largestSignatureCount + 1).compactMap { NoteSignature(line: $0) }
    guard signatures.count == lines.count, signatures.count <= Note.largestSignatureCount else { throw malformed }
    self.text = text
    self.signatures = signatures
  }

  /// Signs a text, which must end in LF, with one or more keys.
  ///
  /// - Throws: `note-malformed` for a text that no note can have or without a signer, or `cryptography-failed`.
  public init(signing text: String, by signers: [NoteSigner]) throws {
    guard text.utf8.last == UInt8(ascii: "\n"), Note.isPlain(text.utf8), !signers.isEmpty,
      signers.count <= Note.largestSignatureCount
    else { throw RegistryError(.noteMalformed, detail: "a text that cannot be signed") }
    self.text = text
    signatures = try signers.map { try $0.sign(text) }
    guard bytes.count <= Note.largestByteCount else { throw RegistryError(.noteMalformed, detail: "too long") }
  }

  /// The note with more signature lines.
  ///
  /// - Throws: `note-malformed` where it has no room for them.
  func adding(_ more: [NoteSignature]) throws -> Note {
    try Note(Note(text: text, signatures: signatures + more).bytes)
  }

  private init(text: String, signatures: [NoteSignature]) {
    self.text = text
    self.signatures = signatures
  }

  /// The note as it is stored and sent.
  public var bytes: [UInt8] {
    Array((text + "\n" + signatures.map(\.line).joined()).utf8)
  }

  /// Verifies the note: at least one line is by a known key, and every line by a known key is valid. A key is known by name and id
  /// together; lines of others are passed over.
  ///
  /// - Throws: `note-unsigned`.
  public func open(with keys: [VerifierKey]) throws -> VerifiedNote {
    var signers: [VerifierKey] = []
    for signature in signatures {
      let known = keys.filter { $0.matches(signature) }
      guard !known.isEmpty else { continue }
      let key = known.first { $0.publicKey.verify(signature: signature.signature, message: text.utf8) }
      guard let key else { throw RegistryError(.noteUnsigned, detail: "a known key's signature fails") }
      if !signers.contains(key) { signers.append(key) }
    }
    guard !signers.isEmpty else { throw RegistryError(.noteUnsigned, detail: "no known key") }
    return VerifiedNote(text: text, signers: signers)
  }

  private static func isPlain(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.allSatisfy { $0 >= 0x20 || $0 == UInt8(ascii: "\n") }
  }
}

/// A note whose signatures were verified; only ``Note/open(with:)`` makes one.
public struct VerifiedNote: Sendable, Hashable {
  /// What was signed, with its final LF.
  public let text: String
  /// The known keys that signed it, at least one, in the order of their lines.
  public let signers: [VerifierKey]

  fileprivate init(text: String, signers: [VerifierKey]) {
    self.text = text
    self.signers = signers
  }
}
