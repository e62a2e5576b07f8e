/// A decimal quantity as the journal writes it: a string such as `"95.5"` (format §2), at most fifteen digits before
/// the point and nine after it. Sums are exact.
public struct Decimal: Sendable, Hashable, Comparable {
  /// The quantity in units of 10^−9.
  package let nanos: Int128

  /// Zero.
  public static let zero = Decimal(nanos: 0)

  package init(nanos: Int128) { self.nanos = nanos }

  /// A whole number.
  public init(_ whole: Int) { nanos = Int128(whole) * 1_000_000_000 }

  /// Reads `0|-?(0\.[0-9]{0,8}[1-9]|[1-9][0-9]{0,14}(\.[0-9]{0,8}[1-9])?)` as a whole; `nil` for anything else.
  public init?(_ text: some StringProtocol) {
    var copy = Array(text.utf8)
    let parsed = copy.withUnsafeMutableBytes { Decimal(ascii: UnsafeRawBufferPointer($0)) }
    guard let parsed else { return nil }
    self = parsed
  }

  package init?(ascii bytes: UnsafeRawBufferPointer) {
    if bytes.count == 1, bytes[0] == UInt8(ascii: "0") {
      self = .zero
      return
    }
    var at = 0
    let negative = bytes.first == UInt8(ascii: "-")
    if negative { at = 1 }
    var whole: UInt64 = 0
    let wholeStart = at
    while at < bytes.count, let digit = Decimal.digit(bytes[at]) {
      guard at - wholeStart < 15 else { return nil }
      whole = whole * 10 + UInt64(digit)
      at += 1
    }
    let wholeLength = at - wholeStart
    guard wholeLength > 0, wholeLength == 1 || bytes[wholeStart] != UInt8(ascii: "0") else { return nil }
    var fraction: UInt64 = 0
    if at < bytes.count {
      guard bytes[at] == UInt8(ascii: ".") else { return nil }
      at += 1
      let fractionStart = at
      while at < bytes.count, let digit = Decimal.digit(bytes[at]) {
        guard at - fractionStart < 9 else { return nil }
        fraction = fraction * 10 + UInt64(digit)
        at += 1
      }
      guard at == bytes.count, at > fractionStart, bytes[at - 1] != UInt8(ascii: "0") else { return nil }
      for _ in (at - fractionStart)..<9 { fraction *= 10 }
    } else if whole == 0 {
      return nil
    }
    let magnitude = Int128(whole) * 1_000_000_000 + Int128(fraction)
    nanos = negative ? -magnitude : magnitude
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    let value = byte &- UInt8(ascii: "0")
    return value <= 9 ? value : nil
  }

  public static func < (left: Decimal, right: Decimal) -> Bool { left.nanos < right.nanos }
  public static func + (left: Decimal, right: Decimal) -> Decimal { Decimal(nanos: left.nanos + right.nanos) }
  public static func - (left: Decimal, right: Decimal) -> Decimal { Decimal(nanos: left.nanos - right.nanos) }
  public static func += (left: inout Decimal, right: Decimal) { left = left + right }
  public static func -= (left: inout Decimal, right: Decimal) { left = left - right }
}

extension Decimal: CustomStringConvertible {
  /// The format's one spelling, without trailing zeros.
  public var description: String {
    let magnitude = nanos.magnitude
    let whole = magnitude / 1_000_000_000
    let fraction = magnitude % 1_000_000_000
    var text = (nanos < 0 ? "-" : "") + "\(whole)"
    if fraction > 0 {
      var digits = "\(fraction)"
      digits = String(repeating: "0", count: 9 - digits.utf8.count) + digits
      while digits.hasSuffix("0") { digits.removeLast() }
      text += "." + digits
    }
    return text
  }
}
