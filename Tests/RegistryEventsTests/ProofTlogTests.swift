import RegistryEvents
import Testing

@Suite("C2SP tlog-proof")
struct ProofTlogTests {
  private let hasher = SHA256Hasher()
  private let signer: NoteSigner

  init() throws {
    let seed = SecretBytes(copying: [UInt8](repeating: 7, count: 32))
    signer = try NoteSigner(name: "log.example", key: PrivateKey(ed25519Seed: seed))
  }

  private func line(_ index: Int) -> [UInt8] { Array("line \(index)".utf8) }

  private func proof(_ index: Int, of size: Int, extra: [UInt8]? = nil) throws -> TlogProof {
    let tree = MerkleTree((0..<size).map { hasher.leafHash(line($0)) }, with: hasher)
    let checkpoint = try Checkpoint(
      origin: "log.example", size: UInt64(size), root: tree.root(ofSize: UInt64(size), with: hasher))
    let inclusion = try tree.inclusionProof(ofLeaf: UInt64(index), inSize: UInt64(size), with: hasher)
    return TlogProof(
      index: UInt64(index), path: inclusion.path, checkpoint: try checkpoint.signed(by: signer), extra: extra)
  }

  @Test("every proof of every tree to 20 lines is written, read and verified, of its own line alone")
  func every() throws {
    for size in 1...20 {
      for index in 0..<size {
        let proof = try TlogProof(proof(index, of: size).bytes)
        #expect(try proof == self.proof(index, of: size))
        let checkpoint = try proof.verify(line: line(index), keys: [signer.verifierKey], with: hasher)
        #expect(checkpoint.size == UInt64(size) && checkpoint.origin == "log.example")
        for other in 0..<size where other != index {
          let refusal = code { _ = try proof.verify(line: line(other), keys: [signer.verifierKey], with: hasher) }
          #expect(refusal == .proofInvalid)
        }
      }
    }
  }

  /// The forms that `transparency-dev/formats/proof/tlog_proof_test.go` (Apache License 2.0) expects, around a checkpoint.
  @Test("the text is the one that other implementations write")
  func text() throws {
    let digests = ["hash1", "hash2"].map { Digest.sha256(of: Array($0.utf8)) }
    let hashes = digests.map { Base64.standard.encode($0.bytes) }
    let note = try proof(0, of: 1).checkpoint
    let noteText = String(decoding: note.bytes, as: UTF8.self)
    func text(_ proof: TlogProof) -> String { String(decoding: proof.bytes, as: UTF8.self) }
    #expect(
      text(TlogProof(index: 5, path: digests, checkpoint: note))
        == "c2sp.org/tlog-proof@v1\nindex 5\n\(hashes[0])\n\(hashes[1])\n\n" + noteText)
    let extra = TlogProof(
      index: 10, path: [digests[0]], checkpoint: note, extra: Array("extra information".utf8))
    #expect(
      text(extra) == "c2sp.org/tlog-proof@v1\nextra ZXh0cmEgaW5mb3JtYXRpb24=\nindex 10\n\(hashes[0])\n\n" + noteText)
    #expect(
      text(TlogProof(index: 0, path: [], checkpoint: note)) == "c2sp.org/tlog-proof@v1\nindex 0\n\n" + noteText)
    #expect(try TlogProof(extra.bytes) == extra)
  }

  @Test("extra data is carried and vouched for by nothing")
  func extra() throws {
    for extra in [[], [0], Array("x\ny".utf8), [UInt8](repeating: 0xFF, count: 1000)] as [[UInt8]] {
      let proof = try TlogProof(proof(2, of: 5, extra: extra).bytes)
      #expect(proof.extra == extra)
      #expect(try proof.verify(line: line(2), keys: [signer.verifierKey], with: hasher).size == 5)
    }
  }

  @Test("every bit of a proof, changed, makes it malformed, unsigned or untrue, and so does every cut")
  func mangled() throws {
    let bytes = try proof(3, of: 7).bytes
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        let refusal = code {
          _ = try TlogProof(changed).verify(line: line(3), keys: [signer.verifierKey], with: hasher)
        }
        let isRefused = [.proofMalformed, .noteUnsigned, .noteMalformed, .proofInvalid].contains(refusal)
        #expect(isRefused, "byte \(index), bit \(bit)")
      }
      #expect(code { _ = try TlogProof(bytes.prefix(index)) } == .proofMalformed)
    }
  }

  @Test(
    "another text is no proof",
    arguments: [
      "", "\n", "H", "H\n", "H\n\n\nN", "wrong-header\nindex 0\n\nN", "H\nextra !!notbase64!!\nindex 0\n\nN",
      "H\nextra\nindex 0\n\nN", "H\nindex 0\nextra AA==\n\nN", "H\nextra AA==\nextra AA==\nindex 0\n\nN",
      "H\nextra AB==\nindex 0\n\nN", "H\nindex notanumber\n\nN", "H\nindex -5\n\nN", "H\nindex +5\n\nN",
      "H\nindex 05\n\nN",
      "H\nindex\n\nN", "H\nindex \n\nN", "H\nIndex 0\n\nN", "H\nindex  0\n\nN", "H\nindex 18446744073709551616\n\nN",
      "H\nindex 0\n!!notbase64!!\n\nN", "H\nindex 0\nAAAA\n\nN", "H\nindex 0\nDD\n\nN", "H\nindex 0\nD \n\nN",
      "H\nindex 0\nD\nN", "H\r\nindex 0\r\n\r\nN", " H\nindex 0\n\nN", "H\nindex 0\n\n", "H\nindex 0\n\ncheckpoint\n",
      "H\nindex 0\n\n\nN", "H@v2\nindex 0\n\nN",
    ])
  func malformed(template: String) throws {
    let note = try proof(0, of: 1).checkpoint
    let digest = Base64.standard.encode(Digest.sha256(of: []).bytes)
    let text = template.replacing("H", with: "c2sp.org/tlog-proof@v1").replacing("D", with: digest)
      .replacing("N", with: String(decoding: note.bytes, as: UTF8.self))
    #expect(code { _ = try TlogProof(text.utf8) } == .proofMalformed)
  }

  @Test("a path longer than that of any tree is malformed, and so are more bytes than a proof may have")
  func tooLong() throws {
    let note = try proof(0, of: 1).checkpoint
    let longest = TlogProof(
      index: 0, path: Array(repeating: .sha256(of: []), count: TlogProof.longestPath), checkpoint: note)
    #expect(try TlogProof(longest.bytes) == longest)
    let longer = TlogProof(index: 0, path: longest.path + [.sha256(of: [])], checkpoint: note)
    #expect(code { _ = try TlogProof(longer.bytes) } == .proofMalformed)
    #expect(
      code { _ = try TlogProof([UInt8](repeating: 0x41, count: TlogProof.largestByteCount + 1)) } == .proofMalformed)
  }

  @Test("a proof under a checkpoint that no key of the journal signed shows nothing")
  func unsigned() throws {
    let proof = try proof(0, of: 1)
    let seed = SecretBytes(copying: [UInt8](repeating: 8, count: 32))
    let stranger = try NoteSigner(name: "log.example", key: PrivateKey(ed25519Seed: seed))
    for keys in [[], [stranger.verifierKey]] {
      #expect(code { _ = try proof.verify(line: line(0), keys: keys, with: hasher) } == .noteUnsigned)
    }
  }
}
