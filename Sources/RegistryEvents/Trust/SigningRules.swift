/// Which roles may do which act: law, and so passed in (format §5).
///
/// The control areas that the format itself rules (`key`, `journal`, `trust`, `act`) are not asked for here.
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

  /// The name and version of the rule set, which reports give.
  public let version: String
  private let rules: [String: Rule]

  /// Rules by the type of act.
  public init(version: String, rules: [String: Rule]) {
    self.version = version
    self.rules = rules
  }

  /// The rule of a type; `nil` for a type that the rules do not name, whose signers' roles are then not judged.
  public func rule(for type: String) -> Rule? { rules[type] }
}
