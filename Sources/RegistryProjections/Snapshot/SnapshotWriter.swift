public import RegistryEvents

/// Writes the parts of a state one after the other: numbers as eight bytes, lists behind their lengths, everything little-endian.
public struct SnapshotWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []

  /// A writer that has written nothing.
  public init() {}

  /// Writes a number.
  public mutating func write(_ number: some FixedWidthInteger) {
    var number = UInt64(truncatingIfNeeded: number).littleEndian
    withUnsafeBytes(of: &number) { bytes.append(contentsOf: $0) }
  }

  /// Writes bytes behind their count.
  public mutating func write(_ list: [UInt8]) {
    write(list.count)
    bytes.append(contentsOf: list)
  }

  /// Writes numbers behind their count.
  public mutating func write<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(numbers: [Number]) {
    write(numbers.count)
    numbers.map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Writes records, each as some numbers, behind their count.
  public mutating func write<Record, Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    records: [Record], _ numbers: (Record) -> [Number]
  ) {
    write(records.count)
    records.flatMap(numbers).map(\.littleEndian).withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  /// Writes a text.
  public mutating func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes a quantity.
  public mutating func write(_ quantity: Decimal) {
    write(UInt64(truncatingIfNeeded: quantity.nanos))
    write(UInt64(truncatingIfNeeded: quantity.nanos >> 64))
  }

  /// Writes an id.
  public mutating func write(_ id: UUIDv7) {
    write(id.high)
    write(id.low)
  }
}
