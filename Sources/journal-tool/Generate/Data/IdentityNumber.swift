/// The numbers of legal entities (БИН) and of individuals (ИИН): twelve digits, the last a check digit.
///
/// The sum of the first eleven digits with weights 1 to 11, modulo 11; if that is 10, with weights 3 to 11, 1, 2; if it is
/// 10 again there is no such number.
enum IdentityNumber {
  /// The check digit of eleven digits; `nil` where there is none, or these are not eleven digits.
  static func checkDigit(of body: some Collection<UInt8>) -> UInt8? {
    guard body.count == 11, body.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return nil
    }
    func remainder(_ firstWeight: Int) -> Int {
      body.enumerated().reduce(0) { sum, digit in
        sum + Int(digit.element - UInt8(ascii: "0")) * ((digit.offset + firstWeight - 1) % 11 + 1)
      } % 11
    }
    let first = remainder(1)
    let digit = first < 10 ? first : remainder(3)
    return digit < 10 ? UInt8(ascii: "0") + UInt8(digit) : nil
  }

  /// Whether these are twelve digits with the right check digit.
  static func isValid(_ number: String) -> Bool {
    let digits = Array(number.utf8)
    return digits.count == 12 && checkDigit(of: digits.prefix(11)) == digits.last
  }

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
      if let digit = checkDigit(of: body.utf8) { return body + "\(digit - UInt8(ascii: "0"))" }
    }
    return prefix
  }
}
