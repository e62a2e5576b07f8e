import Foundation
import RegistryEvents
import TestSupport
import Testing

@Suite("A witness", .temporaryFolder)
struct CosignatureWitnessTests {
  private let hasher = SHA256Hasher()
  private let signer: NoteSigner
  private let cosigner: Cosigner
  private let folder: String
  private let now = Instant(clamping: 1_709_614_800)

  init() throws {
    signer = try NoteSigner(name: "log.example", key: PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](1...32))))
    cosigner = try CosignatureTests.cosigner("w.example", seed: 1)
    folder = try TemporaryFolder.make() + "/seen"
  }

  private var witness: Witness { Witness(directory: folder, cosigner: cosigner, logs: [signer.verifierKey]) }

  private func tree(_ size: Int, fork: Int? = nil) -> MerkleTree {
    MerkleTree((0..<size).map { hasher.leafHash([UInt8($0), fork == $0 ? 1 : 0]) }, with: hasher)
  }

  private func request(from old: Int, to new: Int, fork: Int? = nil, signer: NoteSigner? = nil) throws -> WitnessRequest
  {
    let tree = tree(new, fork: fork)
    let root = try tree.root(ofSize: UInt64(new), with: hasher)
    let note = try Checkpoint(origin: "log.example", size: UInt64(new), root: root).signed(by: signer ?? self.signer)
    let path = try tree.consistencyProof(fromSize: UInt64(min(old, new)), toSize: UInt64(new), with: hasher).path
    return WitnessRequest(oldSize: UInt64(old), path: path, checkpoint: note)
  }

  private func refusal(_ request: WitnessRequest) -> RegistryError? {
    do {
      _ = try witness.cosign(request, at: now)
      return nil
    } catch { return error as? RegistryError }
  }

  @Test("it cosigns what extends what it saw, one size after the other, and remembers it before it answers")
  func grows() throws {
    #expect(try witness.lastSize(origin: "log.example") == 0)
    for (old, new) in [(0, 1), (1, 1), (1, 2), (2, 5), (5, 8), (8, 8), (8, 21)] {
      let cosigned = try witness.cosign(request(from: old, to: new), at: now)
      #expect(try cosigned.cosignatures(by: [cosigner.key]).map(\.timestamp) == [1_709_614_800])
      #expect(try Checkpoint(opening: cosigned, with: [signer.verifierKey]).size == UInt64(new))
      #expect(try witness.lastSize(origin: "log.example") == UInt64(new))
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { !$0.hasSuffix(".lock") }
      #expect(files == [Digest.sha256(of: Array("log.example".utf8)).description])
      #expect(try Data(contentsOf: URL(filePath: folder + "/" + files[0])) == Data(cosigned.bytes))
    }
  }

  @Test("it cosigns nothing that contradicts, over every pair of sizes to ten and every leaf that could be another")
  func forks() throws {
    for old in 1...10 {
      try? FileManager.default.removeItem(atPath: folder)
      _ = try witness.cosign(request(from: 0, to: old), at: now)
      for new in old...10 {
        for fork in 0..<old {
          let refused = try refusal(request(from: old, to: new, fork: fork))?.code
          #expect(refused == (old == new ? .checkpointContradicted : .proofInvalid), "\(old) to \(new), leaf \(fork)")
        }
      }
      for new in 1..<old {
        #expect(try refusal(request(from: old, to: new))?.code == .proofMalformed)
        let behind = try refusal(request(from: new, to: new))
        #expect(behind?.code == .witnessSizeDiffers && behind?.detail == "it is \(old)")
      }
      #expect(try witness.lastSize(origin: "log.example") == UInt64(old))
    }
  }

  @Test("a first request is from nothing, and shows nothing by hashes")
  func first() throws {
    #expect(try refusal(request(from: 1, to: 2))?.code == .witnessSizeDiffers)
    let padded = WitnessRequest(oldSize: 0, path: [.sha256(of: [])], checkpoint: try request(from: 0, to: 2).checkpoint)
    #expect(refusal(padded)?.code == .proofInvalid)
    #expect(try refusal(request(from: 0, to: 2)) == nil)
  }

  @Test("it cosigns only journals that it watches, by their own keys")
  func watched() throws {
    let stranger = try NoteSigner(name: "log.example", key: .generate(.ed25519))
    #expect(try refusal(request(from: 0, to: 2, signer: stranger))?.code == .noteUnsigned)
    let other = try NoteSigner(
      name: "other.example", key: PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](1...32))))
    let note = try Checkpoint(origin: "other.example", size: 0, root: .sha256(of: [])).signed(by: other)
    #expect(refusal(WitnessRequest(oldSize: 0, path: [], checkpoint: note))?.code == .noteUnsigned)
    #expect(!FileManager.default.fileExists(atPath: folder))
  }

  @Test("two journals are remembered apart")
  func apart() throws {
    let other = try NoteSigner(name: "other.example", key: .generate(.ed25519))
    let watching = Witness(directory: folder, cosigner: cosigner, logs: [signer.verifierKey, other.verifierKey])
    _ = try watching.cosign(request(from: 0, to: 5), at: now)
    let empty = try Checkpoint(origin: "other.example", size: 0, root: .sha256(of: [])).signed(by: other)
    _ = try watching.cosign(WitnessRequest(oldSize: 0, path: [], checkpoint: empty), at: now)
    #expect(try watching.lastSize(origin: "log.example") == 5)
    #expect(try watching.lastSize(origin: "other.example") == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 4)
  }

  @Test("a memory that is not its own is not believed, whatever bit was changed")
  func mangledMemory() throws {
    _ = try witness.cosign(request(from: 0, to: 3), at: now)
    let path = URL(filePath: folder + "/\(Digest.sha256(of: Array("log.example".utf8)))")
    let note = [UInt8](try Data(contentsOf: path))
    // What it vouches for itself: the text, and its own line, which is the last.
    let text =
      try Note(note).bytes.split(separator: 0x0A, omittingEmptySubsequences: false).prefix(3).joined().count + 3
    let ownLine = try #require(note.dropLast().lastIndex(of: 0x0A)) + 1
    for index in note.indices where index < text || index >= ownLine {
      var changed = note
      changed[index] ^= 1
      try Data(changed).write(to: path)
      let refused = try refusal(request(from: 3, to: 4))?.code
      #expect(refused == .noteMalformed || refused == .noteUnsigned, "byte \(index)")
    }
    try Data(note).write(to: path)
    #expect(try refusal(request(from: 3, to: 4)) == nil)
  }

  @Test("requests are written and read as C2SP tlog-witness has them, and nothing else is one")
  func requests() throws {
    for (old, new) in [(0, 1), (3, 7), (7, 7)] {
      let request = try request(from: old, to: new)
      #expect(try WitnessRequest(request.bytes) == request)
    }
    let bytes = try request(from: 3, to: 7).bytes
    #expect(String(decoding: bytes.prefix(6), as: UTF8.self) == "old 3\n")
    _ = try witness.cosign(request(from: 0, to: 3), at: now)
    for index in bytes.indices {
      #expect(code { _ = try WitnessRequest(bytes.prefix(index)) } == .proofMalformed)
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        guard let request = try? WitnessRequest(changed) else { continue }
        #expect(refusal(request) != nil, "byte \(index), bit \(bit)")
      }
    }
    let note = String(decoding: try request(from: 0, to: 1).checkpoint.bytes, as: UTF8.self)
    let hash = Base64.standard.encode(Digest.sha256(of: []).bytes) + "\n"
    for bad in [
      "old\n\n", "old 00\n\n", "old -1\n\n", "old 1 \n\n", "new 1\n\n", "\n", "old 0\nx\n\n", "old 0\n" + hash,
      "old 18446744073709551616\n\n", "old 0\n" + String(repeating: hash, count: 64) + "\n",
    ] {
      #expect(code { _ = try WitnessRequest((bad + note).utf8) } == .proofMalformed, "\(bad)")
    }
    #expect(code { _ = try WitnessRequest(("old 0\n" + String(repeating: hash, count: 63) + "\n" + note).utf8) } == nil)
  }
}
