public import RegistryEvents

/// What must hold of an act, beside its type, for a provision to apply to it.
public enum Condition: Sendable, Hashable {
  /// The act's case was opened for one of these services.
  case service(oneOf: [String])
  /// A member of the act's `what` is this string.
  case member(String, is: String)

  /// Whether the condition holds of an act with this `what` in a case of this service.
  public func holds(service: String?, what: CanonicalValue) -> Bool {
    switch self {
    case .service(let names): return service.map(names.contains) ?? false
    case .member(let name, let value): return what[name]?.string == value
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
  public func fits(type: String, service: String?, what: CanonicalValue) -> Bool {
    types.contains(type) && conditions.allSatisfy { $0.holds(service: service, what: what) }
  }
}
