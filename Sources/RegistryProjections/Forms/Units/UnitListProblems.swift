internal import RegistryEvents

/// What is wrong with a table, with the row and column of each problem; the first twenty are told, the rest counted.
struct UnitListProblems: Sendable {
  static let largestToldCount = 20

  let law: Provisions
  private(set) var count = 0
  private var told: [String] = []

  init(law: Provisions) { self.law = law }

  /// Takes a problem in.
  mutating func add(_ text: String, row: Int, _ column: UnitColumn? = nil) {
    add(text, row: row, column: column?.label(law))
  }

  /// Takes in a problem of a column that is named otherwise.
  mutating func add(_ text: String, row: Int, column: String?) {
    count += 1
    guard told.count < UnitListProblems.largestToldCount else { return }
    told.append("row \(row)\(column.map { ", column \($0)" } ?? ""): \(text)")
  }

  /// The error that tells of them; `nil` where there are none.
  var refusal: RegistryError? {
    guard count > 0 else { return nil }
    let rest = count - told.count
    let text = told.joined(separator: "; ")
    return RegistryError(.unitListInvalid, detail: rest > 0 ? "\(text); and \(rest) more" : text)
  }
}
