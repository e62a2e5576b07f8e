/// Where the hashes of a tree stand in files that a static web server can serve (C2SP `tlog-tiles`).
///
/// A tile holds up to 256 consecutive hashes of a level; a hash of a level above 0 is that of a whole tile below. The tile of index 1234067 at
/// level 2 is the file `tile/2/x001/x234/067`; a partial one of 112 hashes `tile/2/x001/x234/067.p/112`. The lines themselves stand in bundles of
/// as many, `tile/entries/x001/x234/067`.
public struct Tile: Sendable, Hashable {
  /// The level of its hashes; `nil` for a bundle of lines.
  public let level: Int?
  /// The index in the level.
  public let index: UInt64
  /// The number of hashes or lines, 1 to 256.
  public let width: Int

  /// The number of hashes in a full tile.
  public static let fullWidth = 256

  /// A tile of a level, or a bundle of lines.
  public init(level: Int?, index: UInt64, width: Int) {
    self.level = level
    self.index = index
    self.width = width
  }

  /// Whether it will never change.
  public var isFull: Bool { width == Tile.fullWidth }

  /// The path under the log's prefix.
  public var path: String {
    "tile/\(level.map { "\($0)" } ?? "entries")/\(Tile.path(of: index))" + (isFull ? "" : ".p/\(width)")
  }

  /// An index in groups of three digits, all but the last behind an `x`.
  private static func path(of index: UInt64) -> String {
    var groups: [String] = []
    var rest = index
    repeat {
      let digits = "\(rest % 1000)"
      let padded = String(repeating: "0", count: 3 - digits.utf8.count) + digits
      groups.append(groups.isEmpty ? padded : "x" + padded)
      rest /= 1000
    } while rest > 0
    return groups.reversed().joined(separator: "/")
  }

  /// The tiles with something new in a tree that has grown, in the order of the levels: those that a smaller tree had not, or had as partial ones of
  /// another width. The bundles of lines come with level 0.
  ///
  /// - Parameters:
  ///   - size: the number of leaves.
  ///   - oldSize: that of the tree whose tiles are there already; 0 where none are.
  public static func all(ofSize size: UInt64, since oldSize: UInt64 = 0) -> [Tile] {
    var tiles: [Tile] = []
    var (count, oldCount) = (size, oldSize)
    var level = 0
    while count > 0 {
      let whole = count >> 8
      for index in (oldCount >> 8)..<max(oldCount >> 8, whole) { append(index, Tile.fullWidth) }
      if count & 255 > 0, count != oldCount { append(whole, Int(count & 255)) }
      (count, oldCount, level) = (whole, oldCount >> 8, level + 1)
    }
    func append(_ index: UInt64, _ width: Int) {
      tiles.append(Tile(level: level, index: index, width: width))
      if level == 0 { tiles.append(Tile(level: nil, index: index, width: width)) }
    }
    return tiles
  }
}
