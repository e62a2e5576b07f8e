import RegistryEvents
import Testing

@Suite("Cosignatures of witnesses")
struct CosignatureTests {
  /// A checkpoint of the public staging log arche2025h1 (transparency.dev) with the cosignatures of four public witnesses, as they answered it in
  /// May 2026; the verifier keys are those that the log and the witnesses publish. Facts, to which no licence applies.
  static let published = """
    arche2025h1.staging.ct.transparency.dev
    1432088532
    U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

    — arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
    — arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
    — transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
    — witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
    — remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
    — witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==

    """
  static let publishedLog =
    "arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f"
  static let publishedWitnesses = [
    "transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM",
    "witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO",
    "remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2",
    "witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv",
  ]
  /// Witnesses that did not cosign that checkpoint.
  static let publishedOthers = [
    "rgdd.se/poc-witness+db03732e+BCjJKlo6BU0xfIb8LutqerIFTWIXEA0L5n3tW3QyPFgG",
    "staging.witness.transparency.goog/ring-any-bells+2e1a8dc9+BG5JTpLc3FJtwzgh1Uv+Qelz9qeOH2bfWjS1s0s+y4rL",
  ]

  static func cosigner(_ name: String, seed: UInt8) throws -> Cosigner {
    let seed = SecretBytes(copying: [UInt8](repeating: seed, count: 32))
    return try Cosigner(name: name, key: PrivateKey(ed25519Seed: seed))
  }

  private static let time = Instant(clamping: 1_709_614_800)

  @Test("public witnesses' cosignatures of a public log verify, and their keys are read and written the same")
  func published() throws {
    let note = try Note(Self.published.utf8)
    let keys = try (Self.publishedWitnesses + Self.publishedOthers).map { try CosignerKey($0) }
    #expect(keys.map(\.description) == Self.publishedWitnesses + Self.publishedOthers)
    let cosignatures = try note.cosignatures(by: keys)
    #expect(cosignatures.map(\.cosigner) == Array(keys.prefix(4)))
    #expect(cosignatures.allSatisfy { $0.timestamp == 1_779_573_024 })
    let checkpoint = try Checkpoint(opening: note, with: [VerifierKey(Self.publishedLog)])
    #expect(checkpoint.size == 1_432_088_532)
  }

  @Test("what a witness signs is bound to the text, the time and the key")
  func bound() throws {
    let lines = Self.published.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let keys = try Self.publishedWitnesses.map { try CosignerKey($0) }
    for (index, key) in keys.enumerated() {
      let line = lines[6 + index]
      let payload = try #require(line.split(separator: " ").last)
      let bytes = try #require(Base64.standard.decode(payload))
      let text = String(Self.published.prefix { $0 != "—" })
      func refusal(_ changed: [UInt8], _ text: String) -> ErrorCode? {
        let line = "— \(key.name) \(Base64.standard.encode(changed))\n"
        return code { _ = try Note((text + line).utf8).cosignatures(by: [key]) }
      }
      #expect(refusal(bytes, text) == nil)
      #expect(refusal(bytes, text.replacing("1432088532", with: "1432088533")) == .noteUnsigned)
      for place in 4..<bytes.count {
        var changed = bytes
        changed[place] ^= 1
        #expect(refusal(changed, text) == .noteUnsigned, "byte \(place)")
      }
      for length in 5..<bytes.count { #expect(refusal(Array(bytes.prefix(length)), text) == .noteUnsigned) }
      #expect(refusal(bytes + [0], text) == .noteUnsigned)
    }
  }

  @Test("a cosignature is added and verified; the latest of a witness counts, and one that fails spoils the note")
  func added() throws {
    let signer = try NoteSigner(
      name: "log.example", key: PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](1...32))))
    let (first, second) = (try Self.cosigner("a.example", seed: 1), try Self.cosigner("b.example", seed: 2))
    let checkpoint = try Checkpoint(origin: "log.example", size: 3, root: .sha256(of: []))
    let note = try checkpoint.signed(by: signer).cosigned(by: first, at: Self.time)
      .cosigned(by: second, at: Self.time).cosigned(by: first, at: Self.time.adding(seconds: 60))
    let read = try Note(note.bytes)
    #expect(read == note)
    #expect(try Checkpoint(opening: read, with: [signer.verifierKey]) == checkpoint)
    let cosignatures = try read.cosignatures(by: [second.key, first.key])
    #expect(cosignatures.map(\.cosigner) == [second.key, first.key])
    #expect(cosignatures.map(\.timestamp) == [1_709_614_800, 1_709_614_860])
    let other = try Checkpoint(origin: "log.example", size: 4, root: .sha256(of: [])).signed(by: signer)
    let moved = String(decoding: other.bytes, as: UTF8.self) + "— a.example \(try Self.payload(note, 1))\n"
    #expect(code { _ = try Note(moved.utf8).cosignatures(by: [first.key]) } == .noteUnsigned)
    #expect(try Note(moved.utf8).cosignatures(by: [second.key]).isEmpty)
  }

  private static func payload(_ note: Note, _ index: Int) throws -> String {
    let signature = note.signatures[index]
    return Base64.standard.encode(signature.id.bytes + signature.signature)
  }

  @Test("what a journal's key signs is no cosignature, and the other way about, though the key be the same")
  func apart() throws {
    let key = try PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](repeating: 3, count: 32)))
    let (signer, cosigner) = (
      try NoteSigner(name: "one.example", key: key), try Cosigner(name: "one.example", key: key)
    )
    #expect(signer.verifierKey.id != cosigner.key.id)
    let signed = try Note(signing: "one.example\n", by: [signer])
    #expect(try signed.cosignatures(by: [cosigner.key]).isEmpty)
    #expect(code { _ = try VerifierKey(cosigner.key.description) } == .noteMalformed)
    #expect(code { _ = try CosignerKey(signer.verifierKey.description) } == .noteMalformed)
  }

  @Test("every byte of a witness's key, changed or cut off, makes it malformed")
  func mangledKey() throws {
    let text = Array(Self.publishedWitnesses[2].utf8)
    for index in text.indices {
      for byte in 0x00...0x7F as ClosedRange<UInt8> where byte != text[index] {
        var changed = text
        changed[index] = byte
        #expect(code { _ = try CosignerKey(String(decoding: changed, as: UTF8.self)) } == .noteMalformed)
      }
      #expect(code { _ = try CosignerKey(String(decoding: text.prefix(index), as: UTF8.self)) } == .noteMalformed)
    }
  }

  @Test("a note takes a hundred signatures and no more")
  func full() throws {
    let signer = try NoteSigner(name: "log.example", key: .generate(.ed25519))
    let cosigner = try Self.cosigner("a.example", seed: 1)
    var note = try Note(signing: "text\n", by: [signer])
    for _ in 1..<Note.largestSignatureCount { note = try note.cosigned(by: cosigner, at: Self.time) }
    #expect(note.signatures.count == Note.largestSignatureCount)
    #expect(code { _ = try note.cosigned(by: cosigner, at: Self.time) } == .noteMalformed)
  }
}

extension UInt32 {
  /// The four bytes, the most significant first.
  fileprivate var bytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
