internal import RegistryEvents

/// A table read from CSV (RFC 4180) as people's programs write it: a byte-order mark is passed over, fields are separated by commas or
/// semicolons, rows end in CRLF, LF or CR.
struct CSVTable: Sendable {
  /// The most that is read.
  static let largestByteCount = 16 << 20
  static let largestFieldByteCount = 4096
  static let largestColumnCount = 64

  /// What stands between fields: `,` or `;`.
  let separator: UInt8
  /// The fields of each row, in the order of the table. Row n of a spreadsheet is at n − 1.
  let rows: [[String]]

  /// Reads a table. The semicolon separates where the first row has one outside quotes.
  ///
  /// - Throws: `csv-malformed` with the row, and the offset of the byte concerned.
  init(_ bytes: [UInt8]) throws(RegistryError) {
    guard bytes.count <= CSVTable.largestByteCount else {
      throw RegistryError(.csvMalformed, detail: "more than \(CSVTable.largestByteCount) bytes")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw RegistryError(.csvMalformed, detail: "not UTF-8")
    }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let separator = CSVTable.separator(of: bytes[start...])
    var scanner = Scanner(bytes: bytes, at: start, separator: separator)
    var rows: [[String]] = []
    while let row = try scanner.row(number: rows.count + 1) { rows.append(row) }
    self.separator = separator
    self.rows = rows
  }

  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    var isQuoted = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ";") where !isQuoted: return byte
      case 0x0A where !isQuoted, 0x0D where !isQuoted: return UInt8(ascii: ",")
      default: break
      }
    }
    return UInt8(ascii: ",")
  }

  private struct Scanner {
    let bytes: [UInt8]
    var at: Int
    let separator: UInt8

    private var current: UInt8? { at < bytes.count ? bytes[at] : nil }
    private var isAtEndOfField: Bool {
      guard let current else { return true }
      return current == separator || current == 0x0A || current == 0x0D
    }

    /// The next row; `nil` at the end. A line break at the very end begins no further row.
    mutating func row(number: Int) throws(RegistryError) -> [String]? {
      guard at < bytes.count else { return nil }
      var fields: [String] = []
      while true {
        guard fields.count < CSVTable.largestColumnCount else {
          throw error(number, "more than \(CSVTable.largestColumnCount) columns")
        }
        fields.append(try field(row: number))
        guard current == separator else { break }
        at += 1
      }
      if current == 0x0D { at += 1 }
      if current == 0x0A { at += 1 }
      return fields
    }

    private mutating func field(row: Int) throws(RegistryError) -> String {
      let start = at
      var text: [UInt8] = []
      if current == UInt8(ascii: "\"") {
        at += 1
        while true {
          guard let byte = current else {
            at = start
            throw error(row, "a quote that is not closed")
          }
          at += 1
          if byte == UInt8(ascii: "\"") {
            guard current == byte else { break }
            at += 1
          }
          text.append(byte)
        }
        guard isAtEndOfField else { throw error(row, "text after a closing quote") }
      } else {
        while let byte = current, !isAtEndOfField {
          guard byte != UInt8(ascii: "\"") else { throw error(row, "a quote within a field that is not quoted") }
          text.append(byte)
          at += 1
        }
      }
      guard text.count <= CSVTable.largestFieldByteCount else {
        at = start
        throw error(row, "a field of more than \(CSVTable.largestFieldByteCount) bytes")
      }
      return String(decoding: text, as: UTF8.self)
    }

    private func error(_ row: Int, _ what: String) -> RegistryError {
      RegistryError(.csvMalformed, at: Place(offset: at), detail: "row \(row): \(what)")
    }
  }
}
