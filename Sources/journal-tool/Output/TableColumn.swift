/// A column of a table for people.
struct TableColumn: Sendable, Hashable {
  /// What stands above it.
  let title: String
  /// Whether its cells are numbers, which end at the same column.
  let isNumeric: Bool
  /// Whether its cells are never shortened: numbers, codes and dates that mean nothing in part.
  let isKey: Bool
  /// Whether a cell that is too long goes on in the next line instead of being shortened; for the last column alone.
  let wraps: Bool
  /// It is not shortened below so many columns of the terminal, unless it is narrower by nature.
  let least: Int
  /// Where the width does not hold all columns, those with the highest number are left out first; `nil` for one that is
  /// never left out.
  let leftOutRank: Int?

  /// A column of text that may be shortened and is never left out, unless said otherwise.
  init(
    _ title: String, numeric: Bool = false, key: Bool = false, wraps: Bool = false, least: Int = 8,
    leftOutRank: Int? = nil
  ) {
    self.title = title
    isNumeric = numeric
    isKey = key
    self.wraps = wraps
    self.least = least
    self.leftOutRank = leftOutRank
  }
}
