/// A column of a table for people.
struct TableColumn: Sendable, Hashable {
  /// What stands above it.
  let title: String
  /// Whether its cells are numbers, which end at the same column.
  let isNumeric: Bool
  /// Whether its cells are never shortened: numbers, codes and dates that mean nothing in part.
  let isKey: Bool

  /// A column of text that may be shortened, unless said otherwise.
  init(_ title: String, numeric: Bool = false, key: Bool = false) {
    self.title = title
    isNumeric = numeric
    isKey = key
  }
}
