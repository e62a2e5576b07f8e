import RegistryEvents
import Testing

@Suite("Signed notes")
struct NoteTests {
  /// The example of golang.org/x/mod/sumdb/note (BSD 3-Clause License).
  static let goKey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
  static let goText = """
    If you think cryptography is the answer to your problem,
    then you don't know what your problem is.

    """
  static let goNote =
    goText + """

      — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=

      """

  private static func signer(_ name: String, seed: UInt8 = 1) throws -> NoteSigner {
    let seed = SecretBytes(copying: [UInt8](repeating: seed, count: 32))
    return try NoteSigner(name: name, key: PrivateKey(ed25519Seed: seed))
  }

  @Test("Go's example opens with its key, and reads and writes the same bytes")
  func published() throws {
    let key = try VerifierKey(NoteTests.goKey)
    let note = try Note(NoteTests.goNote.utf8)
    #expect(key.name == "PeterNeumann" && key.id == 0xc74f_20a3)
    #expect(key.description == NoteTests.goKey)
    #expect(note.bytes == Array(NoteTests.goNote.utf8))
    let opened = try note.open(with: [key])
    #expect(opened.text == NoteTests.goText && opened.signers == [key])
  }

  @Test("every byte of a verifier key, mangled or cut off, is malformed or another key")
  func mangledKey() throws {
    let key = try VerifierKey(NoteTests.goKey)
    let text = Array(NoteTests.goKey.utf8)
    for index in text.indices {
      for byte in 0x00...0x7F as ClosedRange<UInt8> where byte != text[index] {
        var changed = text
        changed[index] = byte
        let other = try? VerifierKey(String(decoding: changed, as: UTF8.self))
        #expect(other == nil, "byte \(index) as \(byte)")
      }
      #expect(code { _ = try VerifierKey(String(decoding: text.prefix(index), as: UTF8.self)) } == .noteMalformed)
    }
    #expect(try VerifierKey(String(decoding: text, as: UTF8.self)) == key)
  }

