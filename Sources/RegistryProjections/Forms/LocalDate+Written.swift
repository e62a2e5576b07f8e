internal import RegistryEvents

extension LocalDate {
  /// The day as the forms write it: `«13» наурыз 2024 жыл`, `«13» марта 2024 года`.
  func written(in language: DocumentLanguage) -> String {
    let (year, month, day) = parts
    let name = LocalDate.months[month - 1]
    return "«\(twoFigures(day))» \(name[language]) \(year) \(language == .kk ? "жыл" : "года")"
  }

  /// The day in a column of the register: `13.03.2024`.
  var inFigures: String {
    let (year, month, day) = parts
    return "\(twoFigures(day)).\(twoFigures(month)).\(year)"
  }

  private static let months = [
    BilingualText(kk: "қаңтар", ru: "января"), BilingualText(kk: "ақпан", ru: "февраля"),
    BilingualText(kk: "наурыз", ru: "марта"), BilingualText(kk: "сәуір", ru: "апреля"),
    BilingualText(kk: "мамыр", ru: "мая"), BilingualText(kk: "маусым", ru: "июня"),
    BilingualText(kk: "шілде", ru: "июля"), BilingualText(kk: "тамыз", ru: "августа"),
    BilingualText(kk: "қыркүйек", ru: "сентября"), BilingualText(kk: "қазан", ru: "октября"),
    BilingualText(kk: "қараша", ru: "ноября"), BilingualText(kk: "желтоқсан", ru: "декабря"),
  ]
}

extension AstanaTime {
  /// A moment by Astana's clock: the day as the forms write it, and `23:59:59`.
  func written(_ instant: Instant, in language: DocumentLanguage) -> String {
    let second = secondOfDay(of: instant)
    let clock = [second / 3600, second / 60 % 60, second % 60].map(twoFigures).joined(separator: ":")
    return "\(date(of: instant).written(in: language)), \(clock)"
  }
}

private func twoFigures(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
