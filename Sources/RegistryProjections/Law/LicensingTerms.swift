/// What the licensing rules leave to acts whose text this rule set does not hold, as whoever embeds the library knows it
/// (reading I-40).
///
/// Nothing here has a default: what is not given stays open, `journal-tool rules` lists it as such, and no deadline, refusal or
/// finding follows from it. Hand it to ``RuleBook/with(licensing:)``.
public struct LicensingTerms: Sendable, Hashable {
  /// Where the terms stand: what deadlines and refusals that rest on them cite.
  public let clause: Clause
  /// In how many working days an application is decided, counted from the day on which it is taken in.
  public let decisionWorkingDays: Int?
  /// The closed list of grounds of refusal, in its order; empty for none known.
  public let refusalGrounds: [RefusalGround]
  /// For how many years a licence is valid that states no last day itself.
  public let validityYears: Int?

  /// The terms that are known.
  ///
  /// - Parameters:
  ///   - decisionWorkingDays: 0 to 3650; what lies beyond becomes the nearest of these.
  ///   - validityYears: 1 to 100; what lies beyond becomes the nearest of these.
  public init(
    clause: Clause, decisionWorkingDays: Int? = nil, refusalGrounds: [RefusalGround] = [], validityYears: Int? = nil
  ) {
    self.clause = clause
    self.decisionWorkingDays = decisionWorkingDays.map { min(max($0, 0), 3650) }
    self.refusalGrounds = refusalGrounds
    self.validityYears = validityYears.map { min(max($0, 1), 100) }
  }
}

extension RuleBook {
  /// The rule book with what the licensing rules leave open, as far as it is given. Its version says so: a judgement differs.
  public func with(licensing terms: LicensingTerms) -> RuleBook {
    var book = RuleBook(version: "\(version)+licensing", regulations: regulations)
    book.replaceProvisions(of: Order169.id) { $0 == nil ? nil : Order169.provisions(terms) }
    return book
  }
}
