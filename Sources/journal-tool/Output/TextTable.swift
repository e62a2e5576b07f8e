/// A table for people: aligned columns where the width allows, and otherwise one card a row.
///
/// Cells are made `terminalSafe`, so that they may hold what applicants wrote. Where the natural widths do not fit, the
/// widest columns that are no keys are shortened with `…`, none below its title or eight columns; where that is not
/// enough, each row becomes a card of `title  value` lines, in which nothing is left out.
struct TextTable: Sendable {
  /// The columns in their order.
  let columns: [TableColumn]
  private var rows: [[String]] = []

  /// A table without rows.
  init(_ columns: [TableColumn]) { self.columns = columns }

  /// Adds a row; a cell that is missing is empty, and one too many is left out.
  mutating func add(_ cells: [String]) {
    var row = cells.prefix(columns.count).map(terminalSafe)
    while row.count < columns.count { row.append("") }
    rows.append(row)
  }

  /// Writes the table at the width of the place; throws `SystemError`.
  func write(to output: ByteOutput) throws(SystemError) {
    for line in lines(for: output.terminal) { try output.write(line + "\n") }
  }

  /// The lines of the table, without line breaks and without spaces at their ends.
  func lines(for terminal: Terminal) -> [String] {
    guard let widths = widths(in: terminal.width) else { return cards(for: terminal) }
    let titles = columns.map { $0.title }
    return [terminal.styled(line(titles, widths), .bold)] + rows.map { line($0, widths) }
  }

  /// How wide each column is so that a line fits; `nil` where none does.
  private func widths(in limit: Int?) -> [Int]? {
    var widths = columns.map { DisplayWidth.of($0.title) }
    for row in rows {
      for (index, cell) in row.enumerated() { widths[index] = max(widths[index], DisplayWidth.of(cell)) }
    }
    guard let limit else { return widths }
    var excess = widths.reduce(TextTable.gap.count * (widths.count - 1), +) - limit
    let least = zip(columns, widths).map { column, width in
      column.isKey ? width : min(width, max(8, DisplayWidth.of(column.title)))
    }
    while excess > 0 {
      let shrinkable = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static let gap = "  "

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(columns, zip(cells, widths)).map { column, cell in
      let text = DisplayWidth.elided(cell.0, to: cell.1)
      return DisplayWidth.padded(text, to: cell.1, rightAligned: column.isNumeric)
    }
    var line = padded.joined(separator: TextTable.gap)
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }

  private func cards(for terminal: Terminal) -> [String] {
    let titleWidth = columns.map { DisplayWidth.of($0.title) }.max() ?? 0
    let indent = titleWidth + TextTable.gap.count
    let cards = rows.map { row in
      zip(columns, row).flatMap { column, cell in
        let title = terminal.styled(DisplayWidth.padded(column.title, to: titleWidth), .bold)
        let value = TextWrapping.wrap(cell, width: terminal.width ?? 80, indent: indent).split(separator: "\n")
        guard let first = value.first else { return [column.title] }
        return [title + first.dropFirst(titleWidth)] + value.dropFirst().map(String.init)
      }
    }
    return Array(cards.joined(separator: [""]))
  }
}
