import Foundation
import RegistryEvents
import RegistryProjections
import Testing

@testable import journal_tool

@Suite("Results for other programs")
struct OutputFormatTests {
  @Test("A CSV line ends in LF and quotes what must be quoted")
  func csv() throws {
    let output = ByteOutput(capturingAs: Terminal())
    try CSVWriter(output: output).write(["number", "holder"])
    try CSVWriter(output: output).write(["7", "ТОО \"Майнинг\", филиал"])
    try CSVWriter(output: output).write([""])
    #expect(output.text == "number,holder\n7,\"ТОО \"\"Майнинг\"\", филиал\"\n\"\"\n")
  }

  @Test(
    "A CSV field",
    arguments: [
      ("", ""), ("plain", "plain"), ("a b", "a b"), (" a", "\" a\""), ("a ", "\"a \""), ("a\nb", "\"a\nb\""),
      ("a\r\nb", "\"a\r\nb\""), ("\"", "\"\"\"\""), ("=1+1", "'=1+1"), ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
      ("=HYPERLINK(\"x\",1)", "\"'=HYPERLINK(\"\"x\"\",1)\""), ("@SUM(A1)", "'@SUM(A1)"),
      ("+7 (701) 123-45-67", "+7 (701) 123-45-67"),
      ("-95.5", "-95.5"), ("-2+3", "'-2+3"), ("+cmd|x", "'+cmd|x"), ("-", "-"), ("\t=1", "'\t=1"),
      ("\r=1", "\"'\r=1\""),
      ("＝1", "'＝1"), ("a=1", "a=1"),
    ])
  func field(text: String, written: String) {
    #expect(CSVWriter.field(text) == written)
  }

  @Test("A terminal gets no control characters by CSV, and a file gets them as recorded")
  func csvTerminal() throws {
    for (terminal, expected) in [(Terminal(isTerminal: true), "a\\u{1b}b\n"), (Terminal(), "a\u{1B}b\n")] {
      let output = ByteOutput(capturingAs: terminal)
      try CSVWriter(output: output).write(["a\u{1B}b"])
      #expect(output.text == expected)
    }
  }

  private let members: [String: JSONMember] = [
    "asOf": .value(["known": 17, "effective": "2024-03-01"]),
    "entries": .elements { take in
      for number in 1...2 { try take(["number": .integer(Int64(number)), "holderName": "ТОО \"Х\""]) }
    },
    "none": .elements { _ in },
    "counts": .object(["z": .value(nil), "a": .elements { take in try take([]) }, "e": .object([:]), "f": .value([:])]),
    "Upper": .value(true),
  ]

  @Test("JSON is sorted, indented and starts with an object")
  func json() throws {
    let output = ByteOutput(capturingAs: Terminal())
    try JSONWriter(output: output).write(schema: "replay/1", members)
    #expect(
      output.text == """
        {
          "Upper": true,
          "asOf": {
            "effective": "2024-03-01",
            "known": 17
          },
          "counts": {
            "a": [
              []
            ],
            "e": {},
            "f": {},
            "z": null
          },
          "entries": [
            {
              "holderName": "ТОО \\"Х\\"",
              "number": 1
            },
            {
              "holderName": "ТОО \\"Х\\"",
              "number": 2
            }
          ],
          "none": [],
          "schema": "replay/1"
        }

        """)
  }

  @Test(
    "A JSON string reads back as it was, and shows a terminal nothing that it obeys",
    arguments: [
      "", "\"\\/\u{8}\u{C}\n\r\t", "\u{0}\u{1B}\u{7F}\u{85}\u{9F}", "Қазақстан 表 👍", "\u{202E}\u{2066}\u{FEFF}",
      "\u{E0041}",
      "\u{2028}",
    ])
  func jsonString(text: String) throws {
    let output = ByteOutput(capturingAs: Terminal())
    try JSONWriter(output: output).write(schema: "x/1", ["text": .value(.string(text))])
    let read = try JSONSerialization.jsonObject(with: Data(output.captured)) as? [String: String]
    #expect(read?["text"].map { Array($0.unicodeScalars) } == Array(text.unicodeScalars))
    #expect(output.text.unicodeScalars.allSatisfy { $0 == "\n" || $0.isVisible })
  }

  @Test("What making an element throws ends the writing")
  func jsonFailure() {
    let output = ByteOutput(capturingAs: Terminal())
    #expect(throws: RegistryError(.seqGap)) {
      try JSONWriter(output: output).write(schema: "x/1", ["a": .elements { _ in throw RegistryError(.seqGap) }])
    }
  }
}
