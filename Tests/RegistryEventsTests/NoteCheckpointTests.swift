import RegistryEvents
import Testing

@Suite("Checkpoints")
struct NoteCheckpointTests {
  private struct Vectors: Decodable {
    var noteKeys: [String]
    var privateSeedOfNoteKey: String
  }

  private static let root = "Ej8FRn6t8afIi3ZHpupclnc0n65ZpOIYabX7makJ9yU="

  private static func vectors() throws -> (keys: [VerifierKey], signer: NoteSigner) {
    let vectors = try CryptoFixture.json("vectors/five-lines.json", as: Vectors.self)
    let seed = SecretBytes(copying: try CryptoFixture.hex(vectors.privateSeedOfNoteKey))
    let signer = try NoteSigner(name: "apk.registry.example.kz/vectors", key: PrivateKey(ed25519Seed: seed))
    return (try vectors.noteKeys.map { try VerifierKey($0) }, signer)
  }

  @Test("the checkpoint of the five lines opens and is what their leaf hashes give")
  func fiveLines() throws {
    let (keys, signer) = try NoteCheckpointTests.vectors()
    #expect(keys == [signer.verifierKey])
    let bytes = try CryptoFixture.bytes("vectors/five-lines.checkpoint")
    let checkpoint = try Checkpoint(opening: Note(bytes), with: keys)
    let hasher = SHA256Hasher()
    var frontier = MerkleFrontier()
    for line in try CryptoFixture.bytes("vectors/five-lines.jsonl").split(separator: 0x0A) {
      frontier.append(hasher.leafHash(line), with: hasher)
    }
    let again = try Checkpoint(
      origin: "apk.registry.example.kz/vectors", size: frontier.size, root: frontier.root(with: hasher))
    #expect(checkpoint == again)
    #expect(try again.signed(by: signer).bytes == bytes)
  }

  @Test("every bit of the checkpoint, changed, makes it malformed or unsigned")
  func mangled() throws {
    let (keys, _) = try NoteCheckpointTests.vectors()
    let bytes = try CryptoFixture.bytes("vectors/five-lines.checkpoint")
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        let code = code { _ = try Checkpoint(opening: Note(changed), with: keys) }
        #expect(code == .noteMalformed || code == .noteUnsigned, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test("every size of 64 bits is read and written", arguments: [0, 1, 9, 10, UInt64(Int64.max), .max])
  func sizes(size: UInt64) throws {
    let checkpoint = try Checkpoint(origin: "o", size: size, root: .sha256(of: []))
    #expect(try Checkpoint(text: checkpoint.text) == checkpoint)
    #expect(checkpoint.text == "o\n\(size)\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")
  }

  @Test("extension lines are read over and not written", arguments: ["x\n", "a b\nc\n", "— not a signature\n"])
  func extensions(lines: String) throws {
    let text = "o\n5\n\(NoteCheckpointTests.root)\n"
    let checkpoint = try Checkpoint(text: text + lines)
    #expect(checkpoint.text == text)
    let signer = try NoteSigner(name: "o", key: .generate(.ed25519))
    let note = try Note(Note(signing: text + lines, by: [signer]).bytes)
    #expect(try Checkpoint(opening: note, with: [signer.verifierKey]) == checkpoint)
  }

  @Test(
    "another text is no checkpoint",
    arguments: [
      "", "\n", "o\n5\n", "o\n5\nR", "\n5\nR\n", "o\n\nR\n", "o\n5\n\n", "o\n05\nR\n", "o\n00\nR\n", "o\n+5\nR\n",
      "o\n-1\nR\n", "o\n 5\nR\n",
      "o\n5 \nR\n", "o\n5.0\nR\n", "o\n٥\nR\n", "o\n0x5\nR\n", "o\n18446744073709551616\nR\n",
      "o\n99999999999999999999\nR\n",
      "o\n5\nR=\n", "o\n5\nRA\n", "o\n5\n R\n", "o\n5\nAAAA\n", "o\n5\nR\n\n", "o\n5\nR\n\nx\n", "o\n5\nR\nx",
      "o\n5\nr\n",
    ])
  func malformed(template: String) {
    let text = template.replacing("R", with: NoteCheckpointTests.root)
      .replacing("r", with: NoteCheckpointTests.root.dropLast(2) + "V=")
    #expect(code { _ = try Checkpoint(text: text) } == .noteMalformed)
  }

  @Test("an origin is not empty and has no line end", arguments: ["", "a\nb", "a\tb", "\u{0}"])
  func origins(origin: String) {
    #expect(code { _ = try Checkpoint(origin: origin, size: 0, root: .sha256(of: [])) } == .noteMalformed)
  }

  @Test("the signer is named as the origin")
  func namedAsOrigin() throws {
    let checkpoint = try Checkpoint(origin: "a.example", size: 1, root: .sha256(of: []))
    let (own, other) = (
      try NoteSigner(name: "a.example", key: .generate(.ed25519)),
      try NoteSigner(name: "b.example", key: .generate(.ed25519))
    )
    #expect(code { _ = try checkpoint.signed(by: other) } == .noteMalformed)
    let foreign = try Note(signing: checkpoint.text, by: [other])
    #expect(code { _ = try Checkpoint(opening: foreign, with: [own.verifierKey, other.verifierKey]) } == .noteUnsigned)
    let both = try Note(signing: checkpoint.text, by: [other, own])
    #expect(try Checkpoint(opening: both, with: [own.verifierKey, other.verifierKey]) == checkpoint)
    #expect(code { _ = try Checkpoint(opening: both, with: [other.verifierKey]) } == .noteUnsigned)
  }
}
