internal import RegistryEvents

/// Which column of a table holds which value of a unit.
struct UnitListHeader: Sendable {
  private let places: [UnitColumn: Int]
  /// The number of columns.
  let count: Int

  /// Reads the row of headings.
  ///
  /// - Throws: `unit-list-invalid` for a heading that is none of the list's or is there twice, and for one that is missing.
  init(_ titles: [String], _ law: Provisions) throws(RegistryError) {
    let keys = UnitColumn.keys(law)
    var places: [UnitColumn: Int] = [:]
    var problems = UnitListProblems(law: law)
    for (index, title) in titles.enumerated() {
      let key = UnitColumn.key(title)
      guard let column = keys[key] else {
        // A spreadsheet leaves empty columns behind the last.
        if !key.isEmpty { problems.add("not a heading of Appendix 3", row: 1, column: "\(index + 1)") }
        continue
      }
      if places[column] != nil { problems.add("there twice", row: 1, column) }
      places[column] = index
    }
    for column in [UnitColumn.model, .serialNumber, .hashrateTHs, .powerKW] where places[column] == nil {
      problems.add("missing", row: 1, column)
    }
    let marks = [UnitColumn.working, .faulty].filter { places[$0] != nil }
    if places[.condition] == nil, marks.count < 2 {
      problems.add("missing", row: 1, .condition)
    } else if places[.condition] != nil, !marks.isEmpty {
      problems.add("there both as a word and as a mark", row: 1, .condition)
    }
    if let refusal = problems.refusal { throw refusal }
    self.places = places
    count = titles.count
  }

  /// Whether the table has the column.
  func has(_ column: UnitColumn) -> Bool { places[column] != nil }

  /// The cell of a column, without the white space around it; empty where row or table has none.
  func cell(_ column: UnitColumn, of row: [String]) -> String {
    guard let place = places[column], place < row.count else { return "" }
    return UnitListHeader.trimmed(row[place])
  }

  /// A text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
