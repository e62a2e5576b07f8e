/// What a member may hold: the shape of a `what`, of a line or of a part of one, as a value.
///
/// One schema serves three readers: the validator, which judges bytes without allocating; `journal-tool schema`, which
/// prints it as JSON Schema; and people, through its descriptions.
public indirect enum Schema: Sendable, Equatable {
  /// A string of one format.
  case string(StringFormat)
  /// An integer within bounds.
  case integer(ClosedRange<Int64>)
  /// `true` or `false`.
  case boolean
  /// One of a closed list of words.
  case word([String])
  /// An array of a number of like elements.
  case array(Schema, count: ClosedRange<Int>)
  /// An object of exactly these members, sorted by name.
  case object([Member])
  /// An object of which these members are known; others may stand beside them.
  case open([Member])
  /// A personal member (format §8): its value, or a commitment `{"_sd": ["<digest>"]}` in its place.
  case personal(Schema)
  /// One of several shapes.
  case either([Schema])
  /// Any value of the format's JSON.
  case any

  /// A member of an object.
  public struct Member: Sendable, Equatable {
    /// The member's name.
    public let name: String
    /// What it may hold.
    public let schema: Schema
    /// Whether it must be there.
    public let isRequired: Bool
    /// What it says, in a sentence without a full stop, with its clause where it has one.
    public let says: String

    /// A member that must be there.
    public static func required(_ name: String, _ schema: Schema, _ says: String) -> Member {
      Member(name: name, schema: schema, isRequired: true, says: says)
    }

    /// A member that may be left out.
    public static func optional(_ name: String, _ schema: Schema, _ says: String) -> Member {
      Member(name: name, schema: schema, isRequired: false, says: says)
    }
  }

  /// An object of exactly these members, in any order of writing.
  public static func members(_ members: Member...) -> Schema { .members(members) }

  /// An object of exactly these members, in any order of writing.
  public static func members(_ members: [Member]) -> Schema { .object(Schema.sorted(members)) }

  /// An object of these members and perhaps others, in any order of writing.
  public static func openMembers(_ members: Member...) -> Schema { .open(Schema.sorted(members)) }

  private static func sorted(_ members: [Member]) -> [Member] {
    members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// Text of 1 to `longest` bytes.
  public static func text(_ longest: Int) -> Schema { .string(.text(1...longest)) }
}

/// The formats of strings that the journal knows.
public enum StringFormat: Sendable, Equatable {
  /// Any text of so many bytes of UTF-8.
  case text(ClosedRange<Int>)
  /// `YYYY-MM-DDThh:mm:ssZ` (§2).
  case instant
  /// `YYYY-MM-DD`, a real day.
  case date
  /// A decimal quantity (§2).
  case decimal
  /// UUID version 7, lower case (§3).
  case uuid
  /// 64 lower-case hex digits.
  case sha256
  /// An RFC 7638 thumbprint, 43 characters of base64url (§4).
  case thumbprint
  /// A case number, `[A-Za-z0-9][A-Za-z0-9._/-]{0,63}` (§3).
  case caseNumber
  /// The type of an act, `<area>.<act>` (§3).
  case actType
  /// The origin of a journal (§5).
  case origin
  /// The name of a role, `[a-z][A-Za-z0-9]*` of at most 64 bytes.
  case role
  /// Unpadded base64url (§2) of at least one byte, at most so many characters.
  case base64url(longest: Int)
}
