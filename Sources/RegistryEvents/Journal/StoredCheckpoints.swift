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
  ///   - keys: the note keys.
  ///   - roots: the journal's roots at `sizes`.
  public func problems(origin: String, keys: [VerifierKey], lines: UInt64, roots: [UInt64: Digest]) -> [RegistryError] {
    stored.compactMap { stored in
      let place = Place(seq: stored.size)
      do {
        let checkpoint = try Checkpoint(opening: stored.note.get(), with: keys)
        guard checkpoint.size == stored.size, checkpoint.origin.utf8.elementsEqual(origin.utf8) else {
          return RegistryError(.noteMalformed, at: place, detail: "a checkpoint of another size or journal")
        }
        guard checkpoint.size <= lines else {
          return RegistryError(.journalBehindCheckpoint, at: place, detail: "\(lines) lines of \(checkpoint.size)")
        }
        return roots[checkpoint.size] == checkpoint.root ? nil : RegistryError(.checkpointContradicted, at: place)
      } catch {
        let code = (error as? RegistryError)?.code ?? .noteMalformed
        return RegistryError(code, at: place, detail: "checkpoint \(stored.size)")
      }
    }
  }

  /// - Throws: the first problem: such a journal is not written to.
  func demandAgreement(
    of opening: JournalOpened, lines: UInt64, roots: [UInt64: Digest]
  ) throws(RegistryError) {
    let keys = opening.noteKeys.compactMap { try? VerifierKey($0) }
    if let problem = problems(origin: opening.origin, keys: keys, lines: lines, roots: roots).first { throw problem }
  }
}
