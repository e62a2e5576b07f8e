import RegistryEvents

/// Numbers for people: a comma after each three digits before the point.
enum Figures {
  /// A count.
  static func of(_ count: some BinaryInteger) -> String { grouped("\(count)") }

  /// A decimal quantity.
  static func of(_ quantity: Decimal) -> String { grouped(quantity.description) }

  /// A count with what is counted: `1 unit`, `2,010 units`.
  static func of(_ count: some BinaryInteger, _ singular: String, _ plural: String) -> String {
    "\(of(count)) \(count == 1 ? singular : plural)"
  }

  private static func grouped(_ number: String) -> String {
    let sign = number.hasPrefix("-") ? "-" : ""
    let parts = number.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    var digits = ""
    for (index, digit) in (parts.first ?? "").enumerated() {
      if index > 0, (parts[0].count - index).isMultiple(of: 3) { digits.append(",") }
      digits.append(digit)
    }
    return sign + digits + (parts.count > 1 ? "." + parts[1] : "")
  }
}
