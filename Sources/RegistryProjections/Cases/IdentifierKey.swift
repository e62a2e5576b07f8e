/// What identifiers are compared by: case, serial and document numbers, БИН and ИИН (format §2).
///
/// Printable ASCII without spaces, in upper case. Swift's own comparison of strings goes by canonical equivalence, under
/// which texts of different bytes can be equal, and takes a Cyrillic А for another letter than a Latin A only to the eye.
public struct IdentifierKey: Sendable, Hashable {
  /// The characters that are compared.
  public let text: String

  /// The key of an identifier; `nil` where the identifier is empty or holds anything else, so that it can be recorded as it
  /// was filed but not compared.
  public init?(_ identifier: String) {
    guard !identifier.isEmpty, identifier.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    let hasLowerCase = identifier.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    text = hasLowerCase ? identifier.uppercased() : identifier
  }
}
