/// Which roles may do which act: law, and so passed in (format §5). They change with the law, so each set holds from an
/// instant on, and an act is judged by the set in force at `recorded`.
///
/// The areas that the format itself rules (`key`, `journal`, `trust`, `act`) are not asked for here.
public struct SigningRules: Sendable, Equatable {
  /// Who may sign acts of one type.
  public struct Rule: Sendable, Equatable {
    /// Any of these roles may.
    public let roles: [String]
    /// So many signers of different holders are needed.
    public let signers: Int

    /// A rule that so many signers, each with one of these roles, satisfy.
    public init(roles: [String], signers: Int = 1) {
      self.roles = roles
      self.signers = signers
    }
  }

  /// Rules by the type of act, and from when they hold.
  public struct Period: Sendable, Equatable {
    /// The first instant at which they hold.
    public let from: Instant
    /// The rules by type.
    public let rules: [String: Rule]

    /// Rules that hold from an instant on.
    public init(from: Instant, rules: [String: Rule]) {
      self.from = from
      self.rules = rules
    }
  }

  /// The name and version of the rule set, which reports give.
  public let version: String
  private let periods: [Period]

  /// Rules in the order of their periods. The first also holds before it begins, so that every signature is judged by some
  /// rule.
  public init(version: String, periods: [Period]) {
    self.version = version
    self.periods = periods.sorted { $0.from < $1.from }
  }

  /// The rule of a type at an instant; `nil` for a type that the rules do not name, whose signers' roles are then not judged.
  public func rule(for type: String, recorded: Instant) -> Rule? {
    (periods.last { $0.from <= recorded } ?? periods.first)?.rules[type]
  }
}
