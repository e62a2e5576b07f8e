/// What must hold of an act, beside its type, for a provision to apply to it.
public enum Condition: Sendable, Hashable {
  /// The act's case was opened for one of these services.
  case service(oneOf: [String])
  /// A member of the act's `what` is one of these strings.
  case member(String, oneOf: [String])

  /// Whether the condition holds of an act in a case of this service.
  ///
  /// - Parameter member: finds the string of a member of the act's `what`.
  public func holds(service: String?, member: (String) -> String?) -> Bool {
    switch self {
    case .service(let names): return service.map(names.contains) ?? false
    case .member(let name, let values): return member(name).map(values.contains) ?? false
    }
  }
}

/// The acts to which something applies: their types, and what else must hold.
public struct ActPattern: Sendable, Hashable {
  /// Act types, e.g. `apk.registered`; any of them.
  public var types: [String]
  /// Conditions, all of which must hold.
  public var conditions: [Condition] = []

  /// Whether an act fits.
  ///
  /// - Parameter member: finds the string of a member of the act's `what`.
  public func fits(type: String, service: String?, member: (String) -> String?) -> Bool {
    types.contains(type) && conditions.allSatisfy { $0.holds(service: service, member: member) }
  }
}
