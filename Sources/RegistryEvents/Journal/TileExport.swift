internal import Glibc

/// Writes a journal as tiles into a folder that any web server can serve (C2SP `tlog-tiles`).
///
/// The order on which it rests that a reader never finds a checkpoint without its tiles: tiles, each under another name first and then renamed ·
/// `syncfs` · `checkpoint`, durably. What a crash leaves is tiles that no checkpoint speaks of yet; the next export writes them again.
public enum TileExport {
  /// What an export has done.
  public struct Exported: Sendable {
    /// The checkpoint that the folder now shows.
    public let checkpoint: Checkpoint
    /// The size of the checkpoint that it showed before; 0 where it showed none.
    public let oldSize: UInt64
    /// The number of files written for tiles and bundles.
    public let filesWritten: Int
  }

  /// Exports the tree of a checkpoint; what a smaller one has brought there before stays as it is.
  ///
  /// - Parameters:
  ///   - note: the checkpoint, with the cosignatures that it has; where there is none, the newest beside the journal that holds.
  ///   - passed: is given every line as it passes, to show progress by.
  /// - Throws: whatever is wrong with a line; `checkpoint-missing` where no checkpoint holds, or it has fewer lines than the one that the folder shows;
  ///   `checkpoint-contradicted` and `journal-behind-checkpoint` where the journal does not extend that one; and what the system refuses.
  public static func write(
    journal path: String, to folder: String, checkpoint note: Note? = nil, rules: SigningRules,
    catalogue: ActCatalogue = .standard, passed: (Line) -> Void = { _ in }
  ) throws -> Exported {
    let shown = try shown(in: folder)
    let held = try HeldCheckpoints(
      journal: path, note, rules: rules, catalogue: catalogue,
      rootsAt: try shown.map { [try Checkpoint.claimedSize(of: $0)] } ?? [], passed: passed)
    let old = try shown.map { try held.summary.open($0) }
    let (note, checkpoint) = try held.newest(covering: max(1, old?.size ?? 0))
    try SystemCalls.makeDirectory(folder)
    let root = try SystemCalls.open(folder, O_RDONLY | O_DIRECTORY)
    let wanted = Set(Tile.all(ofSize: checkpoint.size, since: old?.size ?? 0))
    var folders: Set<String> = []
    var written = 0
    func sink(_ tile: Tile, _ bytes: [UInt8]) throws {
      guard wanted.contains(tile) else { return }
      let file = folder + "/" + tile.path
      try makeFolders(above: tile.path, in: folder, known: &folders)
      try DurableFile.replace(file, by: bytes)
      written += 1
    }
    var writer = TileWriter()
    try JournalReader(path: path).forEachLine(upTo: checkpoint.size) { _, line in try writer.append(line, sink) }
    try writer.finish(sink)
    // The file was read twice: what was written the second time must be what was checked the first time.
    guard writer.root == checkpoint.root else { throw RegistryError(.fileReplaced) }
    try SystemCalls.syncFileSystem(root)
    try DurableFile.write(note.bytes, to: folder + "/checkpoint", replacing: true)
    return Exported(checkpoint: checkpoint, oldSize: old?.size ?? 0, filesWritten: written)
  }

  /// The checkpoint that a folder shows; `nil` where it shows none.
  private static func shown(in folder: String) throws -> Note? {
    do {
      return try Note(SystemCalls.contents(folder + "/checkpoint"))
    } catch let error as RegistryError where error.code == .fileMissing {
      return nil
    }
  }

  /// Makes the folders that a path goes through.
  private static func makeFolders(above path: String, in folder: String, known: inout Set<String>) throws {
    let parent = SystemCalls.directory(of: path)
    guard parent != ".", !known.contains(parent) else { return }
    try makeFolders(above: parent, in: folder, known: &known)
    try SystemCalls.makeDirectory(folder + "/" + parent)
    known.insert(parent)
  }
}
