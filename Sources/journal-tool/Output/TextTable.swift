/// A table for people: aligned columns where the width allows, and otherwise one card a row.
///
/// Cells are made `visible`, so that they may hold what applicants wrote. Where the natural widths do not fit, columns
/// that may be left out go first, by their rank; then the widest columns that are no keys are shortened with `…`, or go
/// on in the next line, none below its title or its least width; where that is not enough, each row becomes a card of `title  value` lines, in which nothing
/// is left out.
struct TextTable {
  /// Takes the next row; throws `SystemError`.
  typealias RowSink = ([String]) throws -> Void

  /// The columns in their order.
  let columns: [TableColumn]
  private let rows: (RowSink) throws -> Void

  /// A table of rows that are at hand.
  init(_ columns: [TableColumn], rows: [[String]]) {
    self.init(columns) { take in for row in rows { try take(row) } }
  }

  /// A table of rows that a function makes, the same each time that it is asked: twice, to measure and to write.
  init(_ columns: [TableColumn], making rows: @escaping (RowSink) throws -> Void) {
    self.columns = columns
    self.rows = rows
  }

  /// Writes the table at the width of the place, and tells which columns are left out; throws `SystemError` and what making
  /// a row throws.
  @discardableResult
  func write(to output: ByteOutput) throws -> [TableColumn] {
    let terminal = output.terminal
    var layout = TableLayout(columns)
    try rows { layout.measure($0) }
    let fitted = layout.fitted(in: terminal.width)
    if let fitted {
      for line in layout.lines(columns.map(\.title), fitted) { try output.write(terminal.styled(line, .bold) + "\n") }
    }
    var isFirst = true
    try rows { cells in
      let row = TableLayout.row(cells, count: columns.count)
      if let fitted {
        for line in layout.lines(row, fitted) { try output.write(line + "\n") }
      } else {
        let card = layout.card(row, for: terminal).map { $0 + "\n" }.joined()
        try output.write((isFirst ? "" : "\n") + card)
      }
      isFirst = false
    }
    guard let fitted else { return [] }
    let shown = Set(fitted.map(\.index))
    return columns.indices.filter { !shown.contains($0) }.map { columns[$0] }
  }
}
