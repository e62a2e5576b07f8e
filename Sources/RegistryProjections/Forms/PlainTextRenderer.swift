internal import RegistryEvents

/// Lays a document out as plain text of eighty columns; a row of a table becomes a card.
public struct PlainTextRenderer: DocumentRenderer {
  private static let width = 80
  private static let rule = String(repeating: "-", count: width)

  /// The renderer: it has no choices.
  public init() {}

  public func opening(_ document: Document) -> String {
    var lines = PlainTextColumns.sideBySide(
      [visible(document.organisation.kk)], [visible(document.organisation.ru)], width: Self.width)
    lines += [Self.rule, ""]
    lines += PlainTextColumns.centred(visible(document.title.text), width: Self.width)
    if let subtitle = document.subtitle {
      lines += PlainTextColumns.centred(visible(subtitle.text), width: Self.width)
    }
    lines.append("")
    for block in document.body { lines += self.lines(of: block, document) + [""] }
    return text(lines)
  }

  public func row(_ cells: [DocumentValue], of document: Document) -> String {
    var lines: [String] = []
    for (column, cell) in zip(document.columns, cells) {
      let number = column.number.map { "\($0). " } ?? ""
      lines += hanging("\(number)\(column.title.text): \(shown(cell, document))", indent: lines.isEmpty ? 0 : 2)
    }
    return text(lines + [""])
  }

  public func closing(_ document: Document) -> String {
    var lines: [String] = []
    if let signatory = document.signatory {
      let fields = [signatory.position, signatory.name]
      let sides = fields.map { [shown($0.value, document), "(\(visible($0.title.text)))"] }
      lines += PlainTextColumns.sideBySide(sides[0], sides[1], width: Self.width) + [""]
    }
    lines.append(Self.rule)
    if let footer = document.footer { lines += wrapped(footer.text) + [""] }
    for note in document.notes { lines += hanging("* \(note)", indent: 0) }
    if !document.notes.isEmpty { lines.append("") }
    let facts = document.facts
    let label = (facts.flatMap(\.facts).map { PlainTextColumns.count($0.name) }.max() ?? 0) + 2
    for group in facts {
      lines.append(group.heading)
      for fact in group.facts {
        let value = PlainTextColumns.lines(of: visible(fact.value), width: Self.width - 2 - label)
        for (index, line) in value.enumerated() {
          let name = index == 0 ? fact.name + ":" : ""
          lines.append("  " + name + String(repeating: " ", count: label - PlainTextColumns.count(name)) + line)
        }
      }
    }
    return text(lines)
  }

  private func lines(of block: Document.Block, _ document: Document) -> [String] {
    switch block {
    case .line(let fields):
      let texts = fields.map { "\(visible($0.title.text)) \(shown($0.value, document))" }
      guard texts.count == 2 else { return texts.flatMap(wrapped) }
      return PlainTextColumns.sideBySide([texts[0]], [texts[1]], width: Self.width)
    case .field(let field):
      return wrapped(field.title.text + ":") + indented(shown(field.value, document))
    case .sentence(let runs):
      return wrapped(
        runs.map { run in
          switch run {
          case .text(let wording): return wording.text
          case .value(let value): return shown(value, document)
          }
        }.joined())
    case .list(let heading, let points):
      return wrapped(heading.text + ":")
        + points.flatMap { point in
          let clause = point.clause.map { " (\($0.written(in: document.language)))" } ?? ""
          return hanging("- \(point.heading.text)\(clause)", indent: 2)
            + point.paragraphs.flatMap { indented(visible($0)) }
        }
    }
  }

  private func shown(_ value: DocumentValue, _ document: Document) -> String {
    if value.parts.isEmpty { return DocumentWords.nothing }
    return value.parts.map { part in
      switch part {
      case .text(let text): return visible(text)
      case .withheld(let digest): return "\(DocumentWords.withheld[document.language]) (sd:\(visible(digest)))"
      }
    }.joined(separator: ", ")
  }

  private func wrapped(_ text: String) -> [String] { PlainTextColumns.lines(of: visible(text), width: Self.width) }

  private func indented(_ text: String) -> [String] {
    PlainTextColumns.lines(of: text, width: Self.width - 4).map { "    " + $0 }
  }

  /// A paragraph whose further lines stand two columns to the right of its first.
  private func hanging(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    let lines = PlainTextColumns.lines(of: visible(text), width: Self.width - indent - 2)
    return lines.enumerated().map { margin + ($0.offset == 0 ? "" : "  ") + $0.element }
  }

  /// The lines without what a line break would leave hanging at their ends.
  private func text(_ lines: [String]) -> String {
    lines.map { line in
      let kept = line.lastIndex { $0 != " " }
      return (kept.map { String(line[...$0]) } ?? "") + "\n"
    }.joined()
  }
}
