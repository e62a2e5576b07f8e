/// The lines of a journal, those that it has and those to come, as an `AsyncSequence` that ends when the journal does.
///
/// ```swift
/// for try await line in FollowedLines(path: "apk.jsonl", mode: .full, rules: rules) {
///   guard let act = line.standingAct else { continue }
///   print(act.seq, act.act.type)
/// }
/// ```
///
/// The lines of the journals that it continues come first, counted as one row with its own. After `journal.closed`, and whatever was recorded behind it, there are
/// no more; who goes on with the journal that continues this one follows that one.
///
/// Between two looks at the file, which cost two system calls, the task sleeps. A cancelled task gets `CancellationError`; a file that was replaced or became
/// shorter than what was read ends the sequence with `file-replaced` or `journal-truncated`, after every line that came before. See ``JournalFollower``.
public struct FollowedLines: AsyncSequence, Sendable {
  public typealias Element = WalkedLine

  private let path: String
  private let predecessors: [String]
  private let mode: VerificationMode
  private let rules: SigningRules
  private let catalogue: ActCatalogue
  private let interval: Duration

  /// The lines of the journal at a path.
  ///
  /// - Parameters:
  ///   - predecessors: the paths of the journals that it continues, the oldest first.
  ///   - interval: how long to sleep where no lines have come.
  public init(
    path: String, continuing predecessors: [String] = [], mode: VerificationMode, rules: SigningRules,
    catalogue: ActCatalogue = .standard, interval: Duration = .milliseconds(100)
  ) {
    self.path = path
    self.predecessors = predecessors
    self.mode = mode
    self.rules = rules
    self.catalogue = catalogue
    self.interval = interval
  }

  public func makeAsyncIterator() -> Iterator { Iterator(lines: self) }

  /// Hands on one line after the other.
  public struct Iterator: AsyncIteratorProtocol {
    private let lines: FollowedLines
    private var follower: JournalFollower?
    /// Lines that were read and not yet handed on, the last one first.
    private var ready: [WalkedLine] = []
    private var failure: RegistryError?
    private var isAtEnd = false

    fileprivate init(lines: FollowedLines) { self.lines = lines }

    /// The next line, once it is there; `nil` after the journal has ended.
    ///
    /// - Throws: `CancellationError`, and what a ``JournalFollower`` throws; after either there are no more lines.
    public mutating func next() async throws -> WalkedLine? {
      guard !isAtEnd else { return nil }
      do {
        while true {
          try Task.checkCancellation()
          if let line = ready.popLast() { return line }
          if let failure { throw failure }
          if read() { continue }
          guard follower?.closedSeq == nil else {
            isAtEnd = true
            return nil
          }
          try await Task.sleep(for: lines.interval)
        }
      } catch {
        isAtEnd = true
        throw error
      }
    }

    /// Reads what there is, a little at a time; false where nothing has come. What goes wrong is thrown behind the lines before it.
    private mutating func read() -> Bool {
      var come: [WalkedLine] = []
      do throws(RegistryError) {
        if follower == nil {
          follower = try JournalFollower(
            path: lines.path, continuing: lines.predecessors, mode: lines.mode, rules: lines.rules,
            catalogue: lines.catalogue)
        }
        _ = try follower?.advance(blocks: 4) { come.append($0) }
      } catch {
        failure = error
      }
      ready = come.reversed()
      return !come.isEmpty || failure != nil
    }
  }
}
