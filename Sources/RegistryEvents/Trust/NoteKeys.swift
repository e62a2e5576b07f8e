/// The keys that sign a journal's checkpoints, each with the numbers of lines at which it does (format §5, §6).
public struct NoteKeys: Sendable, Hashable {
  /// A key, and for checkpoints of which sizes it is in force.
  public struct Term: Sendable, Hashable {
    /// The key.
    public let key: VerifierKey
    /// The smallest number of lines.
    public let first: UInt64
    /// The largest; `nil` while the key has not been removed.
    public fileprivate(set) var last: UInt64?
  }

  /// In the order in which they were added.
  public private(set) var terms: [Term]

  /// The most keys that are in force at once.
  static let most = 8

  /// The keys of line 0. What is no verifier key is left out; a line 0 that holds one is refused elsewhere.
  init(_ opening: JournalOpened) {
    terms = opening.noteKeys.compactMap { try? VerifierKey($0) }.map { Term(key: $0, first: 1, last: nil) }
  }

  /// The keys of which one at least must have signed a checkpoint of so many lines.
  public func inForce(at size: UInt64) -> [VerifierKey] {
    terms.filter { $0.first <= max(size, 1) && $0.last.map { size <= $0 } ?? true }.map(\.key)
  }

  /// The keys that have not been removed.
  public var current: [VerifierKey] { terms.filter { $0.last == nil }.map(\.key) }

  /// What is wrong with a change; `nil` where nothing is.
  func problem(_ change: NoteKeysChanged, origin: String) -> RegistryError? {
    func invalid(_ detail: String) -> RegistryError { RegistryError(.whatInvalid, detail: detail) }
    let texts = (add: change.add ?? [], remove: change.remove ?? [])
    guard !texts.add.isEmpty || !texts.remove.isEmpty else { return invalid("neither adds nor removes a note key") }
    guard texts.remove.isEmpty || change.lastValidSize != nil else { return invalid("removes without lastValidSize") }
    let added = texts.add.compactMap { try? VerifierKey($0) }
    guard added.count == texts.add.count else { return invalid("a malformed note key") }
    guard added.allSatisfy({ $0.name.utf8.elementsEqual(origin.utf8) }) else {
      return invalid("a note key that is not named as the origin")
    }
    let removed = texts.remove.compactMap { try? VerifierKey($0) }
    let known = Set(current)
    guard removed.count == texts.remove.count, known.isSuperset(of: removed), Set(removed).count == removed.count else {
      return RegistryError(.noteKeyUnknown, detail: "removes a note key that is not in force")
    }
    guard known.isDisjoint(with: added), Set(added).count == added.count else {
      return invalid("adds a note key that is in force")
    }
    guard (1...NoteKeys.most).contains(known.count - removed.count + added.count) else {
      return invalid("not 1 to \(NoteKeys.most) note keys are left")
    }
    return nil
  }

  /// Follows a change that stands in a line.
  mutating func follow(_ change: NoteKeysChanged, seq: UInt64) {
    let removed = Set((change.remove ?? []).compactMap { try? VerifierKey($0) })
    for index in terms.indices where terms[index].last == nil && removed.contains(terms[index].key) {
      terms[index].last = UInt64(clamping: change.lastValidSize ?? 0)
    }
    terms += (change.add ?? []).compactMap { try? VerifierKey($0) }.map { Term(key: $0, first: seq + 1, last: nil) }
  }
}
