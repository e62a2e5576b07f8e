public import RegistryEvents

/// Reads what a ``SnapshotWriter`` wrote; throws `malformed` at the end of the bytes.
public struct SnapshotReader: Sendable {
  private var rest: ArraySlice<UInt8>

  /// A reader of bytes.
  public init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Whether everything was read.
  public var isAtEnd: Bool { rest.isEmpty }

  private mutating func take(_ count: Int) throws(SnapshotError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw .malformed }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  /// A number that fits its type.
  public mutating func number<Number: FixedWidthInteger>(_ type: Number.Type = Number.self) throws(SnapshotError)
    -> Number
  {
    let word = try take(8).withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
    let number = Number.isSigned ? Number(exactly: Int64(bitPattern: word)) : Number(exactly: word)
    guard let number else { throw .malformed }
    return number
  }

  /// Bytes.
  public mutating func bytes() throws(SnapshotError) -> [UInt8] { Array(try take(number())) }

  /// Numbers.
  public mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type = Number.self
  ) throws(SnapshotError) -> [Number] {
    let count = try number(Int.self)
    let (size, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.stride)
    guard count >= 0, !overflows else { throw .malformed }
    let slice = try take(size)
    guard count > 0 else { return [] }
    // Unsafe: the slice has exactly `size` bytes, which is room for `count` numbers of any bits, and the buffer has room for as many.
    return [Number](unsafeUninitializedCapacity: count) { buffer, initialized in
      slice.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      for index in 0..<count { buffer[index] = Number(littleEndian: buffer[index]) }
      initialized = count
    }
  }

  /// A text.
  public mutating func text() throws(SnapshotError) -> String { String(decoding: try bytes(), as: UTF8.self) }

  /// A quantity.
  public mutating func quantity() throws(SnapshotError) -> Decimal {
    let low = try number(UInt64.self)
    let high = try number(UInt64.self)
    return Decimal(nanos: Int128(truncatingIfNeeded: UInt128(high) << 64 | UInt128(low)))
  }

  /// An id.
  public mutating func id() throws(SnapshotError) -> UUIDv7 { UUIDv7(high: try number(), low: try number()) }

  /// A list, each element read by a function.
  public mutating func list<Element>(
    _ read: (inout SnapshotReader) throws(SnapshotError) -> Element
  ) throws(SnapshotError) -> [Element] {
    let count = try number(Int.self)
    guard count >= 0, count <= rest.count else { throw .malformed }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }
}
