/// A column of a list of units (Appendix 3), by the name that an act gives its value.
enum UnitColumn: String, Sendable, CaseIterable {
  case number, model, serialNumber, hashrateTHs, powerKW, customsDeclaration, condition
  /// The two headings between which the form has the condition marked.
  case working, faulty

  /// The headings by which applicants call it, besides those of the law and the name itself; as ``key(_:)`` has them.
  private var shortTitles: [String] {
    switch self {
    case .number: return ["№", "№ п/п", "п/п", "реттік нөмірі", "р/с №"]
    case .model:
      return [
        "полное наименование", "полное наименование, марка, модель", "наименование", "марка, модель", "модель",
        "толық атауы", "толық атауы, маркасы, моделі", "моделі",
      ]
    case .serialNumber:
      return [
        "серийный номер", "индивидуальный серийный номер", "сериялық нөмірі", "жеке сериялық нөмірі", "serial number",
      ]
    case .hashrateTHs: return ["хешрейт", "hashrate"]
    case .powerKW: return ["қуаты", "power"]
    case .customsDeclaration:
      return ["гтд", "номер гтд", "номер таможенной декларации", "кеден декларациясының нөмірі", "customs declaration"]
    case .condition: return ["состояние", "жай-күйі"]
    case .working: return ["ақаусыз"]
    case .faulty: return ["ақаулы"]
    }
  }

  /// Every heading of every column, as ``key(_:)`` has it.
  static func keys(_ law: Provisions) -> [String: UnitColumn] {
    var keys: [String: UnitColumn] = [:]
    for column in allCases {
      for title in [column.rawValue] + column.shortTitles + column.officialTitles(law) { keys[key(title)] = column }
    }
    return keys
  }

  /// The heading that the law gives it: that of Appendix 3, whose Kazakh text is lacking, and Appendix 1's (reading I-09).
  private func officialTitles(_ law: Provisions) -> [String] {
    let forms = [3, 1].compactMap { appendix in law.forms.first { $0.appendix == appendix } }
    let fields = forms.compactMap { form in form.fields.first { $0.id == rawValue } }
    let choices = forms.first?.fields.first { $0.id == UnitColumn.condition.rawValue }?.choices ?? []
    switch self {
    case .working, .faulty: return choices.filter { $0.code == rawValue }.compactMap(\.title.ru)
    default: return fields.flatMap { [$0.title.ru, $0.title.kk] }.compactMap(\.self)
    }
  }

  /// How an error calls it: its name and its official title.
  func label(_ law: Provisions) -> String {
    officialTitles(law).first.map { "\(rawValue) «\($0)»" } ?? rawValue
  }

  /// A heading as headings are compared: in lower case, white space single, without a unit at its end.
  static func key(_ title: String) -> String {
    var key = title.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let units = ["th/s", "тн/с", "тн/s", "квт", "kw"]
    for unit in units.flatMap({ ["(\($0))", ", \($0)"] }) where key.hasSuffix(unit) { key.removeLast(unit.count) }
    while let last = key.last, last == " " || last == "." || last == ":" { key.removeLast() }
    return key
  }
}
