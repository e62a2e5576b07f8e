import RegistryEvents
import RegistryProjections

/// The snapshots of this user: one file for each journal, register, mode and year of the date asked for, in a folder of his own.
///
/// A snapshot is never looked for beside a journal: whoever can write there could plant one. One that is not this user's own, or that others may
/// write to, is not read. Nothing of this ever fails a replay: what cannot be read or kept is said and done without.
struct SnapshotStore<State: Snapshottable> {
  private let folder: String
  private let journal: String
  private let key: Snapshot<State>.Key
  private let mode: VerificationMode
  private let context: Context

  /// The store for a journal; `nil` where the environment names no folder: `$XDG_CACHE_HOME/registry-journal`, otherwise
  /// `$HOME/.cache/registry-journal`.
  init?(journal: String, mode: VerificationMode, _ context: Context) {
    func absolute(_ name: String) -> String? { context.environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil } }
    guard let cache = absolute("XDG_CACHE_HOME") ?? absolute("HOME").map({ $0 + "/.cache" }),
      let resolved = try? SystemCalls.resolve(journal)
    else { return nil }
    folder = cache + "/registry-journal"
    self.journal = resolved
    self.mode = mode
    self.context = context
    key = Snapshot.Key(tool: Commands.version, mode: mode)
  }

  /// The file for a year.
  func path(_ year: Int) -> String {
    let name = Digest.sha256(of: Array("\(journal)\u{0}\(State.schema)\u{0}\(mode.rawValue)".utf8)).description
    return "\(folder)/\(name.prefix(32))-\(year).snapshot"
  }

  /// How many years before that of the date are looked through.
  private static var reach: Int { 10 }

  /// The snapshot that a replay to a date of a year may go on from: of that year, or the latest of the years before.
  func find(_ year: Int) -> (path: String, snapshot: Snapshot<State>)? {
    for year in stride(from: year, through: year - Self.reach, by: -1) {
      let path = path(year)
      do throws(SystemError) {
        guard let file = try SystemCalls.ownFile(path) else {
          context.warn("The snapshot \(visible(path)) is not this user's own, and was not used.")
          continue
        }
        do throws(SnapshotError) {
          return (path, try Snapshot(SnapshotSource(size: file.size, read: file.read), key))
        } catch {
          context.warn("The snapshot \(visible(path)) \(SnapshotStore.why(error)), and was not used.")
        }
      } catch {
        if !error.isMissing { context.warn("The snapshot \(visible(path)) was not read: \(error.message).") }
      }
    }
    return nil
  }

  private static func why(_ error: SnapshotError) -> String {
    switch error {
    case .foreign: "was made by another version"
    case .unreadable: "could not be read"
    case .malformed, .journalChanged, .unsuited: "is damaged"
    }
  }

  /// Keeps a snapshot for the dates of a year.
  func keep(_ snapshot: Snapshot<State>, _ year: Int) {
    let path = path(year)
    do {
      try SystemCalls.makeDirectories(folder)
      let file = try OutputFile(path)
      try file.output.write(bytes: snapshot.bytes(key))
      try file.commit()
    } catch {
      context.warn("No snapshot was kept at \(visible(path)).")
    }
  }

  /// Throws a snapshot away.
  func discard(_ path: String) { SystemCalls.unlink(path) }
}
