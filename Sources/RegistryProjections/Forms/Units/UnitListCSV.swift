public import RegistryEvents

/// A list of units (Appendix 3) as applicants have it: a CSV table with headings in Russian, Kazakh or by the names of an act's
/// members.
///
/// Read are the columns №, model, serial number, hash rate, power, customs declaration, and the condition as a word or as a mark
/// under *исправное* or *неисправное*. № and the customs declaration may be left out. A decimal comma is taken where semicolons
/// separate.
public struct UnitListCSV: Sendable, Hashable {
  /// The most rows with a unit.
  public static let largestUnitCount = 1_000_000
  /// The most remarks that are kept.
  public static let largestRemarkCount = 1000

  /// The units, in the order of the rows.
  public let units: [Unit]
  /// What may be filed and will not be included as it is; of more than ``largestRemarkCount`` the first.
  public let remarks: [UnitListRemark]

  /// Reads a table.
  ///
  /// - Throws: `csv-malformed` where it is no table; `unit-list-invalid` where a cell is not what its column asks, with the row (the
  ///   headings are row 1) and the column of each of the first twenty.
  public init(_ bytes: some Collection<UInt8>, rules: RuleBook = .standard) throws(RegistryError) {
    let table = try CSVTable(Array(bytes))
    let edition = rules.regulation(area: HardwareWording.area)?.editions.last { $0.provisions != nil }
    guard let law = edition?.provisions else { throw RegistryError(.editionUnknown) }
    let header = try UnitListHeader(table.rows.first ?? [], law)
    var reading = UnitListReading(header: header, law: law, hasDecimalComma: table.separator == UInt8(ascii: ";"))
    for (index, row) in table.rows.enumerated().dropFirst() { reading.read(row, number: index + 1) }
    if reading.units.isEmpty { reading.add("no row below the headings", row: 1) }
    if let refusal = reading.problems.refusal { throw refusal }
    units = reading.units
    remarks = reading.remarks
  }
}

/// What an official will find wrong with a unit that may be filed all the same.
public struct UnitListRemark: Sendable, Hashable, CustomStringConvertible {
  /// What it is.
  public enum Kind: Sendable, Hashable {
    /// The serial number is that of an earlier row.
    case serialRepeated(row: Int)
    /// The serial number is not printable ASCII without spaces, so that the unit cannot be included (format §2).
    case serialNotASCII
    /// The figure is not above zero.
    case notAboveZero
  }

  /// What it is.
  public let kind: Kind
  /// The row; the headings are row 1.
  public let row: Int
  /// The column's name and official title.
  public let column: String

  /// `row 5, column serialNumber «…»: …`.
  public var description: String {
    let what: String
    switch kind {
    case .serialRepeated(let row): what = "the serial number of row \(row) again"
    case .serialNotASCII: what = "not printable ASCII without spaces, as serial numbers are compared"
    case .notAboveZero: what = "not above zero"
    }
    return "row \(row), column \(column): \(what)"
  }
}
