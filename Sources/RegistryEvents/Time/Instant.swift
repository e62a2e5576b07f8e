/// A moment in UTC, to the second, of the years 2000 to 9999: the only clock reading the journal knows
/// (format §2: `YYYY-MM-DDThh:mm:ssZ`).
///
/// Nothing here reads a clock. An instant comes from a line, or from the edge of a program that passes it in.
public struct Instant: Sendable, Hashable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
  public let secondsSinceEpoch: Int64

  /// An instant at a count of seconds since 1970-01-01T00:00:00Z; `nil` outside the years 2000 to 9999.
  public init?(secondsSinceEpoch seconds: Int64) {
    guard Instant.earliestSecond <= seconds, seconds <= Instant.latestSecond else { return nil }
    self.secondsSinceEpoch = seconds
  }

  /// 2000-01-01T00:00:00Z and 9999-12-31T23:59:59Z, the first and last instants that the format can write.
  static let earliestSecond: Int64 = 946_684_800
  static let latestSecond: Int64 = 253_402_300_799

  /// 2000-01-01T00:00:00Z, the first instant that the format can write.
  public static let earliest = Instant(clamping: earliestSecond)
  /// 9999-12-31T23:59:59Z, the last instant that the format can write.
  public static let latest = Instant(clamping: latestSecond)

  /// The instant nearest to a count of seconds, within the years 2000 to 9999.
  public init(clamping seconds: Int64) {
    self.secondsSinceEpoch = min(max(seconds, Instant.earliestSecond), Instant.latestSecond)
  }

  /// The instant `seconds` later (earlier if negative), clamped to the years 2000 to 9999.
  public func adding(seconds: Int64) -> Instant {
    let (sum, overflow) = secondsSinceEpoch.addingReportingOverflow(seconds)
    return Instant(clamping: overflow ? (seconds < 0 ? .min : .max) : sum)
  }

  /// Seconds from `other` to this instant; negative when this one is earlier.
  public func seconds(since other: Instant) -> Int64 { secondsSinceEpoch - other.secondsSinceEpoch }

  public static func < (left: Instant, right: Instant) -> Bool { left.secondsSinceEpoch < right.secondsSinceEpoch }
}

extension Instant {
  /// The number of bytes of an instant's one spelling.
  static let textLength = 20

  /// Reads the one spelling `YYYY-MM-DDThh:mm:ssZ`; `nil` for anything else, second 60 and unreal dates included.
  public init?(_ text: some StringProtocol) {
    var copy = Array(text.utf8)
    guard copy.count == Instant.textLength else { return nil }
    let parsed = copy.withUnsafeMutableBytes { Instant(ascii: UnsafeRawBufferPointer($0)) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads an instant from exactly twenty ASCII bytes.
  init?(ascii bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Instant.textLength,
      bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), bytes[10] == UInt8(ascii: "T"),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z")
    else { return nil }
    var bad = false
    func two(_ at: Int) -> Int {
      let tens = bytes[at] &- UInt8(ascii: "0")
      let ones = bytes[at &+ 1] &- UInt8(ascii: "0")
      if tens > 9 || ones > 9 { bad = true }
      return Int(tens) &* 10 &+ Int(ones)
    }
    let year = two(0) &* 100 &+ two(2)
    let month = two(5)
    let day = two(8)
    let hour = two(11)
    let minute = two(14)
    let second = two(17)
    guard !bad, year >= 2000, hour < 24, minute < 60, second < 60,
      let date = LocalDate(year: year, month: month, day: day)
    else { return nil }
    let seconds = Int64(date.daysSinceEpoch) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    self.init(secondsSinceEpoch: seconds)
  }
}

extension Instant: CustomStringConvertible {
  /// The format's one spelling, `YYYY-MM-DDThh:mm:ssZ`.
  public var description: String {
    let (year, month, day) = LocalDate(daysSinceEpoch: Int32(secondsSinceEpoch / 86_400)).parts
    let inDay = Int(secondsSinceEpoch % 86_400)
    // Unsafe: 14 digits and 6 marks are written, which is the capacity asked for.
    return String(unsafeUninitializedCapacity: Instant.textLength) { text in
      var count = 0
      func put(_ byte: UInt8) {
        text[count] = byte
        count += 1
      }
      func put(_ number: Int, _ mark: UInt8?) {
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
        put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
        if let mark { put(mark) }
      }
      put(year / 100, nil)
      put(year % 100, UInt8(ascii: "-"))
      put(month, UInt8(ascii: "-"))
      put(day, UInt8(ascii: "T"))
      put(inDay / 3600, UInt8(ascii: ":"))
      put(inDay / 60 % 60, UInt8(ascii: ":"))
      put(inDay % 60, UInt8(ascii: "Z"))
      return count
    }
  }
}

/// A number of 0 to 99 with a leading zero.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
