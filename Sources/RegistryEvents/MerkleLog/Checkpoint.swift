/// What a checkpoint says: how many lines a journal has and the root of their Merkle tree (C2SP `tlog-checkpoint`).
///
/// The text of its note is three lines, origin, size and root:
///
/// ```
/// apk.registry.example.kz/vectors
/// 5
/// Ej8FRn6t8afIi3ZHpupclnc0n65ZpOIYabX7makJ9yU=
/// ```
public struct Checkpoint: Sendable, Hashable {
  /// The journal that it is of.
  public let origin: String
  /// The number of lines.
  public let size: UInt64
  /// The root of the tree of their leaf hashes.
  public let root: Digest

  /// A checkpoint to be signed.
  ///
  /// - Throws: `note-malformed` for an origin that is empty or has a control character.
  public init(origin: String, size: UInt64, root: Digest) throws {
    guard !origin.isEmpty, origin.utf8.allSatisfy({ $0 >= 0x20 }) else {
      throw RegistryError(.noteMalformed, detail: "the origin of a checkpoint")
    }
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads the text of a note. Lines after the third are allowed and mean nothing here.
  ///
  /// - Throws: `note-malformed` for a size with a leading zero or beyond 64 bits, a root that is not 32 bytes in the one spelling of base64,
  ///   or an empty line.
  public init(text: String) throws {
    let malformed = RegistryError(.noteMalformed, detail: "a checkpoint")
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard lines.count >= 4, lines[lines.count - 1].isEmpty, lines.dropLast().allSatisfy({ !$0.isEmpty }),
      let origin = String(lines[0]), let size = UInt64(decimal: lines[1]),
      let root = Base64.standard.decode(lines[2]).flatMap({ Digest($0) })
    else { throw malformed }
    try self.init(origin: origin, size: size, root: root)
  }

  /// Verifies a checkpoint's note and reads it: as ``Note/open(with:)``, and one of the signers is named as the origin.
  ///
  /// - Throws: `note-unsigned` or `note-malformed`.
  public init(opening note: Note, with keys: [VerifierKey]) throws {
    let verified = try note.open(with: keys)
    try self.init(text: verified.text)
    guard verified.signers.contains(where: { $0.name.utf8.elementsEqual(origin.utf8) }) else {
      throw RegistryError(.noteUnsigned, detail: "no signer is named as the origin")
    }
  }

  /// The three lines that are signed.
  public var text: String { "\(origin)\n\(size)\n\(Base64.standard.encode(root.bytes))\n" }

  /// The signed checkpoint. That it contradicts none signed before is the caller's to ensure (format §6).
  ///
  /// - Throws: `note-malformed` for a signer whose name is not the origin, or `cryptography-failed`.
  public func signed(by signer: NoteSigner) throws -> Note {
    guard signer.verifierKey.name.utf8.elementsEqual(origin.utf8) else {
      throw RegistryError(.noteMalformed, detail: "a signer that is not named as the origin")
    }
    return try Note(signing: text, by: [signer])
  }
}
