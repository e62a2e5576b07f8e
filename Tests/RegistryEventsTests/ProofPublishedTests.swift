import Foundation
import RegistryEvents
import Testing

/// The proof vectors of transparency-dev/merkle (testdata/inclusion and testdata/consistency; Apache-2.0): the proofs that hold word for word, and what
/// the suite makes of each of them that must not hold, by the names that it has for that.
@Suite("Published proofs of transparency-dev/merkle")
struct ProofPublishedTests {
  private struct Inclusion: Decodable, Sendable {
    var leafIdx: UInt64
    var treeSize: UInt64
    var root: Data
    var leafHash: Data
    var proof: [Data]?
    var desc: String
    var wantErr: Bool

    var holds: Bool {
      InclusionProof.holds(
        index: leafIdx, size: treeSize, leafHash: Array(leafHash), root: Array(root),
        path: (proof ?? []).map(Array.init))
    }
  }

  private struct Consistency: Decodable, Sendable {
    var size1: UInt64
    var size2: UInt64
    var root1: Data
    var root2: Data
    var proof: [Data]?
    var desc: String
    var wantErr: Bool

    var holds: Bool {
      ConsistencyProof.holds(
        oldSize: size1, newSize: size2, oldRoot: Array(root1), newRoot: Array(root2),
        path: (proof ?? []).map(Array.init))
    }
  }

  private static func vectors<Vector: Decodable>(_ name: String, as type: Vector.Type) throws -> [Vector] {
    try JSONDecoder().decode([Vector].self, from: Data(Fixture.bytes("proofs/\(name).json")))
  }

  @Test("inclusion: each vector holds or not as it says")
  func inclusion() throws {
    let vectors = try Self.vectors("inclusion", as: Inclusion.self)
    #expect(vectors.contains { $0.wantErr } && vectors.contains { !$0.wantErr })
    for vector in vectors { #expect(vector.holds == !vector.wantErr, "\(vector.desc) \(vector.leafIdx)") }
  }

  @Test("consistency: each vector holds or not as it says")
  func consistency() throws {
    let vectors = try Self.vectors("consistency", as: Consistency.self)
    #expect(vectors.contains { $0.wantErr } && vectors.contains { !$0.wantErr })
    for vector in vectors { #expect(vector.holds == !vector.wantErr, "\(vector.desc) \(vector.size1)") }
  }

  /// What the suite does to a path: bits flipped, hashes cut off, put before and behind, and garbage.
  private static func mangled(_ path: [Data], _ extra: [Data]) -> [[Data]] {
    var paths: [[Data]] = []
    for index in path.indices {
      var flipped = path
      flipped[index][4] ^= 1 << 4
      paths.append(flipped)
      paths.append(Array(path[..<index]))
      paths.append(Array(path[..<index] + path[(index + 1)...]))
      paths.append(Array(path[...index] + [Data()] + path[(index + 1)...]))
    }
    let garbage = [Data("preceding garbage".utf8), Data(repeating: 0, count: 32)] + extra + path
    return paths + garbage.map { [$0] + path } + garbage.map { path + [$0] }
  }

  @Test("inclusion: of what the suite does to a proof that holds, nothing holds")
  func mangledInclusion() throws {
    for good in try Self.vectors("inclusion", as: Inclusion.self) where !good.wantErr {
      var bad: [Inclusion] = []
      func change(_ body: (inout Inclusion) -> Void) {
        var vector = good
        body(&vector)
        bad.append(vector)
      }
      change { $0.leafIdx &-= 1 }
      change { $0.leafIdx += 1 }
      change { $0.leafIdx ^= 2 }
      change { $0.treeSize *= 2 }
      change { $0.treeSize /= 2 }
      change { $0.leafHash = Data("WrongLeaf".utf8) }
      change { $0.root = Data() }
      change { $0.root = Data(repeating: 7, count: 32) }
      for path in Self.mangled(good.proof ?? [], [good.root]) { change { $0.proof = path } }
      for vector in bad { #expect(!vector.holds, "\(good.leafIdx) of \(good.treeSize): \(vector)") }
    }
  }

  @Test("consistency: of what the suite does to a proof that holds, nothing holds")
  func mangledConsistency() throws {
    for good in try Self.vectors("consistency", as: Consistency.self) where !good.wantErr && good.root1.count == 32 {
      var bad: [Consistency] = []
      func change(_ body: (inout Consistency) -> Void) {
        var vector = good
        body(&vector)
        bad.append(vector)
      }
      change { $0.size1 &-= 1 }
      change { $0.size1 += 1 }
      change { $0.size1 ^= 2 }
      change { $0.size2 *= 2 }
      change { $0.size2 /= 2 }
      change { $0.root1 = Data("WrongRoot1".utf8) }
      change { $0.root2 = Data("WrongRoot2".utf8) }
      if good.root1 != good.root2 { change { swap(&$0.root1, &$0.root2) } }
      for path in Self.mangled(good.proof ?? [], [good.root1, good.root2]) { change { $0.proof = path } }
      if good.proof?.isEmpty == false { change { $0.proof = [] } }
      for vector in bad { #expect(!vector.holds, "\(good.size1) to \(good.size2): \(vector)") }
    }
  }
}
