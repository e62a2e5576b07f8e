import RegistryEvents
import Testing

/// RFC 6962 §2.1 word for word: the hash of a list of leaf hashes.
func merkleTreeHash(_ leaves: ArraySlice<Digest>) -> Digest {
  guard let first = leaves.first else { return .sha256(of: []) }
  guard leaves.count > 1 else { return first }
  var k = 1
  while 2 * k < leaves.count { k *= 2 }
  let left = merkleTreeHash(leaves.prefix(k))
  let right = merkleTreeHash(leaves.dropFirst(k))
  return .sha256(of: [0x01] + left.bytes + right.bytes)
}

/// The test data of the certificate-transparency project (`merkletree/merkle_tree_test.cc`, later
/// `transparency-dev/merkle/testonly`; Apache License 2.0): eight leaves, the roots of the first one to eight, and some proofs.
enum CertificateTransparency {
  static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57], Array(0x60...0x6F),
  ]

  static let roots = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  static let inclusion: [(index: UInt64, size: UInt64, path: [String])] = [
    (0, 1, []),
    (
      0, 8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]
    ),
    (
      5, 8,
      [
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]),
    (
      1, 5,
      [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
  ]

  static let consistency: [(old: UInt64, new: UInt64, path: [String])] = [
    (1, 1, []),
    (
      1, 8,
      [
        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
      ]
    ),
    (
      6, 8,
      [
        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      ]
    ),
    (
      2, 5,
      [
        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      ]
    ),
  ]
}

@Suite("Merkle trees")
struct MerkleTreeTests {
  @Test("the roots of certificate-transparency's eight leaves are the published ones")
  func publishedRoots() throws {
    let hasher = SHA256Hasher()
    var frontier = MerkleFrontier()
    var tree = MerkleTree()
    #expect(frontier.root(with: hasher) == .sha256(of: []))
    #expect(try tree.root(ofSize: 0, with: hasher) == .sha256(of: []))
    for (leaf, root) in zip(CertificateTransparency.leaves, CertificateTransparency.roots) {
      frontier.append(hasher.leafHash(leaf), with: hasher)
      tree.append(hasher.leafHash(leaf), with: hasher)
      #expect(frontier.root(with: hasher).description == root)
      #expect(try tree.root(ofSize: tree.size, with: hasher).description == root)
    }
    #expect(frontier.size == 8)
  }

  @Test("the root of the five lines is the vectors', line by line")
  func fiveLines() throws {
    struct Vectors: Decodable {
      struct Line: Decodable { var leafHash, root: String }
      var lines: [Line]
    }
    let hasher = SHA256Hasher()
    var frontier = MerkleFrontier()
    for line in try CryptoFixture.json("vectors/five-lines.json", as: Vectors.self).lines {
      frontier.append(try #require(Digest(hex: line.leafHash)), with: hasher)
      #expect(frontier.root(with: hasher).description == line.root)
    }
    #expect(frontier.size == 5)
  }

  @Test("the frontier, the tree in memory and RFC 6962's definition agree for every size to 130")
  func definitions() throws {
    let hasher = SHA256Hasher()
    let leaves = (0..<130).map { hasher.leafHash([UInt8($0)]) }
    let whole = MerkleTree(leaves, with: hasher)
    var frontier = MerkleFrontier()
    for size in 0...leaves.count {
      let root = merkleTreeHash(leaves.prefix(size))
      #expect(frontier.root(with: hasher) == root)
      #expect(try whole.root(ofSize: UInt64(size), with: hasher) == root)
      if size < leaves.count { frontier.append(leaves[size], with: hasher) }
    }
  }

  @Test("a frontier is a value: a copy grows alone")
  func copies() {
    let hasher = SHA256Hasher()
    var first = MerkleFrontier()
    first.append(hasher.leafHash([1]), with: hasher)
    var second = first
    second.append(hasher.leafHash([2]), with: hasher)
    #expect(first.size == 1 && second.size == 2)
    #expect(first.root(with: hasher) == hasher.leafHash([1]))
  }

  @Test(
    "a node that the tree does not have is an error", arguments: [(0, 5), (-1, 0), (64, 0), (2, 1), (0, UInt64.max)])
  func noNode(level: Int, index: UInt64) {
    let hasher = SHA256Hasher()
    let tree = MerkleTree((0..<5).map { hasher.leafHash([$0]) }, with: hasher)
    #expect(code { _ = try tree.node(level: level, index: index) } == .valueInvalid)
    #expect(code { _ = try tree.root(ofSize: 6, with: hasher) } == .valueInvalid)
    #expect(code { _ = try tree.root(ofSize: .max, with: hasher) } == .valueInvalid)
  }
}
