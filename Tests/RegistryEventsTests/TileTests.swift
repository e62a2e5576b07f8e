import Foundation
import RegistryEvents
import Testing

@Suite("C2SP tlog-tiles")
struct TileTests {
  @Test(
    "the paths are those of the specification",
    arguments: [
      (Tile(level: 0, index: 0, width: 256), "tile/0/000"), (Tile(level: 0, index: 0, width: 1), "tile/0/000.p/1"),
      (Tile(level: 63, index: 999, width: 255), "tile/63/999.p/255"),
      (Tile(level: 1, index: 1000, width: 256), "tile/1/x001/000"),
      (Tile(level: 2, index: 1_234_067, width: 112), "tile/2/x001/x234/067.p/112"),
      (Tile(level: nil, index: 1_234_067, width: 256), "tile/entries/x001/x234/067"),
      (Tile(level: nil, index: .max, width: 3), "tile/entries/x018/x446/x744/x073/x709/x551/615.p/3"),
    ])
  func paths(tile: Tile, path: String) {
    #expect(tile.path == path)
  }

  @Test("a tree of 70,000 leaves has the tiles that the specification counts, and one of 256 a full and a partial one")
  func published() {
    func counts(_ size: UInt64) -> [String] {
      let tiles = Tile.all(ofSize: size)
      return (0...3).flatMap { level -> [String] in
        let ofLevel = tiles.filter { $0.level == level }
        let partial = ofLevel.filter { !$0.isFull }.map { "\($0.width)" }
        return ofLevel.isEmpty ? [] : ["\(level): \(ofLevel.count(where: \.isFull)) full, partial \(partial)"]
      }
    }
    #expect(
      counts(70_000) == [#"0: 273 full, partial ["112"]"#, #"1: 1 full, partial ["17"]"#, #"2: 0 full, partial ["1"]"#])
    #expect(counts(256) == [#"0: 1 full, partial []"#, #"1: 0 full, partial ["1"]"#])
    #expect(counts(0) == [])
    let bundles = Tile.all(ofSize: 70_000).filter { $0.level == nil }
    #expect(bundles.count == 274 && bundles.last?.width == 112)
  }

  @Test("every partial tile of level l has floor(s / 256^l) mod 256 hashes, for sizes to 64 bits")
  func partial() {
    for size in [1, 255, 256, 257, 65_535, 65_536, 65_537, 70_000, 16_777_216] as [UInt64] {
      let tiles = Tile.all(ofSize: size)
      #expect(Set(tiles).count == tiles.count)
      for level in 0...63 {
        let width = level < 8 ? (size >> UInt64(8 * level)) & 255 : 0
        let found = tiles.filter { $0.level == level && !$0.isFull }
        #expect(found.map { UInt64($0.width) } == (width > 0 ? [width] : []), "\(size), level \(level)")
      }
    }
  }

  @Test("what is written when a tree grows is what it had not before, over every pair of sizes")
  func grown() {
    let sizes = [0, 1, 2, 200, 255, 256, 257, 300, 511, 512, 513, 65_535, 65_536, 65_537, 65_792, 66_000] as [UInt64]
    for size in sizes {
      let all = Set(Tile.all(ofSize: size))
      for old in sizes where old <= size {
        let before = Set(Tile.all(ofSize: old))
        #expect(Set(Tile.all(ofSize: size, since: old)) == all.subtracting(before), "\(old) to \(size)")
      }
    }
  }
}

/// What a client of the standard makes of a folder: the tree, read from the tiles alone.
struct TileClient: MerkleNodes {
  let folder: String
  let size: UInt64
  let hasher = SHA256Hasher()

  func tile(_ level: Int?, _ index: UInt64) throws -> [UInt8] {
    let count = level.map { size >> UInt64(8 * $0) } ?? size
    let width = min(256, count - index * 256)
    let path = Tile(level: level, index: index, width: Int(width)).path
    return [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + path)))
  }

  /// The hash of a complete subtree, made of the highest tile that holds its parts.
  func node(level: Int, index: UInt64) throws -> Digest {
    let (tileLevel, height) = (level / 8, level % 8)
    let first = index << UInt64(height)
    let bytes = try tile(tileLevel, first >> 8)
    let start = Int(first & 255)
    var frontier = MerkleFrontier()
    for place in start..<(start + 1 << height) {
      frontier.append(try #require(Digest(bytes[(32 * place)..<(32 * place + 32)])), with: hasher)
    }
    return frontier.root(with: hasher)
  }

  /// The lines of the bundles, in their order.
  func lines() throws -> [[UInt8]] {
    var lines: [[UInt8]] = []
    for index in 0..<((size + 255) / 256) {
      var bundle = try tile(nil, index)[...]
      while let high = bundle.popFirst(), let low = bundle.popFirst() {
        let count = Int(high) << 8 | Int(low)
        lines.append(Array(bundle.prefix(count)))
        bundle = bundle.dropFirst(count)
      }
    }
    return lines
  }
}
