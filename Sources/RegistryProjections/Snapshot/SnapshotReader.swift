public import RegistryEvents

/// The bytes that a snapshot is read from.
public struct SnapshotSource: Sendable {
  /// How many they are.
  let size: Int
  let read: @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int?

  /// - Parameters:
  ///   - size: the number of bytes.
  ///   - read: fills a buffer with the bytes from a place on, as far as it can, and answers how many those are, 0 at the end; `nil` where
  ///     they cannot be read.
  public init(size: Int, read: @escaping @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int?) {
    self.size = size
    self.read = read
  }

  /// Bytes in memory.
  public init(_ bytes: [UInt8]) {
    self.init(size: bytes.count) { place, buffer in
      let part = bytes.dropFirst(place).prefix(buffer.count)
      buffer.copyBytes(from: part)
      return part.count
    }
  }
}

/// Reads what a ``SnapshotWriter`` wrote, from the first byte to the last; throws `malformed` at the end of the bytes.
///
/// Long lists are read into their own memory and hashed on another thread meanwhile.
public struct SnapshotReader: Sendable {
  private let source: SnapshotSource
  private let end: Int
  private let hash = BackgroundSHA256()
  /// Up to where the source was read.
  private var place: Int
  /// What was read and not taken yet.
  private var window: ArraySlice<UInt8> = []

  private static let windowSize = 64 << 10

  /// - Parameter range: which of the source's bytes to read.
  init(_ source: SnapshotSource, in range: Range<Int>) {
    self.source = source
    place = range.lowerBound
    end = range.upperBound
  }

  /// A reader of bytes.
  public init(_ bytes: [UInt8]) { self.init(SnapshotSource(bytes), in: 0..<bytes.count) }

  /// Whether everything was read.
  public var isAtEnd: Bool { rest == 0 }

  private var rest: Int { window.count + end - place }

  /// Numbers whose first bytes are in the window, and the others the next of the source. There is room behind them for what a state adds to
  /// them, so that its first addition does not move them all.
  private mutating func load<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ count: Int
  ) throws(SnapshotError) -> [Number] {
    var problem: SnapshotError?
    let (source, place) = (source, place)
    let first = window.prefix(count * MemoryLayout<Number>.stride)
    // Unsafe: the buffer has room for `count` numbers, of any bits, and they are initialized once all of their bytes were copied and read.
    let numbers = [Number](unsafeUninitializedCapacity: count + count / 16) { buffer, initialized in
      let bytes = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
      LargePages.advise(bytes)
      bytes.copyBytes(from: first)
      var filled = first.count
      while filled < bytes.count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: bytes[filled...])
        guard let read = source.read(place + filled - first.count, rest), read > 0 else {
          problem = .unreadable
          return
        }
        filled += read
      }
      for index in 0..<count { buffer[index] = Number(littleEndian: buffer[index]) }
      initialized = count
    }
    if let problem { throw problem }
    let size = count * MemoryLayout<Number>.stride
    window = window.dropFirst(first.count)
    if first.count < size {
      self.place += size - first.count
      hash.update(numbers, after: first.count)
    }
    return numbers
  }

  /// Has so many bytes in the window.
  private mutating func fill(_ count: Int) throws(SnapshotError) {
    guard count > window.count else { return }
    let more = min(max(count - window.count, SnapshotReader.windowSize), end - place)
    window = try load(window.count + more)[...]
  }

  private mutating func take(_ count: Int) throws(SnapshotError) -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest else { throw .malformed }
    try fill(count)
    defer { window = window.dropFirst(count) }
    return window.prefix(count)
  }

  /// The bytes that are left.
  mutating func remainder() throws(SnapshotError) -> [UInt8] { Array(try take(rest)) }

  /// Takes what is left, and answers the digest of all bytes.
  ///
  /// - Throws: `unreadable`.
  mutating func finish() throws(SnapshotError) -> Digest {
    while !isAtEnd { _ = try take(min(rest, SnapshotReader.windowSize)) }
    do throws(RegistryError) { return try hash.digest() } catch { throw .unreadable }
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
  public mutating func bytes() throws(SnapshotError) -> [UInt8] { try numbers() }

  /// Numbers.
  public mutating func numbers<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    _ type: Number.Type = Number.self
  ) throws(SnapshotError) -> [Number] {
    let count = try number(Int.self)
    let (size, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Number>.stride)
    guard count >= 0, !overflows, size <= rest else { throw .malformed }
    if size < SnapshotReader.windowSize { try fill(size) }
    return try load(count)
  }

  /// Records of so many numbers each, one after the other in a short window, so that they need no memory but that which they are put into.
  ///
  /// - Parameter begin: is given the count of the records before the first of them.
  public mutating func records<Number: FixedWidthInteger & BitwiseCopyable & Sendable>(
    of size: Int, _ type: Number.Type, begin: (Int) -> Void,
    _ body: (SnapshotRecord<Number>) throws(SnapshotError) -> Void
  ) throws(SnapshotError) {
    var count = try number(Int.self)
    let stride = size * MemoryLayout<Number>.stride
    guard count >= 0, count <= rest / stride else { throw .malformed }
    begin(count)
    while count > 0 {
      try fill(stride)
      let there = min(count, window.count / stride)
      try take(there * stride).withUnsafeBytes { bytes in
        Result { () throws(SnapshotError) in
          for index in 0..<there {
            try body(
              SnapshotRecord(bytes: UnsafeRawBufferPointer(rebasing: bytes[(index * stride)..<((index + 1) * stride)])))
          }
        }
      }.get()
      count -= there
    }
  }

  /// A text.
  public mutating func text() throws(SnapshotError) -> String {
    String(decoding: try take(number()), as: UTF8.self)
  }

  /// A quantity.
  public mutating func quantity() throws(SnapshotError) -> Decimal {
    let low = try number(UInt64.self)
    let high = try number(UInt64.self)
    return Decimal(nanos: Int128(truncatingIfNeeded: UInt128(high) << 64 | UInt128(low)))
  }

  /// An id.
  public mutating func id() throws(SnapshotError) -> UUIDv7 { UUIDv7(high: try number(), low: try number()) }

  /// The number of elements that follow, each of a byte at least.
  mutating func count() throws(SnapshotError) -> Int {
    let count = try number(Int.self)
    guard count >= 0, count <= rest else { throw .malformed }
    return count
  }

  /// A list, each element read by a function.
  public mutating func list<Element>(
    _ read: (inout SnapshotReader) throws(SnapshotError) -> Element
  ) throws(SnapshotError) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }
}

/// A record of numbers, valid while it is being handed over.
public struct SnapshotRecord<Number: FixedWidthInteger & BitwiseCopyable> {
  // Unsafe: bytes that the reader lends for the call.
  fileprivate let bytes: UnsafeRawBufferPointer

  /// A number of the record, from 0.
  public subscript(index: Int) -> Number {
    Number(littleEndian: bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Number>.stride, as: Number.self))
  }
}
