import RegistryProjections

/// How wide the columns of a table are, found by measuring its rows one after the other, so that a table of any length
/// needs the memory of one row.
struct TableLayout: Sendable {
  /// The columns in their order.
  let columns: [TableColumn]
  /// The widest cell of each column so far, its title counted.
  private var natural: [Int]

  /// What stands between two columns.
  static let gap = "  "

  /// A layout for no rows yet.
  init(_ columns: [TableColumn]) {
    self.columns = columns
    natural = columns.map { DisplayWidth.of($0.title) }
  }

  /// Makes room for a row.
  mutating func measure(_ cells: [String]) {
    for (index, cell) in TableLayout.row(cells, count: columns.count).enumerated() {
      natural[index] = max(natural[index], DisplayWidth.of(cell))
    }
  }

  /// The cells as they are shown: made `visible`; one that is missing is empty, one too many is left out.
  static func row(_ cells: [String], count: Int) -> [String] {
    var row = cells.prefix(count).map(visible)
    while row.count < count { row.append("") }
    return row
  }

  /// The columns that fit and how wide each is; `nil` where not even those that are never left out do.
  func fitted(in limit: Int?) -> [(index: Int, width: Int)]? {
    var shown = Array(columns.indices)
    guard let limit else { return shown.map { ($0, natural[$0]) } }
    while total(shown.map(least)) > limit {
      let next = shown.filter { columns[$0].leftOutRank != nil }
        .max { (columns[$0].leftOutRank ?? 0) < (columns[$1].leftOutRank ?? 0) }
      guard let next else { return nil }
      shown.removeAll { $0 == next }
    }
    var widths = shown.map { natural[$0] }
    while total(widths) > limit {
      let shrinkable = widths.indices.filter { widths[$0] > least(shown[$0]) }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      widths[widest] -= 1
    }
    return Array(zip(shown, widths))
  }

  private func total(_ widths: [Int]) -> Int {
    widths.reduce(TableLayout.gap.count * max(0, widths.count - 1), +)
  }

  private func least(_ index: Int) -> Int {
    let column = columns[index]
    return column.isKey
      ? natural[index] : min(natural[index], max(column.least, DisplayWidth.of(column.title)))
  }

  /// The lines of a row, without spaces at their ends: one, but for a last column that wraps.
  func lines(_ row: [String], _ fitted: [(index: Int, width: Int)]) -> [String] {
    var cells = fitted.map { [row[$0.index]] }
    if let last = fitted.last, columns[last.index].wraps {
      let wrapped = TextWrapping.wrap(row[last.index], width: last.width).split(separator: "\n").map(String.init)
      cells[cells.count - 1] = wrapped.isEmpty ? [""] : wrapped
    }
    return (0..<(cells.map(\.count).max() ?? 1)).map { number in
      line(zip(fitted, cells).map { ($0.index, $0.width, number < $1.count ? $1[number] : "") })
    }
  }

  private func line(_ cells: [(index: Int, width: Int, text: String)]) -> String {
    let padded = cells.map { index, width, text in
      DisplayWidth.padded(DisplayWidth.elided(text, to: width), to: width, rightAligned: columns[index].isNumeric)
    }
    var line = padded.joined(separator: TableLayout.gap)
    while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
    return line
  }

  /// The lines of a row as a card, nothing left out.
  func card(_ row: [String], for terminal: Terminal) -> [String] {
    let titleWidth = columns.map { DisplayWidth.of($0.title) }.max() ?? 0
    let indent = titleWidth + TableLayout.gap.count
    return zip(columns, row).flatMap { column, cell in
      let title = terminal.styled(DisplayWidth.padded(column.title, to: titleWidth), .bold)
      let value = TextWrapping.wrap(cell, width: terminal.width ?? 80, indent: indent).split(separator: "\n")
      guard let first = value.first else { return [column.title] }
      return [title + first.dropFirst(titleWidth)] + value.dropFirst().map(String.init)
    }
  }
}
