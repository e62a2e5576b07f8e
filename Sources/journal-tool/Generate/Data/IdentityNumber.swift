import RegistryProjections

/// Invents the numbers of legal entities (БИН) and of individuals (ИИН).
enum IdentityNumber {
  /// The БИН of an entity registered in a month; digit 5 is 4 (resident), 5 (not) or 6 (entrepreneurs jointly). The number
  /// in the register of that month is the first from `number` on that has a check digit.
  static func bin(year: Int, month: Int, kind: Int, number: Int) -> String {
    complete(padded(year % 100, to: 2) + padded(month, to: 2) + "\(min(max(kind, 4), 6))0", digits: 5, from: number)
  }

  /// The ИИН of somebody born on a day; digit 7 tells century and sex: 3 and 4 a man and a woman of the 1900s, 5 and 6 of the
  /// 2000s.
  static func iin(year: Int, month: Int, day: Int, woman: Bool, number: Int) -> String {
    let century = (year < 2000 ? 3 : 5) + (woman ? 1 : 0)
    return complete(
      padded(year % 100, to: 2) + padded(month, to: 2) + padded(day, to: 2) + "\(century)", digits: 4, from: number)
  }

  /// The same number with a check digit that is wrong.
  static func withWrongCheckDigit(_ number: String) -> String {
    guard let last = number.utf8.last, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) else { return number }
    return number.dropLast() + "\((last - UInt8(ascii: "0") + 1) % 10)"
  }

  private static func complete(_ prefix: String, digits: Int, from number: Int) -> String {
    let bound = digits == 5 ? 100_000 : 10_000
    for offset in 0..<bound {
      let body = prefix + padded((number + offset) % bound, to: digits)
      let numbers = (0...9).map { "\(body)\($0)" }
      if let number = numbers.first(where: { IdentificationNumber($0) != nil }) { return number }
    }
    return prefix
  }
}
