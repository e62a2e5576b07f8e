import RegistryEvents

/// A model of mining hardware that is sold, with its nominal figures.
///
/// Figures: asicWattList.ts of nhamilton1/asics-tools and src/models.ts of cyberlais/bit-cube.new; powers of the S21 family from a
/// public power table.
struct DeviceModel: Sendable, Hashable {
  /// Maker, model and nominal hash rate.
  let name: String
  let maker: Maker
  /// TH/s.
  let hashrateTHs: Decimal
  /// kW.
  let powerKW: Decimal
  /// What serial numbers of this model begin with.
  let serialPrefix: String

  /// Who makes it.
  enum Maker: Sendable { case bitmain, microBT, canaan }

  /// `nil` unless the figures are decimals of the format.
  private init?(_ maker: Maker, _ name: String, _ hashrate: String, watts: Int, _ serialPrefix: String) {
    guard let hashrate = Decimal(hashrate), let power = DeviceModel.kilowatts(watts) else { return nil }
    let brand =
      switch maker {
      case .bitmain: "Bitmain Antminer"
      case .microBT: "MicroBT Whatsminer"
      case .canaan: "Canaan AvalonMiner"
      }
    self.name = "\(brand) \(name) (\(hashrate) TH/s)"
    self.maker = maker
    hashrateTHs = hashrate
    powerKW = power
    self.serialPrefix = serialPrefix
  }

  private static func kilowatts(_ watts: Int) -> Decimal? {
    var fraction = padded(watts % 1000, to: 3)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return Decimal(fraction.isEmpty ? "\(watts / 1000)" : "\(watts / 1000).\(fraction)")
  }

  /// The serial number of a unit. Units of different counters never share one.
  func serialNumber(of counter: Int) -> String {
    switch maker {
    case .bitmain: return serialPrefix + DeviceModel.letters(counter / 100_000) + padded(counter % 100_000, to: 5)
    case .microBT: return serialPrefix + padded(counter / 1_000_000 + 11, to: 4) + padded(counter % 1_000_000, to: 6)
    case .canaan: return serialPrefix + padded(counter, to: 10)
    }
  }

  /// Six letters, of which the last four count.
  private static func letters(_ number: Int) -> String {
    let alphabet = Array("ABCDEFGHJKLMNPRSTUVWXYZ")
    var left = number
    var text = ""
    for _ in 0..<4 {
      text = String(alphabet[left % alphabet.count]) + text
      left /= alphabet.count
    }
    return "BE" + text
  }

  /// The models, each once.
  static let all: [DeviceModel] = [
    DeviceModel(.bitmain, "S9", "13.5", watts: 1323, "JAMS9"),
    DeviceModel(.bitmain, "S17e", "64", watts: 2880, "S17EK"),
    DeviceModel(.bitmain, "S19", "95", watts: 3250, "SMTTY"),
    DeviceModel(.bitmain, "S19 Pro", "110", watts: 3250, "NGSBD"),
    DeviceModel(.bitmain, "S19j Pro", "100", watts: 3050, "PIEMD"),
    DeviceModel(.bitmain, "S19j Pro", "104", watts: 3068, "PIEME"),
    DeviceModel(.bitmain, "S19j Pro", "96", watts: 2832, "PIEMC"),
    DeviceModel(.bitmain, "S19j Pro+", "117", watts: 3218, "JYZZB"),
    DeviceModel(.bitmain, "S19a", "96", watts: 3312, "S19AH"),
    DeviceModel(.bitmain, "S19a Pro", "110", watts: 3245, "S19AP"),
    DeviceModel(.bitmain, "S19k Pro", "120", watts: 2760, "YNAHD"),
    DeviceModel(.bitmain, "S19k Pro", "115", watts: 2645, "YNAHC"),
    DeviceModel(.bitmain, "S19 XP", "140", watts: 3010, "HKYDR"),
    DeviceModel(.bitmain, "S21", "200", watts: 3500, "JYBBD"),
    DeviceModel(.bitmain, "T21", "190", watts: 3610, "T21BK"),
    DeviceModel(.bitmain, "S21 Pro", "234", watts: 3510, "S21PR"),
    DeviceModel(.bitmain, "S21 Hyd", "335", watts: 5360, "S21HY"),
    DeviceModel(.microBT, "M20S", "62", watts: 2976, "HTM20SX"),
    DeviceModel(.microBT, "M30S", "88", watts: 3344, "HTM30SX"),
    DeviceModel(.microBT, "M30S+", "100", watts: 3400, "HTM31PX"),
    DeviceModel(.microBT, "M30S++", "106", watts: 3472, "HTM32QX"),
    DeviceModel(.microBT, "M31S+", "80", watts: 3360, "HTM33SX"),
    DeviceModel(.microBT, "M50", "118", watts: 3422, "HTM50VX"),
    DeviceModel(.microBT, "M56S++", "242", watts: 5324, "HTM56HX"),
    DeviceModel(.canaan, "1066", "50", watts: 3250, "201910"),
    DeviceModel(.canaan, "1166 Pro", "81", watts: 3402, "202011"),
    DeviceModel(.canaan, "1246", "90", watts: 3420, "202112"),
    DeviceModel(.canaan, "A1346", "107", watts: 3250, "202213"),
  ].compactMap { $0 }

  /// A model that stands in for one by an index that is out of range.
  static func at(_ index: Int) -> DeviceModel { all[((index % all.count) + all.count) % all.count] }
}
