/// A value of the journal's JSON subset (format §2): what a line is made of, as a tree.
///
/// Numbers are integers within ±(2^53 − 1); a decimal quantity is a string. Object members have no order of their own:
/// the writer sorts them.
public enum CanonicalValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  case string(String)
  case array([CanonicalValue])
  case object([String: CanonicalValue])

  /// The largest integer that the format allows, 2^53 − 1.
  public static let largestInteger: Int64 = 9_007_199_254_740_991

  /// The member of an object; `nil` where this is no object or has no such member.
  public subscript(member: String) -> CanonicalValue? {
    guard case .object(let members) = self else { return nil }
    return members[member]
  }

  /// The text of a string; `nil` for any other value.
  public var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The number of an integer; `nil` for any other value.
  public var integer: Int64? {
    guard case .integer(let number) = self else { return nil }
    return number
  }

  /// The elements of an array; `nil` for any other value.
  public var array: [CanonicalValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object; `nil` for any other value.
  public var object: [String: CanonicalValue]? {
    guard case .object(let members) = self else { return nil }
    return members
  }
}

extension CanonicalValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: CanonicalValue...) { self = .array(elements) }
  public init(nilLiteral: ()) { self = .null }

  /// An object; of a name given twice the last value holds.
  public init(dictionaryLiteral elements: (String, CanonicalValue)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}

extension CanonicalValue {
  /// An object of the members that are there: those whose value is `nil` are left out.
  public static func members(_ members: KeyValuePairs<String, CanonicalValue?>) -> CanonicalValue {
    var present: [String: CanonicalValue] = [:]
    for (name, value) in members { if let value { present[name] = value } }
    return .object(present)
  }
}
