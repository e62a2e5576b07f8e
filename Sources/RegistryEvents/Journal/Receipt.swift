/// What the caller believes the journal's last word to be, when it asks for an act to be appended (format §7).
public enum Expectation: Sendable, Equatable {
  /// Whatever it is.
  case any
  /// The leaf hash of the journal's last line, or of the last line of the act's case.
  case last(Digest)
}

/// The journal's acknowledgement: the act is in it, and durable.
public struct Receipt: Sendable, Equatable {
  /// Whether the act was appended now or stood there before.
  public enum Status: String, Sendable {
    /// Appended now.
    case appended
    /// The same act by the same signers stood there before.
    case alreadyRecorded
  }

  /// The index of the act's line.
  public let seq: UInt64
  /// The hash of the line.
  public let leafHash: Digest
  /// When the journal took the act in.
  public let recorded: Instant
  /// Whether the act was appended now.
  public let status: Status
}

/// A law that is asked before an act is appended, and follows what was. A journal knows none itself.
public protocol ActGate: Sendable {
  /// Follows an act of the journal, in the order of the lines.
  mutating func follow(_ act: StandingAct)

  /// This gate as it was before the journal's line 0, knowing what a gate has learnt that has followed the journal, where the journal must
  /// be followed anew: a line has annulled or corrected an act before it. `nil` where it need not.
  func restarted(knowing later: Self) -> Self?

  /// Refuses an act that the law makes impossible.
  ///
  /// - Parameter signers: who signs it, as the keys are enrolled before it.
  func admit(_ act: Act, signers: [Signer], recorded: Instant) throws(RegistryError)
}

/// The gate that admits every act.
public struct OpenGate: ActGate {
  /// A gate that admits every act.
  public init() {}

  public mutating func follow(_ act: StandingAct) {}

  public func restarted(knowing later: OpenGate) -> OpenGate? { nil }

  public func admit(_ act: Act, signers: [Signer], recorded: Instant) throws(RegistryError) {}
}
