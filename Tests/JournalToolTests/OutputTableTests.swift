import RegistryProjections
import Testing

@testable import journal_tool

@Suite("A table for people")
struct OutputTableTests {
  static let columns = [
    TableColumn("no", numeric: true, key: true), TableColumn("holder"), TableColumn("model"),
    TableColumn("entered", key: true),
  ]

  private func lines(_ table: TextTable, _ terminal: Terminal) throws -> [String] {
    let output = ByteOutput(capturingAs: terminal)
    try table.write(to: output)
    return output.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func text(_ rows: [[String]], width: Int?) throws -> String {
    try lines(TextTable(Self.columns, rows: rows), Terminal(width: width)).joined(separator: "\n")
  }

  static let rows = [
    ["7", "«Қазақстан энергия» ЖШС", "Antminer S19 Pro 110 TH", "2023-05-02"],
    ["1024", "ТОО Майнинг", "M30S++", "2024-11-30"],
  ]

  @Test("Columns are as wide as they must be, and numbers end together")
  func natural() throws {
    let expected = """
        no  holder                   model                    entered
         7  «Қазақстан энергия» ЖШС  Antminer S19 Pro 110 TH  2023-05-02
      1024  ТОО Майнинг              M30S++                   2024-11-30
      """
    for width in [nil, 80, 66] { #expect(try text(Self.rows, width: width) == expected) }
  }

  @Test("The widest columns are shortened first, and never a key")
  func shortened() throws {
    #expect(
      try text(Self.rows, width: 50) == """
          no  holder           model            entered
           7  «Қазақстан эне…  Antminer S19 P…  2023-05-02
        1024  ТОО Майнинг      M30S++           2024-11-30
        """)
  }

  @Test("Every line fits, whatever the width", arguments: 1...90)
  func fits(width: Int) throws {
    let table = TextTable(Self.columns, rows: Self.rows)
    let longest = try lines(table, Terminal(width: width)).map { DisplayWidth.of($0) }.max() ?? 0
    // A card cannot be narrower than a title and the longest word.
    #expect(longest <= max(width, 20))
  }

  @Test("Where the columns do not fit, each row is a card with nothing left out")
  func cards() throws {
    #expect(
      try text(Self.rows, width: 24) == """
        no       7
        holder   «Қазақстан
                 энергия» ЖШС
        model    Antminer S19
                 Pro 110 TH
        entered  2023-05-02

        no       1024
        holder   ТОО Майнинг
        model    M30S++
        entered  2024-11-30
        """)
  }

  @Test("Columns that may be left out go by their rank before any is shortened, and are told")
  func leftOut() throws {
    let columns = [
      TableColumn("no", key: true), TableColumn("holder"), TableColumn("code", key: true, leftOutRank: 1),
      TableColumn("address", leftOutRank: 2),
    ]
    let table = TextTable(columns, rows: [["7", "ТОО Майнинг", "8471", "Экибастуз"]])
    func shown(_ width: Int) throws -> (lines: [String], leftOut: [String]) {
      let output = ByteOutput(capturingAs: Terminal(width: width))
      let leftOut = try table.write(to: output).map(\.title)
      return (output.text.split(separator: "\n").map(String.init), leftOut)
    }
    #expect(try shown(32) == (["no  holder       code  address", "7   ТОО Майнинг  8471  Экибастуз"], []))
    #expect(try shown(28) == (["no  holder    code  address", "7   ТОО Май…  8471  Экибаст…"], []))
    #expect(try shown(27) == (["no  holder       code", "7   ТОО Майнинг  8471"], ["address"]))
    #expect(try shown(17) == (["no  holder", "7   ТОО Майнинг"], ["code", "address"]))
    let card = ["no       7", "holder   ТОО", "         Майнинг", "code     8471", "address  Экибастуз"]
    #expect(try shown(11) == (card, []))
  }

