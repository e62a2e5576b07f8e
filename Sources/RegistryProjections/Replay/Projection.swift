public import RegistryEvents

/// A state that follows from acts: pure and deterministic, so that the same acts give the same state and the same digest
/// on any machine.
public protocol Projection: Sendable {
  /// The name and version of the state's shape; another version wherever a digest could differ.
  static var schema: String { get }

  /// Follows an act. Acts come in the order of their lines.
  mutating func apply(_ act: StandingAct, _ context: FoldContext)

  /// The digest of the state.
  func digest() -> Digest
}

/// What is known at the line being folded, beside the act itself.
public struct FoldContext: Sendable {
  /// Astana's time, as the standing lines so far declare it.
  public internal(set) var time = AstanaTime()
  /// What line 0 settles where the texts leave a choice.
  public internal(set) var policy = JournalPolicy()

  /// What is known before line 0.
  public init() {}
}
