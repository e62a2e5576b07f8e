extension StringFormat {
  /// Whether the characters of a string, escapes resolved or absent, are of this format.
  func accepts(_ characters: UnsafeRawBufferPointer) -> Bool {
    switch self {
    case .text(let lengths): return lengths.contains(characters.count)
    case .instant: return Instant(ascii: characters) != nil
    case .date: return LocalDate(ascii: characters) != nil
    case .decimal: return Decimal(ascii: characters) != nil
    case .uuid: return UUIDv7(ascii: characters) != nil
    case .sha256: return Digest(hex: characters, 0..<characters.count) != nil
    case .thumbprint: return characters.count == 43 && StringFormat.isBase64url(characters)
    case .caseNumber:
      return (1...64).contains(characters.count) && StringFormat.isLetterOrDigit(characters[0])
        && characters.allSatisfy { StringFormat.isPathCharacter($0) || $0 == UInt8(ascii: "/") }
    case .actType:
      guard characters.count <= 64, let dot = characters.firstIndex(of: UInt8(ascii: ".")) else { return false }
      return StringFormat.isCamelCase(characters, 0..<dot)
        && StringFormat.isCamelCase(characters, (dot + 1)..<characters.count)
    case .origin: return StringFormat.isOrigin(characters)
    case .role: return characters.count <= 64 && StringFormat.isCamelCase(characters, 0..<characters.count)
    case .base64url(let longest):
      return (2...longest).contains(characters.count) && StringFormat.isBase64url(characters)
    }
  }

  /// The format as a regular expression of JSON Schema (ECMA-262), `nil` where there is none.
  var pattern: String? {
    switch self {
    case .text: return nil
    case .instant: return "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
    case .date: return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    case .decimal: return "^(0|-?(0\\.[0-9]{0,8}[1-9]|[1-9][0-9]{0,14}(\\.[0-9]{0,8}[1-9])?))$"
    case .uuid: return "^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"
    case .sha256: return "^[0-9a-f]{64}$"
    case .thumbprint: return "^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$"
    case .caseNumber: return "^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$"
    case .actType: return "^[a-z][A-Za-z0-9]*\\.[a-z][A-Za-z0-9]*$"
    case .origin: return "^[a-z0-9][a-z0-9.-]*(/[A-Za-z0-9._-]+)*$"
    case .role: return "^[a-z][A-Za-z0-9]*$"
    case .base64url: return "^[A-Za-z0-9_-]+$"
    }
  }

  /// The largest number of bytes, where the pattern does not say.
  var longest: Int? {
    switch self {
    case .text(let lengths): return lengths.upperBound
    case .actType, .role: return 64
    case .origin: return 128
    case .base64url(let longest): return longest
    default: return nil
    }
  }

  /// Whether the characters are unpadded base64url in its one spelling: unused bits zero.
  static func isBase64url(_ characters: UnsafeRawBufferPointer) -> Bool {
    guard characters.count % 4 != 1 else { return false }
    var index = 0
    while characters.count &- index >= ByteVector.count {
      guard ByteVector.first(ByteVector.notBase64url(ByteVector.load(characters, at: index))) == ByteVector.count else {
        return false
      }
      index &+= ByteVector.count
    }
    while index < characters.count {
      guard sextet(characters[index]) != nil else { return false }
      index &+= 1
    }
    return endsAsBase64url(characters)
  }

  /// Whether the length is one of base64url, and the bits of the last character that spell nothing are zero.
  @inline(__always)
  static func endsAsBase64url(_ characters: UnsafeRawBufferPointer) -> Bool {
    guard characters.count % 4 != 1 else { return false }
    guard let last = characters.last.flatMap(sextet) else { return true }
    switch characters.count % 4 {
    case 2: return last & 0x0F == 0
    case 3: return last & 0x03 == 0
    default: return true
    }
  }

  @inline(__always)
  static func sextet(_ character: UInt8) -> UInt8? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return character - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return character - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return character - UInt8(ascii: "0") + 52
    case UInt8(ascii: "-"): return 62
    case UInt8(ascii: "_"): return 63
    default: return nil
    }
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10
  }

  /// Letters, digits, `.`, `_` and `-`.
  @inline(__always)
  private static func isPathCharacter(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  @inline(__always)
  private static func isCamelCase(_ characters: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, characters[range.lowerBound] &- UInt8(ascii: "a") < 26 else { return false }
    for index in range where !isLetterOrDigit(characters[index]) { return false }
    return true
  }

  private static func isOrigin(_ characters: UnsafeRawBufferPointer) -> Bool {
    guard (1...128).contains(characters.count), characters[0] != UInt8(ascii: "."), characters[0] != UInt8(ascii: "-")
    else { return false }
    var isFirstSegment = true
    var previous = UInt8(ascii: "/")
    for byte in characters {
      if byte == UInt8(ascii: "/") {
        guard previous != byte else { return false }
        isFirstSegment = false
      } else {
        guard isPathCharacter(byte) else { return false }
        if isFirstSegment, byte &- UInt8(ascii: "A") < 26 || byte == UInt8(ascii: "_") { return false }
      }
      previous = byte
    }
    return previous != UInt8(ascii: "/")
  }
}