  @Test("every bit of a note, changed, makes it malformed or unsigned")
  func mangledNote() throws {
    let keys = [try VerifierKey(NoteTests.goKey)]
    let bytes = Array(NoteTests.goNote.utf8)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        let code = code { _ = try Note(changed).open(with: keys) }
        #expect(code == .noteMalformed || code == .noteUnsigned, "byte \(index), bit \(bit)")
      }
      #expect(code { _ = try Note(bytes.prefix(index)) } == .noteMalformed)
    }
  }

  @Test("a key is known by name and id together, and lines of unknown keys are passed over")
  func selection() throws {
    let (known, sameName, other) = (
      try NoteTests.signer("a.example"), try NoteTests.signer("a.example", seed: 2), try NoteTests.signer("b.example")
    )
    let note = try Note(signing: "text\n", by: [sameName, known, other])
    #expect(try note.open(with: [known.verifierKey]).signers == [known.verifierKey])
    #expect(
      try note.open(with: [other.verifierKey, known.verifierKey]).signers == [known.verifierKey, other.verifierKey])
    let strangers = try Note(signing: "text\n", by: [sameName, other])
    #expect(code { _ = try strangers.open(with: [known.verifierKey]) } == .noteUnsigned)
    #expect(code { _ = try note.open(with: []) } == .noteUnsigned)
  }

  @Test("one line by a known key that fails makes the note bad, though another line is valid")
  func knownKeyFails() throws {
    let (good, bad) = (try NoteTests.signer("good.example"), try NoteTests.signer("bad.example"))
    let genuine = String(decoding: try Note(signing: "text\n", by: [good]).bytes, as: UTF8.self)
    let foreign = String(decoding: try Note(signing: "other\n", by: [bad]).bytes, as: UTF8.self)
    let line = try #require(foreign.split(separator: "\n").last)
    let note = try Note((genuine + line + "\n").utf8)
    #expect(code { _ = try note.open(with: [good.verifierKey, bad.verifierKey]) } == .noteUnsigned)
    #expect(try note.open(with: [good.verifierKey]).signers == [good.verifierKey])
    #expect(code { _ = try note.open(with: [bad.verifierKey]) } == .noteUnsigned)
  }

  @Test("a key that signs twice is one signer; a second line of it that fails makes the note bad")
  func twice() throws {
    let signer = try NoteTests.signer("a.example")
    let note = try Note(signing: "text\n", by: [signer, signer])
    #expect(note.signatures.count == 2)
    #expect(try note.open(with: [signer.verifierKey]).signers == [signer.verifierKey])
    let text = String(decoding: try Note(signing: "text\n", by: [signer]).bytes, as: UTF8.self)
    let foreign = String(decoding: try Note(signing: "other\n", by: [signer]).bytes, as: UTF8.self)
    let mixed = try Note((text + (try #require(foreign.split(separator: "\n").last)) + "\n").utf8)
    #expect(code { _ = try mixed.open(with: [signer.verifierKey]) } == .noteUnsigned)
  }

  @Test("the text may have empty lines: the last one parts it from the signatures")
  func emptyLines() throws {
    let signer = try NoteTests.signer("a.example")
    for text in ["\n", "\n\n", "a\n\nb\n", "a\n\n", "\u{2014} x AAAAAAA=\n\n\u{2014} y AAAAAAA=\n"] {
      let note = try Note(Note(signing: text, by: [signer]).bytes)
      #expect(try note.open(with: [signer.verifierKey]).text == text)
    }
  }

  @Test(
    "what is not a note is malformed",
    arguments: [
      "", "\n", "\n\n", "text\n", "text\n\n", "text\n— a AAAAAAA=\n", "text\n\n— a AAAAAAA=",
      "text\n\n— a AAAAAAA=\n\n",
      "text\n\n— a AAAAAAA=\nrest\n", "text\n\n- a AAAAAAA=\n", "text\n\n—a AAAAAAA=\n", "text\n\n— AAAAAAA=\n",
      "text\n\n—  AAAAAAA=\n", "text\n\n— a\n", "text\n\n— a \n", "text\n\n— a AAAAAAA\n", "text\n\n— a AAAAAAB=\n",
      "text\n\n— a AAAAAA==\n", "text\n\n— a  AAAAAAA=\n", "text\n\n— a AAAAAAA= \n", "text\n\n— a+b AAAAAAA=\n",
      "text\n\n— a\u{A0}b AAAAAAA=\n", "text\n\n— a\u{2003} AAAAAAA=\n", "te\txt\n\n— a AAAAAAA=\n",
      "text\r\n\r\n— a AAAAAAA=\r\n", "te\u{0}xt\n\n— a AAAAAAA=\n", "\n— a AAAAAAA=\n", "text\n\n — a AAAAAAA=\n",
    ])
  func malformed(text: String) {
    #expect(code { _ = try Note(text.utf8) } == .noteMalformed)
  }

  @Test("a note of bytes that are not UTF-8 is malformed, in its text or in a name")
  func notUTF8() {
    for bytes in [
      Array("te".utf8) + [0xFF] + Array("xt\n\n— a AAAAAAA=\n".utf8),
      Array("text\n\n— a".utf8) + [0xC3] + Array(" AAAAAAA=\n".utf8),
      [0xED, 0xA0, 0x80] + Array("\n\n— a AAAAAAA=\n".utf8),
    ] {
      #expect(code { _ = try Note(bytes) } == .noteMalformed)
    }
    #expect(throws: Never.self) { try Note("text\n\n— қазы AAAAAAA=\n".utf8) }
  }

  @Test("a note has at most a hundred signature lines and a million bytes")
  func limits() throws {
    let line = "— a AAAAAAA=\n"
    #expect(try Note(("text\n\n" + String(repeating: line, count: 100)).utf8).signatures.count == 100)
    #expect(code { _ = try Note(("text\n\n" + String(repeating: line, count: 101)).utf8) } == .noteMalformed)
    let rest = "\n\n" + line
    let longest = String(repeating: "x", count: 1_000_000 - rest.utf8.count) + rest
    #expect(throws: Never.self) { try Note(longest.utf8) }
    #expect(code { _ = try Note(("x" + longest).utf8) } == .noteMalformed)
    #expect(code { _ = try Note([UInt8](repeating: 0x0A, count: 1_000_000)) } == .noteMalformed)
  }

  @Test("a text without LF at its end, with a control character, or without a signer is not signed")
  func unsignable() throws {
    let signer = try NoteTests.signer("a.example")
    for text in ["", "text", "te\txt\n", "te\rxt\n", "te\u{0}xt\n", String(repeating: "x", count: 1_000_000) + "\n"] {
      #expect(code { _ = try Note(signing: text, by: [signer]) } == .noteMalformed)
    }
    #expect(code { _ = try Note(signing: "text\n", by: []) } == .noteMalformed)
    let many = [NoteSigner](repeating: signer, count: 101)
    #expect(code { _ = try Note(signing: "text\n", by: many) } == .noteMalformed)
  }

  @Test(
    "a name that a line cannot hold names no key",
    arguments: ["", " ", "a b", "a+b", "a\n", "a\u{3000}", "a\u{85}", "a\u{1}"])
  func names(name: String) {
    #expect(code { _ = try NoteTests.signer(name) } == .noteMalformed)
  }

  @Test("names are compared byte by byte, not as Swift compares texts")
  func canonicalEquivalence() throws {
    let (composed, decomposed) = (try NoteTests.signer("caf\u{E9}"), try NoteTests.signer("cafe\u{301}"))
    #expect(composed.verifierKey.name == decomposed.verifierKey.name)
    #expect(composed.verifierKey.id != decomposed.verifierKey.id && composed.verifierKey != decomposed.verifierKey)
    let note = try Note(signing: "text\n", by: [composed])
    #expect(code { _ = try note.open(with: [decomposed.verifierKey]) } == .noteUnsigned)
  }

  @Test("a note key is Ed25519", arguments: [SignatureAlgorithm.es256, .rs256])
  func otherKinds(algorithm: SignatureAlgorithm) throws {
    let key = try PrivateKey.generate(algorithm, rsaBitCount: 2048)
    #expect(code { _ = try NoteSigner(name: "a", key: key) } == .keyUnsupported)
  }
}
