import RegistryEvents
import Testing

@Suite("Proofs out of one pass")
struct ProofSubtreeTests {
  private let hasher = SHA256Hasher()

  private func leaves(_ count: Int) -> [Digest] { (0..<count).map { hasher.leafHash([UInt8($0)]) } }

  @Test("every audit path of every tree to 70 leaves is that of the tree in memory, whatever follows the tree")
  func inclusion() throws {
    let leaves = leaves(73)
    let tree = MerkleTree(leaves, with: hasher)
    for size in 1...70 as ClosedRange<UInt64> {
      for index in 0..<size {
        var collector = try SubtreeCollector(inclusionOfLeaf: index, inSize: size)
        for leaf in leaves { collector.append(leaf, with: hasher) }
        #expect(try collector.hashes == tree.inclusionProof(ofLeaf: index, inSize: size, with: hasher).path)
      }
    }
  }

  @Test("every consistency proof to 70 leaves is that of the tree in memory")
  func consistency() throws {
    let leaves = leaves(70)
    let tree = MerkleTree(leaves, with: hasher)
    for new in 0...70 as ClosedRange<UInt64> {
      for old in 0...new {
        var collector = try SubtreeCollector(consistencyFromSize: old, toSize: new)
        for leaf in leaves { collector.append(leaf, with: hasher) }
        #expect(try collector.hashes == tree.consistencyProof(fromSize: old, toSize: new, with: hasher).path)
      }
    }
  }

  @Test("while leaves are wanting there is no proof, unless it needs none of them")
  func wanting() throws {
    let leaves = leaves(20)
    for size in 1...20 {
      for index in 0..<size {
        var collector = try SubtreeCollector(inclusionOfLeaf: UInt64(index), inSize: UInt64(size))
        for leaf in leaves.prefix(size - 1) { collector.append(leaf, with: hasher) }
        #expect((collector.hashes == nil) == (index < size - 1), "\(index) of \(size)")
      }
    }
  }

  @Test("what there is no proof of is an error")
  func impossible() {
    for (index, size) in [(0, 0), (1, 1), (UInt64.max, UInt64.max)] as [(UInt64, UInt64)] {
      #expect(code { _ = try SubtreeCollector(inclusionOfLeaf: index, inSize: size) } == .valueInvalid)
    }
    #expect(code { _ = try SubtreeCollector(consistencyFromSize: 2, toSize: 1) } == .valueInvalid)
    #expect(code { _ = try SubtreeCollector(inclusionOfLeaf: .max - 1, inSize: .max) } == nil)
    #expect(code { _ = try SubtreeCollector(consistencyFromSize: .max - 1, toSize: .max) } == nil)
  }
}
