import RegistryEvents
import Testing

@testable import RegistryProjections

@Suite("Laying documents out")
struct FormRenderingTests {
  /// What an applicant might call himself.
  static let hostile = [
    "<script>alert(1)</script>", "</bdi></p></main><img src=x onerror=alert(1)>", "\" onload=\"alert(1)", "' & &lt;",
    "\u{202E}ОАО\u{2066}", "\u{1B}[2J\u{1B}]0;x\u{7}", "two\nlines\r\nand\ttabs", "zero\u{200B}width\u{FEFF}\u{AD}",
    "\u{85}\u{9B}31m\u{2028}\u{2029}", String(repeating: "Ю", count: 256), String(repeating: "漢", count: 170),
    String(repeating: "e\u{301}\u{302}", count: 100), "👨‍👩‍👧‍👦 \u{1F1F0}\u{1F1FF}", "-->]]>", "{{x}}", " ",
    "   spaced   out   ",
  ]

  /// As many characters as fit a number of bytes.
  private func cut(_ name: String, _ bytes: Int) -> String {
    var cut = name
    while cut.utf8.count > bytes { cut.removeLast() }
    return cut
  }

  private func documents(named name: String) throws -> [(document: Document, rows: [[DocumentValue]])] {
    var filing = Sample.inclusion()
    filing.applicant.name = name
    (filing.legalAddress, filing.dataCentreAddress) = (name, name)
    (filing.model, filing.tnvedCode, filing.contacts.phone) = (name, cut(name, 64), .shown(cut(name, 256)))
    filing.possession.document = name
    filing.units = [
      Unit(
        condition: .working, customsDeclaration: cut(name, 128), hashrateTHs: Decimal(1), model: name,
        powerKW: Decimal(1), serialNumber: cut(name, 128))
    ]
    var (refused, id) = try FormFixture.filed(filing)
    var refusal = Sample.refused(id)
    refusal.grounds = [GroundStated(ground: .nonConforming, text: name)]
    refusal.signatory = RegistryEvents.Signatory(name: cut(name, 256), position: cut(name, 256))
    try refused.add(refusal, "2024-04-09 10:00", case: "A-1")
    let included = try FormFixture.included(filing)
    return [
      (try FormFixture.document(.inclusion, of: included), []), (try FormFixture.document(.refusal, of: refused), []),
      try FormFixture.register(included),
    ]
  }

  /// The tags of an HTML text, in their order, with what stands in them.
  private func tags(_ html: String) -> [Substring] {
    html.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { $0.prefix { $0 != ">" } }
  }

  @Test("what people write cannot become a part of the page", arguments: hostile)
  func html(name: String) throws {
    let harmless = try documents(named: "name")
    for (shown, plain) in zip(try documents(named: name), harmless) {
      let html = FormFixture.text(HTMLRenderer(), shown.document, shown.rows)
      // A reason of several lines is several paragraphs: of those the first alone is compared.
      if !name.contains(where: \.isNewline), name.contains(where: { $0 != " " }) {
        #expect(tags(html) == tags(FormFixture.text(HTMLRenderer(), plain.document, plain.rows)))
      }
      #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("\" onload"))
      #expect(html.unicodeScalars.allSatisfy { $0 == "\n" || !Self.moves($0) })
    }
  }

  private static func moves(_ scalar: Unicode.Scalar) -> Bool {
    let categories: [Unicode.GeneralCategory] = [.control, .format, .lineSeparator, .paragraphSeparator]
    return categories.contains(scalar.properties.generalCategory)
  }

  @Test("plain text fits eighty columns and moves no cursor, whatever people write", arguments: hostile)
  func plain(name: String) throws {
    for (document, rows) in try documents(named: name) {
      let text = FormFixture.text(PlainTextRenderer(), document, rows)
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !Self.moves($0) })
      for line in text.split(separator: "\n") {
        // A character takes a column, those of the East two.
        let columns = line.reduce(0) { $0 + (($1.unicodeScalars.first?.value ?? 0) >= 0x2E80 ? 2 : 1) }
        #expect(columns <= 80)
        #expect(line.last != " ")
      }
    }
  }

  @Test("no word of a name is lost where it is broken")
  func broken() {
    let words = ["a", "bc", "строка", String(repeating: "x", count: 25), "漢字漢字漢字", "e\u{301}e\u{301}"]
    for width in 2...30 {
      let lines = PlainTextColumns.lines(of: words.joined(separator: " "), width: width)
      #expect(lines.joined().filter { $0 != " " } == words.joined())
      #expect(lines.allSatisfy { PlainTextColumns.count($0) <= width })
    }
  }

  @Test("a page says its languages, fetches nothing, and asks for A4")
  func page() throws {
    let journal = try FormFixture.included()
    for language in DocumentLanguage.allCases {
      let html = FormFixture.text(HTMLRenderer(), try FormFixture.document(.inclusion, of: journal, in: language))
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language.rawValue)\">"))
      #expect(html.contains("<p lang=\"kk\">Министрлік</p>\n<p lang=\"ru\">Министерство</p>"))
      #expect(html.contains("size: A4 portrait") && html.contains("default-src 'none'"))
      #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("url("))
    }
    let (register, rows) = try FormFixture.register(journal)
    #expect(FormFixture.text(HTMLRenderer(), register, rows).contains("size: A4 landscape"))
  }

  @Test("every element of a page that is opened is closed")
  func balanced() throws {
    for (document, rows) in try documents(named: "name") {
      var open: [Substring] = []
      for tag in tags(FormFixture.text(HTMLRenderer(), document, rows)) {
        let name = tag.prefix { $0 != " " }
        if name == "!DOCTYPE" || name == "meta" { continue }
        if name.hasPrefix("/") {
          #expect(open.popLast() == name.dropFirst())
        } else {
          open.append(name)
        }
      }
      #expect(open.isEmpty)
    }
  }
}
