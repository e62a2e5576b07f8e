import RegistryEvents

/// What a generated journal is to be like. Two generators of equal settings write the same bytes.
struct GeneratorSettings: Sendable, Hashable {
  /// Everything invented follows from it.
  var seed: UInt64
  /// How many case files are opened; those that are open at the end stay open.
  var cases: Int
  /// The journal is opened on the first working day from this one on.
  var firstDay: LocalDate
  /// Nothing is recorded after this day.
  var lastDay: LocalDate
  /// How many units an application for inclusion lists on average, in tenths: 14 means 1.4. From 10 to 100.
  var unitsPerCaseTenths: Int
  /// The name of the journal (format §5).
  var origin: String

  /// A journal of the days from the first to the last.
  ///
  /// - Parameter origin: by default one that tells journals of different seeds and years apart.
  init(
    seed: UInt64 = 1, cases: Int, firstDay: LocalDate, lastDay: LocalDate, unitsPerCaseTenths: Int = 14,
    origin: String? = nil
  ) {
    self.seed = seed
    self.cases = cases
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.unitsPerCaseTenths = unitsPerCaseTenths
    self.origin = origin ?? "apk.registry.example.kz/\(firstDay.parts.year).\(seed)"
  }

  /// A journal of whole years; `nil` unless they are years of 2001 to 9998.
  init?(
    seed: UInt64 = 1, cases: Int, years: ClosedRange<Int>, unitsPerCaseTenths: Int = 14, origin: String? = nil
  ) {
    guard (2001...9998).contains(years.lowerBound), (2001...9998).contains(years.upperBound),
      let first = LocalDate(year: years.lowerBound, month: 1, day: 1),
      let last = LocalDate(year: years.upperBound, month: 12, day: 31)
    else { return nil }
    self.init(
      seed: seed, cases: cases, firstDay: first, lastDay: last, unitsPerCaseTenths: unitsPerCaseTenths, origin: origin)
  }
}
