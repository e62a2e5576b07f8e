/// Takes bytes apart line by line: for texts such as C2SP's, in which every line ends in LF.
struct LineCursor {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// What has not been taken.
  var rest: ArraySlice<UInt8> { bytes[position...] }

  /// The next line without its LF; `nil` where no LF is left.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    defer { position = end + 1 }
    return bytes[position..<end]
  }

  /// Hashes in base64, one a line, up to the empty line behind them; `nil` for anything else and for more than `limit`.
  mutating func digestsUpToEmptyLine(limit: Int) -> [Digest]? {
    var digests: [Digest] = []
    while let line = next() {
      if line.isEmpty { return digests }
      guard digests.count < limit, let digest = Base64.standard.decode(line).flatMap({ Digest($0) }) else { return nil }
      digests.append(digest)
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// What follows a prefix; `nil` where the bytes do not begin with it.
  func dropping(prefix: String) -> ArraySlice<UInt8>? {
    starts(with: prefix.utf8) ? dropFirst(prefix.utf8.count) : nil
  }
}

extension UInt64 {
  /// A number in its one decimal spelling: ASCII digits, no leading zero; `nil` for anything else and beyond 64 bits.
  init?(decimal digits: some Collection<UInt8>) {
    guard let first = digits.first, digits.count == 1 || first != UInt8(ascii: "0") else { return nil }
    var number: UInt64 = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      let (tenfold, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(UInt64(digit - UInt8(ascii: "0")))
      guard !overflow, !carry else { return nil }
      number = sum
    }
    self = number
  }
}