  @Test("A last column that wraps goes on in the next line, with nothing left out")
  func wrapping() throws {
    let columns = [TableColumn("no", key: true), TableColumn("what", wraps: true, least: 10)]
    let rows = [["7", "the term ended on 2024-03-11"], ["8", ""], ["9", "late"]]
    let output = ByteOutput(capturingAs: Terminal(width: 20))
    try TextTable(columns, rows: rows).write(to: output)
    #expect(output.text == "no  what\n7   the term ended\n    on 2024-03-11\n8\n9   late\n")
  }

  @Test("A row of another length than the columns is filled up or cut")
  func uneven() throws {
    #expect(
      try text([[], ["1", "a", "b", "c", "d"]], width: nil) == "no  holder  model  entered\n\n 1  a       b      c")
  }

  @Test("A table without rows is its titles")
  func empty() throws {
    #expect(try text([], width: 80) == "no  holder  model  entered")
    #expect(try lines(TextTable([], rows: []), Terminal()) == [""])
  }

  @Test("What an applicant wrote cannot steer the terminal")
  func safe() throws {
    let lines = try text([["1", "a\u{1B}[2Jb\nc", "\u{202E}x\u{2066}", "d"]], width: nil)
    #expect(lines.hasSuffix(" 1  a\\u{1b}[2Jb\\u{a}c  \\u{202e}x\\u{2066}  d"))
  }

  @Test("Titles are bold where colours may be used")
  func bold() throws {
    let table = TextTable(Self.columns, rows: [])
    let lines = try lines(table, Terminal(isTerminal: true, width: 80, hasColour: true))
    #expect(lines == ["\u{1B}[1mno  holder  model  entered\u{1B}[0m"])
  }

  @Test(
    "How many columns text takes",
    arguments: [
      ("", 0), ("abc", 3), ("Ақмола", 6), ("ӘҒҚҢӨҰҮҺІ", 9), ("е\u{301}", 1), ("\u{301}", 0), ("表", 2), ("ｶ", 1),
      ("한", 2),
      ("🇰🇿", 2), ("👍", 2), ("❤️", 2), ("№ 5", 3), ("…", 1), ("аб\u{AD}", 2), ("é", 1), ("\u{483}", 0),
    ])
  func width(text: String, columns: Int) {
    #expect(DisplayWidth.of(text) == columns)
  }

  @Test(
    "Shortened text never takes more than its columns",
    arguments: ["abcdef", "表表表表", "е\u{301}е\u{301}е\u{301}", "a表b表"])
  func elided(text: String) {
    for columns in 0...9 {
      let elided = DisplayWidth.elided(text, to: columns)
      #expect(DisplayWidth.of(elided) <= columns)
      #expect(elided == text || columns == 0 || elided.hasSuffix("…"))
    }
  }

  @Test(
    "Terminal-safe text shows what it hides",
    arguments: [
      ("ТОО «Қазақ» №1 — 表", "ТОО «Қазақ» №1 — 表"), ("\u{1B}]0;x\u{7}", "\\u{1b}]0;x\\u{7}"),
      ("a\tb\r\n", "a\\u{9}b\\u{d}\\u{a}"),
      ("\u{7F}\u{9B}", "\\u{7f}\\u{9b}"), ("\u{200B}\u{FEFF}\u{AD}", "\\u{200b}\\u{feff}\\u{ad}"),
      ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("\u{E0041}", "\\u{e0041}"), ("е\u{301}", "е\u{301}"),
    ])
  func terminal(text: String, shown: String) {
    #expect(visible(text).unicodeScalars.elementsEqual(shown.unicodeScalars))
  }

  @Test("Every control, and every character that reorders text, is escaped")
  func everyControl() {
    let ranges: [ClosedRange<UInt32>] = [0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069]
    for scalar in ranges.joined().compactMap(Unicode.Scalar.init) { #expect(!scalar.isVisible) }
  }
}
