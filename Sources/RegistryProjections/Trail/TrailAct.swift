public import RegistryEvents

/// An act as a trail tells it: what was done, when, by whom, by which clause, and what it changed.
public struct TrailAct: Sendable {
  /// The index of its line.
  public let seq: UInt64
  /// When it was done: the date in law.
  public let at: Instant
  /// When the journal took it in.
  public let recorded: Instant
  /// `<area>.<act>`.
  public let type: String
  /// The case file.
  public let caseNumber: String?
  /// Who signed it, in the order of the signatures.
  public private(set) var signedBy: [TrailSigner]
  /// Whether it counts; `nil` where signatures were not checked.
  public let standing: Standing?
  /// By which clause it is done.
  public let clause: Clause?
  /// What was done, in an English sentence without a full stop.
  public let summary: String
  /// What it changed in the register, member by member.
  public let changes: [FieldChange]
  /// The terms that it met, in time or late.
  public internal(set) var terms: [DeadlineRow] = []

  /// The verdict on each signature; empty where none was checked.
  public var verdicts: [Verdict] { signedBy.compactMap(\.verdict) }

  init(
    seq: UInt64, at: Instant, recorded: Instant, type: String, caseNumber: String?, signedBy: [TrailSigner],
    standing: Standing?, clause: Clause?, summary: String, changes: [FieldChange]
  ) {
    self.seq = seq
    self.at = at
    self.recorded = recorded
    self.type = type
    self.caseNumber = caseNumber
    self.signedBy = signedBy
    self.standing = standing
    self.clause = clause
    self.summary = summary
    self.changes = changes
  }

  /// Tells the valid signatures of some keys as those of revoked ones; the act stands as it was judged (format §5).
  mutating func doubt(_ kids: Set<String>) {
    signedBy = signedBy.map { signer in
      guard signer.verdict == .valid, kids.contains(signer.kid) else { return signer }
      return TrailSigner(kid: signer.kid, signer: signer.signer, verdict: .keyRevoked)
    }
  }
}

/// A signature as a trail tells it: an electronic document is equal to one on paper by the signature kept with it (A22).
public struct TrailSigner: Sendable, Hashable {
  /// The thumbprint of the key; empty for evidence kept beside the journal.
  public let kid: String
  /// Who held the key at the line, and in what roles; `nil` where signatures were not checked or the key was not enrolled.
  public let signer: Signer?
  /// What became of checking the signature; `nil` where it was not checked.
  public let verdict: Verdict?
}

/// A member of register entries that an act changed.
public struct FieldChange: Sendable, Hashable {
  /// Which entries.
  public enum Place: Sendable, Hashable {
    /// Entries of the hardware register, consecutive ones in which the change is the same.
    case entries(EntryRange)
    /// The entry of a reference, in a register whose entries are made one by one.
    case entry(String)
  }

  /// The entries in which the change is the same.
  public let place: Place
  /// The name of the member, as entries have it.
  public let member: String
  /// What stood there before; `nil` for nothing, and for personal data.
  public let before: String?
  /// What stands there after; `nil` for nothing, and for personal data.
  public let after: String?
}
