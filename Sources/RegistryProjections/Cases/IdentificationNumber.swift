/// A БИН or ИИН: the identification number of a legal entity or of a person, with its check digit.
///
/// Twelve digits, of which the last is the sum of the first eleven, each times its weight, modulo 11: with the weights 1 to 11,
/// or, where that gives 10, with 3 to 11, 1 and 2. A number for which both give 10 is not issued. The fifth digit of a БИН is
/// 4, 5 or 6; that of an ИИН is the first of a day of a month.
public struct IdentificationNumber: Sendable, Hashable {
  /// Whose number it is, by its fifth digit.
  public enum Kind: Sendable, Hashable {
    /// БИН: a legal entity, branch or joint enterprise.
    case business
    /// ИИН: a person.
    case individual
  }

  /// The twelve digits.
  public let digits: String
  /// Whose number it is.
  public let kind: Kind

  /// Reads a number; `nil` where it cannot be one.
  public init?(_ text: String) {
    let values = text.utf8.map { Int($0) - Int(UInt8(ascii: "0")) }
    guard values.count == 12, values.allSatisfy({ (0...9).contains($0) }) else { return nil }
    guard IdentificationNumber.checkDigit(of: values.dropLast()) == values[11] else { return nil }
    switch values[4] {
    case 0...3: kind = .individual
    case 4...6: kind = .business
    default: return nil
    }
    digits = text
  }

  /// The check digit of eleven digits; `nil` where both weightings give 10, so that no such number is issued.
  static func checkDigit(of digits: ArraySlice<Int>) -> Int? {
    let first = zip(digits, 1...11).reduce(0) { $0 + $1.0 * $1.1 } % 11
    if first < 10 { return first }
    let second = zip(digits, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]).reduce(0) { $0 + $1.0 * $1.1 } % 11
    return second < 10 ? second : nil
  }
}
