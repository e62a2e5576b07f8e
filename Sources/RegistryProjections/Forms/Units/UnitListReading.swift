internal import RegistryEvents

/// Reads the rows of a table into units, and notes what is wrong with them.
struct UnitListReading {
  let header: UnitListHeader
  let law: Provisions
  let hasDecimalComma: Bool
  private(set) var units: [Unit] = []
  private(set) var problems: UnitListProblems
  private(set) var remarks: [UnitListRemark] = []
  /// The row of each serial number, by its upper case.
  private var serials: [String: Int] = [:]

  init(header: UnitListHeader, law: Provisions, hasDecimalComma: Bool) {
    self.header = header
    self.law = law
    self.hasDecimalComma = hasDecimalComma
    problems = UnitListProblems(law: law)
  }

  /// Notes a problem.
  mutating func add(_ text: String, row: Int, _ column: UnitColumn? = nil) {
    problems.add(text, row: row, column)
  }

  /// Reads a row; one without any text is passed over.
  mutating func read(_ row: [String], number: Int) {
    if row.allSatisfy({ UnitListHeader.trimmed($0).isEmpty }) { return }
    guard units.count < UnitListCSV.largestUnitCount else {
      return add("more than \(UnitListCSV.largestUnitCount) units", row: number)
    }
    if row.count > header.count { add("more columns than headings", row: number) }
    let place = units.count + 1
    let stated = header.cell(.number, of: row)
    if header.has(.number), stated != "\(place)" {
      add("not \(place), the unit's place in the list", row: number, .number)
    }
    let before = problems.count
    let unit = Unit(
      condition: condition(of: row, number), customsDeclaration: declaration(of: row, number),
      hashrateTHs: figure(.hashrateTHs, of: row, number), model: text(.model, 512, of: row, number),
      powerKW: figure(.powerKW, of: row, number), serialNumber: text(.serialNumber, 128, of: row, number))
    if problems.count == before { remark(on: unit, row: number) }
    units.append(unit)
  }

  private mutating func text(_ column: UnitColumn, _ longest: Int, of row: [String], _ number: Int) -> String {
    let text = header.cell(column, of: row)
    if text.isEmpty {
      add("empty", row: number, column)
    } else if text.utf8.count > longest {
      add("longer than \(longest) bytes", row: number, column)
    } else if !text.unicodeScalars.allSatisfy(UnitListReading.isAllowed) {
      add("a line break or another character that is none to be read", row: number, column)
    }
    return text
  }

  /// Neither a control character nor a noncharacter.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory != .control && !scalar.properties.isNoncharacterCodePoint
  }

  private mutating func declaration(of row: [String], _ number: Int) -> String? {
    guard !header.cell(.customsDeclaration, of: row).isEmpty else { return nil }
    return text(.customsDeclaration, 128, of: row, number)
  }

  private mutating func figure(_ column: UnitColumn, of row: [String], _ number: Int) -> Decimal {
    let cell = header.cell(column, of: row)
    if let figure = UnitListReading.decimal(cell, comma: hasDecimalComma) { return figure }
    let mark = hasDecimalComma ? "a comma or point" : "a point"
    add(cell.isEmpty ? "empty" : "not a decimal of digits and \(mark)", row: number, column)
    return .zero
  }

  /// A figure as people write it: zeros may stand at the end of its fraction.
  static func decimal(_ text: String, comma: Bool) -> Decimal? {
    var point = text
    if comma { point = String(text.unicodeScalars.map { $0 == "," ? "." : Character($0) }) }
    if point.utf8.contains(UInt8(ascii: ".")), point.utf8.last == UInt8(ascii: "0") {
      while point.utf8.last == UInt8(ascii: "0") { point.removeLast() }
      if point.utf8.last == UInt8(ascii: ".") { point.removeLast() }
    }
    return Decimal(point)
  }

  private mutating func condition(of row: [String], _ number: Int) -> UnitCondition {
    if header.has(.condition) {
      let word = header.cell(.condition, of: row).lowercased()
      if let condition = UnitListReading.conditions[word] { return condition }
      add(word.isEmpty ? "empty" : "neither исправное nor неисправное", row: number, .condition)
      return .faulty
    }
    let marks = [UnitColumn.working, .faulty].map { header.cell($0, of: row).lowercased() }
    let isMarked = marks.map { !UnitListReading.notMarked.contains($0) }
    if isMarked[0] == isMarked[1] { add("mark one of исправное and неисправное", row: number, .condition) }
    return isMarked[0] ? .working : .faulty
  }

  /// The words for a condition.
  private static let conditions: [String: UnitCondition] = [
    "исправное": .working, "исправный": .working, "исправен": .working, "исправно": .working, "ақаусыз": .working,
    UnitCondition.working.rawValue: .working,
    "неисправное": .faulty, "неисправный": .faulty, "неисправен": .faulty, "неисправно": .faulty, "ақаулы": .faulty,
    UnitCondition.faulty.rawValue: .faulty,
  ]

  /// What stands in a cell that is not marked.
  private static let notMarked: Set<String> = ["", "-", "–", "—", "0", "нет", "жоқ", "no"]

  private mutating func remark(on unit: Unit, row: Int) {
    func note(_ kind: UnitListRemark.Kind, _ column: UnitColumn) {
      guard remarks.count < UnitListCSV.largestRemarkCount else { return }
      remarks.append(UnitListRemark(kind: kind, row: row, column: column.label(law)))
    }
    if unit.hashrateTHs <= .zero { note(.notAboveZero, .hashrateTHs) }
    if unit.powerKW <= .zero { note(.notAboveZero, .powerKW) }
    guard unit.serialNumber.utf8.allSatisfy({ 0x21 <= $0 && $0 < 0x7F }) else {
      return note(.serialNotASCII, .serialNumber)
    }
    if let earlier = serials.updateValue(row, forKey: unit.serialNumber.uppercased()) {
      note(.serialRepeated(row: earlier), .serialNumber)
    }
  }
}
