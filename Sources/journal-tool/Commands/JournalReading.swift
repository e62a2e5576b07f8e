import RegistryEvents

/// Journals that are being read one after the other: which one is at hand, and how far reading has come.
final class JournalReading {
  /// A reader of each journal, until they are read.
  private var opened: [JournalReader]?
  /// What is shown of it.
  let progress: Progress
  /// The path of the journal at hand.
  private(set) var current: String

  private let paths: [String]
  /// The size of each file, in bytes; `nil` where it is none.
  private let sizes: [UInt64?]
  /// The bytes of the journals that were read.
  private var bytesBefore: UInt64 = 0

  private static let megabyte: UInt64 = 1_000_000

  /// Opens the journals.
  ///
  /// Throws a `ToolError` that names the one that cannot be opened.
  init(_ activity: String, _ paths: [String], _ context: Context) throws {
    opened = try paths.map { path in
      try ToolError.naming(JournalSource.name(of: path)) { try JournalReader(path: path) }
    }
    sizes = paths.map { $0 == "-" ? nil : SystemCalls.size($0) }
    let total = sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) } / JournalReading.megabyte
    progress = Progress(activity, unit: "MB", total: total, context: context)
    self.paths = paths
    current = paths.first ?? ""
  }

  /// A reader of each journal from its first byte.
  ///
  /// Throws `input-output` where standard input would have to be read twice.
  func open() throws(RegistryError) -> [JournalReader] {
    if let readers = opened {
      opened = nil
      return readers
    }
    if let input = paths.first(where: { $0 == "-" }) {
      current = input
      throw RegistryError(.inputOutput, detail: "it amends an act and must be read twice: give it as a file")
    }
    var readers: [JournalReader] = []
    for path in paths {
      current = path
      readers.append(try JournalReader(path: path))
    }
    return readers
  }

  /// Goes on to a journal.
  func begin(_ index: Int) {
    current = paths[index]
    bytesBefore = sizes[..<index].reduce(0) { $0 + ($1 ?? 0) }
  }

  /// Shows that a line has passed.
  func pass(_ line: Line) { progress.advance(to: (bytesBefore + line.fileOffset) / JournalReading.megabyte) }
}
