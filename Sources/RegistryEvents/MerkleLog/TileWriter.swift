/// Cuts a journal's lines into tiles (C2SP `tlog-tiles`) in one pass, in the memory of one tile a level and one bundle.
///
/// A tile is handed on as soon as it is full; those that stay partial at the end of the tree are handed on by ``finish(_:)``.
struct TileWriter {
  /// Takes a tile with its bytes.
  typealias Sink = (Tile, [UInt8]) throws -> Void

  /// The hashes of the tile under way, by level.
  private var levels: [[Digest]] = []
  /// The index of the tile under way, by level.
  private var indices: [UInt64] = []
  private var bundle: [UInt8] = []
  private var tree = MerkleFrontier()
  private let hasher = SHA256Hasher()

  /// The root of the lines taken in.
  var root: Digest { tree.root(with: hasher) }

  /// Takes the next line in.
  mutating func append(_ line: UnsafeRawBufferPointer, _ sink: Sink) throws {
    // A line has at most 65,535 bytes (format §1), and one beyond that is refused before it gets here.
    let count = UInt16(truncatingIfNeeded: line.count)
    bundle += [UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count)]
    bundle += line
    let leaf = hasher.leafHash(line)
    tree.append(leaf, with: hasher)
    try append(leaf, level: 0, sink)
  }

  private mutating func append(_ hash: Digest, level first: Int, _ sink: Sink) throws {
    var hash = hash
    var level = first
    while true {
      if level == levels.count {
        levels.append([])
        indices.append(0)
      }
      levels[level].append(hash)
      guard levels[level].count == Tile.fullWidth else { return }
      var root = MerkleFrontier()
      for node in levels[level] { root.append(node, with: hasher) }
      try handOn(level, sink)
      levels[level] = []
      indices[level] += 1
      if level == 0 { bundle = [] }
      hash = root.root(with: hasher)
      level += 1
    }
  }

  /// Hands on the partial tiles of the tree as it is.
  func finish(_ sink: Sink) throws {
    for level in levels.indices where !levels[level].isEmpty { try handOn(level, sink) }
  }

  private func handOn(_ level: Int, _ sink: Sink) throws {
    let hashes = levels[level]
    try sink(Tile(level: level, index: indices[level], width: hashes.count), hashes.flatMap(\.bytes))
    if level == 0 { try sink(Tile(level: nil, index: indices[0], width: hashes.count), bundle) }
  }
}
