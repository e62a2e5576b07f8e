import RegistryEvents
import Testing

@testable import RegistryProjections

@Suite("Lists of units as CSV")
struct FormUnitListTests {
  private static let english = "model,serialNumber,hashrateTHs,powerKW,condition\n"

  private func read(_ text: String) throws -> [Unit] { try UnitListCSV(Array(text.utf8)).units }

  private func refusal(_ text: String) throws -> RegistryError {
    try #require(throws: RegistryError.self) { try UnitListCSV(Array(text.utf8)) }
  }

  private static let two = [
    Unit(
      condition: .working, customsDeclaration: "55302/120124/0004512", hashrateTHs: Decimal("110.5") ?? .zero,
      model: "Antminer S19, Pro", powerKW: Decimal("3.25") ?? .zero, serialNumber: "SN-1"),
    Unit(
      condition: .faulty, hashrateTHs: Decimal("0.016") ?? .zero, model: "Ванна \"А\"",
      powerKW: Decimal(1), serialNumber: "SN-2"),
  ]

  @Test(
    "headings are those of the law, short ones in both languages, or the names of an act's members",
    arguments: [
      #"""
      Порядковый номер;Полное наименование аппаратно-программного комплекса марка, модель;\#
      Индивидуальный серийный номер аппаратно-программного комплекса;Хэшрейт (ТН/s);Мощность (кВт);\#
      Номер грузовой таможенной декларации;Состояние аппаратно-программного комплекса
      1;Antminer S19, Pro;SN-1;110,50;3.25;55302/120124/0004512;исправное
      2;"Ванна ""А""";SN-2;0,016;1,0;;Неисправное
      """#,
      #"""
      №,"Полное наименование, марка, модель",Серийный номер,"Хэшрейт, TH/s","Мощность, кВт",Номер ГТД,Состояние
      1,"Antminer S19, Pro",SN-1,110.5,3.25,55302/120124/0004512,исправен
      2,"Ванна ""А""",SN-2,0.016,1,,неисправен
      """#,
      #"""
      Реттік нөмірі;Аппараттық-бағдарламалық кешеннің толық атауы, маркасы, моделі;Сериялық нөмірі;ХЭШРЕЙТ (TH/S);\#
      Қуат (кВт);Кеден декларациясының нөмірі;Жай-күйі
      1;Antminer S19, Pro; SN-1 ;110.5;3,25;55302/120124/0004512;ақаусыз
      2;"Ванна ""А""";SN-2;0.016;1;;ақаулы
      """#,
      #"""
      condition,customsDeclaration,hashrateTHs,model,powerKW,serialNumber
      working,55302/120124/0004512,110.5,"Antminer S19, Pro",3.25,SN-1
      faulty,,0.016,"Ванна ""А""",1,SN-2
      """#,
      #"""
      модель;серийный номер;хешрейт;мощность;гтд;исправное;неисправное;;
      Antminer S19, Pro;SN-1;110,5;3,25;55302/120124/0004512;+;-;;
      "Ванна ""А""";SN-2;0,016;1;;;х;;
      ;;;;;;;;
      """#,
    ])
  func headings(csv: String) throws {
    for text in [csv, csv + "\n", "\u{FEFF}" + csv, csv.replacing("\n", with: "\r\n"), csv.replacing("\n", with: "\r")]
    {
      #expect(try read(text) == Self.two)
    }
  }

  /// Tables with something wrong in their headings.
  private static let badHeadings: [(csv: String, told: String)] = [
    ("", "row 1, column model «Полное наименование аппаратно-программного комплекса марка, модель»: missing"),
    ("model,serialNumber,hashrateTHs,powerKW,condition\n", "row 1: no row below the headings"),
    ("model,serialNumber,hashrateTHs,power kVA,condition\n", "row 1, column 4: not a heading of Appendix 3"),
    ("model,serialNumber,hashrateTHs,модель,condition\n", "марка, модель»: there twice"),
    ("model,serialNumber,hashrateTHs,powerKW,исправное\n", "row 1, column condition «Состояние"),
    ("model,serialNumber,hashrateTHs,powerKW,condition,faulty\n", "there both as a word and as a mark"),
    (
      "№,model,serialNumber,hashrateTHs,powerKW,condition\n1,A,B,1,1,working\n3,A,C,1,1,working\n",
      "row 3, column number"
    ),
    ("model,serialNumber,hashrateTHs,powerKW,working,faulty\nA,B,1,1,+,+\n", "row 2, column condition «Состояние"),
    ("model,serialNumber,hashrateTHs,powerKW,working,faulty\nA,B,1,1,,\n", "row 2, column condition «Состояние"),
  ]

  /// Rows below `english` with something wrong in them.
  private static let badRows: [(rows: String, told: String)] = [
    ("A,B,1,1,working\nA,,1,1,working\n", "row 3, column serialNumber «Индивидуальный серийный номер"),
    ("A,B,\"1,5\",1,working\n", "row 2, column hashrateTHs «Хэшрейт (ТН/s)»: not a decimal of digits and a point"),
    ("A,B,,1,working\n", "row 2, column hashrateTHs «Хэшрейт (ТН/s)»: empty"),
    ("A,B,1,1 000,working\n", "row 2, column powerKW «Мощность (кВт)»: not a decimal"),
    ("A,B,1,0x10,working\n", "row 2, column powerKW «Мощность (кВт)»: not a decimal"),
    ("A,B,1,1e3,working\n", "row 2, column powerKW «Мощность (кВт)»: not a decimal"),
    ("A,B,1,٣,working\n", "row 2, column powerKW «Мощность (кВт)»: not a decimal"),
    ("A,B,1,1,broken\n", "row 2, column condition «Состояние аппаратно-программного комплекса»: neither"),
    ("\"A\nB\",C,1,1,working\nA,,1,1,working\n", "row 2, column model «Полное наименование"),
    ("\"A\nB\",C,1,1,working\nA,,1,1,working\n", "; row 3, column serialNumber"),
    ("A,B\u{0},1,1,working\n", "another character that is none to be read"),
    ("A,\(String(repeating: "x", count: 129)),1,1,working\n", "longer than 128 bytes"),
    ("A,B,1,1,working,more\n", "row 2: more columns than headings"),
    ("\n\nA,B\n", "row 4, column hashrateTHs «Хэшрейт (ТН/s)»: empty"),
  ]

  @Test(
    "an error names row and column", arguments: badHeadings + badRows.map { (csv: english + $0.rows, told: $0.told) })
  func errors(csv: String, told: String) throws {
    let error = try refusal(csv)
    #expect(error.code == .unitListInvalid)
    #expect(error.detail.contains(told), "\(error.detail)")
  }

  @Test("every problem is told, up to twenty, and the rest counted")
  func many() throws {
    let rows = (0..<30).map { _ in "A,B,?,1,working\n" }.joined()
    let detail = try refusal(Self.english + rows).detail
    #expect(detail.split(separator: "; ").count == 21)
    #expect(detail.hasPrefix("row 2, ") && detail.contains("row 21, ") && detail.hasSuffix("; and 10 more"))
  }

  @Test("no error repeats what an applicant wrote")
  func discreet() throws {
    let secret = "870914403109"
    let detail = try refusal("model,\(secret)\n\(secret),\(secret)\n").detail
    let cells = try refusal(Self.english + "\(secret),\(secret)\n\(secret),\(secret),\(secret)x,\(secret)x,\(secret)\n")
      .detail
    #expect(!detail.contains(secret) && !cells.contains(secret))
  }

  /// What stands below `english` and is no CSV.
  private static let malformed: [(rows: String, told: String)] = [
    ("A,\"B,1,1,working\n", "row 2: a quote that is not closed"),
    ("A,\"B\"C,1,1,working\n", "row 2: text after a closing quote"),
    ("A,B,1,1,working\nA,B\"C,1,1,working\n", "row 3: a quote within a field that is not quoted"),
    (String(repeating: ",", count: 64) + "\n", "row 2: more than 64 columns"),
    (String(repeating: "x", count: 4097), "row 2: a field of more than 4096 bytes"),
  ]

  @Test("what is no CSV is refused with its row", arguments: malformed)
  func notCSV(rows: String, told: String) throws {
    let error = try refusal(Self.english + rows)
    #expect(error.code == .csvMalformed && error.detail == told)
    #expect(error.place.offset != nil)
  }

  @Test("bytes that are not UTF-8, and too many, are refused")
  func bytes() throws {
    let latin = Array(Self.english.utf8) + [0xC0, 0xE0, 0x0A]
    #expect(try #require(throws: RegistryError.self) { try UnitListCSV(latin) }.detail == "not UTF-8")
    let long = [UInt8](repeating: 0x20, count: CSVTable.largestByteCount + 1)
    #expect(try #require(throws: RegistryError.self) { try UnitListCSV(long) }.code == .csvMalformed)
  }

  @Test("what an official will flag is remarked and read all the same")
  func remarks() throws {
    let csv = Self.english + "A,SN1,0,-1,working\nA,SN-А,1,1,working\n\nA,sn1,1,1,working\n"
    let list = try UnitListCSV(Array(csv.utf8))
    #expect(list.units.map(\.serialNumber) == ["SN1", "SN-А", "sn1"])
    #expect(
      list.remarks.map(\.kind) == [.notAboveZero, .notAboveZero, .serialNotASCII, .serialRepeated(row: 2)])
    #expect(list.remarks.map(\.row) == [2, 2, 3, 5])
    #expect(list.remarks.last?.description.hasPrefix("row 5, column serialNumber «Индивидуальный") == true)
  }

  @Test("a table cut off or damaged anywhere is read or refused, and nothing else")
  func damaged() throws {
    let whole = Array(
      "№;model;serialNumber;hashrateTHs;powerKW;condition\r\n1;\"A \"\"б\"\"\";S;1,5;2;working\r\n".utf8)
    let strange: [UInt8] = [0, 0x0A, 0x0D, 0x22, 0x2C, 0x3B, 0x80, 0xC3, 0xFF]
    for end in 0...whole.count {
      var tables = [Array(whole[..<end])]
      for byte in strange where end < whole.count {
        var table = whole
        table[end] = byte
        tables.append(table)
      }
      for table in tables {
        do {
          #expect(try UnitListCSV(table).units.count == 1)
        } catch {
          #expect([.csvMalformed, .unitListInvalid].contains(error.code))
        }
      }
    }
  }

  @Test(
    "a figure may have zeros behind its point, and a comma where semicolons separate",
    arguments: [
      ("110", false, "110"), ("110.0", false, "110"), ("110.50", false, "110.5"), ("0.0", false, "0"),
      ("100", true, "100"), ("3,250", true, "3.25"), ("0,016", true, "0.016"), ("-1,5", true, "-1.5"),
      ("3,25", false, nil), ("1.100,5", true, nil), ("007", false, nil), (".5", false, nil), ("5.", false, nil),
      ("", true, nil), ("+1", false, nil), ("1000000000000000", false, nil), ("1 100", true, nil),
    ] as [(String, Bool, String?)])
  func figures(text: String, comma: Bool, expected: String?) {
    #expect(UnitListReading.decimal(text, comma: comma)?.description == expected)
  }
}
