internal import RegistryEvents

/// Lays a document out as one HTML page for print: A4, upright or with a table across, without scripts and without anything
/// that is fetched.
public struct HTMLRenderer: DocumentRenderer {
  /// The renderer: it has no choices.
  public init() {}

  public func opening(_ document: Document) -> String {
    let isTable = !document.columns.isEmpty
    var html = """
      <!DOCTYPE html>
      <html lang="\(document.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(document.title.text))</title>
      <style>
      \(HTMLStyle.page(isTable: isTable))\(HTMLStyle.common)
      </style>
      </head>
      <body>
      <header>
      <p lang="kk">\(escaped(document.organisation.kk))</p>
      <p lang="ru">\(escaped(document.organisation.ru))</p>
      </header>
      <main>
      <h1\(lang(document.title, document))>\(escaped(document.title.text))</h1>

      """
    if let subtitle = document.subtitle {
      html += "<p class=\"subtitle\"\(lang(subtitle, document))>\(escaped(subtitle.text))</p>\n"
    }
    for block in document.body { html += self.html(of: block, document) }
    if isTable { html += tableHead(document) }
    return html
  }

  public func row(_ cells: [DocumentValue], of document: Document) -> String {
    "<tr>" + cells.map { "<td>\(html(of: $0, document))</td>" }.joined() + "</tr>\n"
  }

  public func closing(_ document: Document) -> String {
    var html = document.columns.isEmpty ? "" : "</tbody>\n</table>\n"
    if let signatory = document.signatory {
      let fields = [signatory.position, signatory.name]
      html += "<div class=\"signatory\">\n"
      for field in fields { html += self.html(of: field, document) }
      html += "</div>\n"
    }
    html += "</main>\n<footer>\n"
    if let footer = document.footer {
      html += "<p class=\"law\"\(lang(footer, document))>\(escaped(footer.text))</p>\n"
    }
    for note in document.notes { html += "<p class=\"note\">\(escaped(note))</p>\n" }
    html += "<div class=\"evidence\">\n"
    for group in document.facts {
      html += "<section>\n<h2>\(escaped(group.heading))</h2>\n<dl>\n"
      for fact in group.facts {
        let value = fact.isCode ? "<code>\(escaped(fact.value))</code>" : "<bdi>\(escaped(fact.value))</bdi>"
        html += "<dt>\(escaped(fact.name))</dt><dd>\(value)</dd>\n"
      }
      html += "</dl>\n</section>\n"
    }
    return html + "</div>\n</footer>\n</body>\n</html>\n"
  }

  private func tableHead(_ document: Document) -> String {
    let titles = document.columns.map { "<th scope=\"col\"\(lang($0.title, document))>\(escaped($0.title.text))</th>" }
    let numbers = document.columns.map { "<th>\($0.number.map { "\($0)" } ?? "")</th>" }
    return "<table>\n<thead>\n<tr>\(titles.joined())</tr>\n<tr>\(numbers.joined())</tr>\n</thead>\n<tbody>\n"
  }

  private func html(of block: Document.Block, _ document: Document) -> String {
    switch block {
    case .line(let fields):
      let parts = fields.map { field in
        "<span><span\(lang(field.title, document))>\(escaped(field.title.text))</span> "
          + "<b>\(html(of: field.value, document))</b></span>"
      }
      return "<p class=\"line\">\(parts.joined(separator: " "))</p>\n"
    case .field(let field): return html(of: field, document)
    case .sentence(let runs):
      let parts = runs.map { run in
        switch run {
        case .text(let wording):
          let attribute = lang(wording, document)
          return attribute.isEmpty ? escaped(wording.text) : "<span\(attribute)>\(escaped(wording.text))</span>"
        case .value(let value): return "<b>\(html(of: value, document))</b>"
        }
      }
      return "<p>\(parts.joined())</p>\n"
    case .list(let heading, let points):
      var html = "<h2\(lang(heading, document))>\(escaped(heading.text))</h2>\n<ol>\n"
      for point in points {
        let clause = point.clause.map { " <small>(\(escaped($0.written(in: document.language))))</small>" } ?? ""
        html += "<li><span\(lang(point.heading, document))>\(escaped(point.heading.text))</span>\(clause)"
        html += point.paragraphs.map { "\n<p><bdi>\(escaped($0))</bdi></p>" }.joined() + "</li>\n"
      }
      return html + "</ol>\n"
    }
  }

  /// A field as the forms print it: what stands in it above a line, its heading below.
  private func html(of field: Document.Field, _ document: Document) -> String {
    "<div class=\"field\"><p>\(html(of: field.value, document))</p>"
      + "<small\(lang(field.title, document))>\(escaped(field.title.text))</small></div>\n"
  }

  private func html(of value: DocumentValue, _ document: Document) -> String {
    if value.parts.isEmpty { return DocumentWords.nothing }
    return value.parts.map { part in
      switch part {
      case .text(let text): return "<bdi>\(escaped(text))</bdi>"
      case .withheld(let digest):
        let words = escaped(DocumentWords.withheld[document.language])
        return "<span class=\"withheld\">\(words) <code>sd:\(escaped(digest))</code></span>"
      }
    }.joined(separator: ", ")
  }

  /// The `lang` attribute of what is not in the document's language.
  private func lang(_ wording: Wording, _ document: Document) -> String {
    wording.language == document.language ? "" : " lang=\"\(wording.language.rawValue)\""
  }

  /// Text that is text and nothing else, within an element or an attribute's quotes.
  private func escaped(_ text: String) -> String {
    var html = ""
    for scalar in visible(text).unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default: html.unicodeScalars.append(scalar)
      }
    }
    return html
  }
}
