/// A standing act that asks of a register what it cannot do: reported, and nothing is changed by it.
public struct RegisterAnomaly: Sendable, Hashable {
  /// What it asks that cannot be done.
  public enum Code: String, Sendable, CaseIterable {
    /// A decision names a filing that the journal does not have, or that is of another kind.
    case filingUnknown = "filing-unknown"
    /// A second decision on one filing.
    case filingDecided = "filing-decided"
    /// A part that belongs to no filing, or has no place in its filing.
    case partUnknown = "part-unknown"
    /// A second part of one number; the first counts (format §1).
    case partRepeated = "part-repeated"
    /// The decision's `partsDigest` is not that of the parts that stand, or one of them is missing.
    case partsDiffer = "parts-differ"
    /// The numbers of new entries are not as many as the units, or taken.
    case entryNumbers = "entry-numbers"
    /// No standing entry has the number.
    case entryUnknown = "entry-unknown"
  }

  /// What it asks that cannot be done.
  public let code: Code
  /// The line of the act.
  public let seq: UInt64
  /// The case of the act.
  public let caseNumber: String?
  /// What the code leaves open.
  public let detail: String
}
