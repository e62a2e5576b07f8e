/// The checkpoints that are kept beside a journal, one file a size (format §6): they bind its writer, and being beside it
/// they anchor nothing.
public struct StoredCheckpoints: Sendable {
  /// A file of the folder, and what became of reading it.
  public struct Stored: Sendable {
    /// The size that the file is named by.
    public let size: UInt64
    /// The path.
    public let path: String
    /// The note, not yet verified; or why it is none.
    public let note: Result<Note, RegistryError>
  }

  /// In the order of the sizes.
  public let stored: [Stored]

  /// Reads the checkpoints beside a journal; none where there is no folder. Files whose names are no numbers are passed over.
  public init(journal path: String) throws(RegistryError) { try self.init(JournalPaths(path)) }

  init(_ stored: [Stored]) { self.stored = stored }

  init(_ paths: JournalPaths) throws(RegistryError) {
    var stored: [Stored] = []
    for name in try SystemCalls.names(in: paths.checkpoints) {
      guard let size = UInt64(name), "\(size)" == name else { continue }
      let path = paths.checkpoints + "/" + name
      let bytes = try SystemCalls.contents(path)
      let note = Result { try Note(bytes) }.mapError { $0 as? RegistryError ?? RegistryError(.noteMalformed) }
      stored.append(Stored(size: size, path: path, note: note))
    }
    self.stored = stored.sorted { $0.size < $1.size }
  }

  /// The numbers of lines at which the journal's root must be known.
  public var sizes: Set<UInt64> { Set(stored.map(\.size)) }

  /// What each checkpoint that does not hold is refused for, with its size.
  ///
  /// - Parameters:
  ///   - keys: the note keys, of which one that was in force at the checkpoint's size must have signed.
  ///   - roots: the journal's roots at `sizes`.
  public func problems(origin: String, keys: NoteKeys, lines: UInt64, roots: [UInt64: Digest]) -> [RegistryError] {
    stored.compactMap { stored in
      let place = Place(seq: stored.size)
      do {
        let checkpoint = try Checkpoint(
          opening: stored.note.get(), with: keys, origin: origin, lines: lines, roots: roots)
        return checkpoint.size == stored.size
          ? nil : RegistryError(.noteMalformed, at: place, detail: "a checkpoint of another size than its name says")
      } catch {
        let refusal = error as? RegistryError
        return RegistryError(refusal?.code ?? .noteMalformed, at: place, detail: refusal?.detail ?? "")
      }
    }
  }

  /// - Throws: the first problem: such a journal is not written to.
  func demandAgreement(
    of opening: JournalOpened, keys: NoteKeys, lines: UInt64, roots: [UInt64: Digest]
  ) throws(RegistryError) {
    if let problem = problems(origin: opening.origin, keys: keys, lines: lines, roots: roots).first { throw problem }
  }
}
