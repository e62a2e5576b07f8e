import RegistryEvents

/// What a generated journal is to be like. Two generators of equal settings write the same bytes.
struct GeneratorSettings: Sendable, Hashable {
  /// Everything invented follows from it.
  let seed: UInt64
  /// How many case files are opened; those that are open at the end stay open.
  let cases: Int
  /// The journal is opened on the first working day from this one on.
  let firstDay: LocalDate
  /// Nothing is recorded after this day.
  let lastDay: LocalDate
  /// How many units an application for inclusion lists on average, in tenths: 14 means 1.4. From 10 to 100.
  let unitsPerCaseTenths: Int
  /// How many cases of pools, licences and trusted products are opened beside them.
  let otherCases: Int
  /// The name of the journal (format §5).
  let origin: String

  /// A journal of the days from the first to the last.
  ///
  /// - Parameters:
  ///   - cases: from 0 to 100 million; what lies beyond becomes the nearest of these.
  ///   - origin: by default one that tells journals of different seeds and years apart.
  init(
    seed: UInt64 = 1, cases: Int, firstDay: LocalDate, lastDay: LocalDate, unitsPerCaseTenths: Int = 14,
    otherCases: Int = 0, origin: String? = nil
  ) {
    self.seed = seed
    self.cases = min(max(cases, 0), 100_000_000)
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.otherCases = min(max(otherCases, 0), 100_000_000)
    self.unitsPerCaseTenths = min(max(unitsPerCaseTenths, 10), 100)
    self.origin = origin ?? "apk.registry.example.kz/\(firstDay.parts.year).\(seed)"
  }

  /// A journal of whole years; years outside 2001 to 9998 become the nearest of these.
  init(
    seed: UInt64 = 1, cases: Int, years: ClosedRange<Int>, unitsPerCaseTenths: Int = 14, otherCases: Int = 0,
    origin: String? = nil
  ) {
    let years = years.clamped(to: 2001...9998)
    let epoch = LocalDate(daysSinceEpoch: 0)
    self.init(
      seed: seed, cases: cases, firstDay: LocalDate(year: years.lowerBound, month: 1, day: 1) ?? epoch,
      lastDay: LocalDate(year: years.upperBound, month: 12, day: 31) ?? epoch, unitsPerCaseTenths: unitsPerCaseTenths,
      otherCases: otherCases, origin: origin)
  }
}
