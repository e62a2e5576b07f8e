import RegistryEvents

/// Units of one model that came into the country together: what an application lists. A unit is computed when it is
/// asked for, so that a lot of hundreds weighs no more than a lot of one.
struct HardwareLot: Sendable, Hashable {
  /// The index of the model.
  var model: Int
  /// The counter of the first unit; counters are never given out twice.
  var firstUnit: Int
  /// How many there are.
  var count: Int
  /// The number of the customs declaration (ГТД).
  var customsDeclaration: String

  var device: DeviceModel { DeviceModel.at(model) }

  /// The serial number of a unit of the lot, from 0.
  func serialNumber(_ index: Int) -> String { device.serialNumber(of: firstUnit + index) }

  /// The rows of Appendix 3 for some units of the lot.
  func units(_ range: Range<Int>) -> [Unit] {
    range.map { index in
      // Every thirty-seventh machine of the world is faulty.
      Unit(
        condition: (firstUnit + index) % 37 == 36 ? .faulty : .working, customsDeclaration: customsDeclaration,
        hashrateTHs: device.hashrateTHs, model: device.name, powerKW: device.powerKW, serialNumber: serialNumber(index))
    }
  }

  /// Some units of the lot, as a lot.
  func slice(_ range: Range<Int>) -> HardwareLot {
    HardwareLot(
      model: model, firstUnit: firstUnit + range.lowerBound, count: range.count, customsDeclaration: customsDeclaration)
  }

  /// The number of a customs declaration of a day.
  static func customsDeclaration(of date: LocalDate, _ random: inout SeededRandom) -> String {
    let (year, month, day) = date.parts
    let post = random.pick(["55302", "55301", "50400", "57000", "39300"], or: "55302")
    return "\(post)/\(padded(day, to: 2))\(padded(month, to: 2))\(padded(year % 100, to: 2))/"
      + padded(random.below(10_000_000), to: 7)
  }

  /// Codes of ТН ВЭД that stand in for a ruling that is not known.
  static let tnvedCodes = ["8543708000", "8471500000"]
}
