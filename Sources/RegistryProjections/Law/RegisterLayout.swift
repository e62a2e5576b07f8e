/// A register whose entries are made one by one: what stands in it, and how long.
///
/// One projection, ``EntryRegister``, keeps every register that is laid out so.
public struct RegisterLayout: Sendable, Hashable {
  /// The name at the command line and in other orders' requirements, e.g. `pools`.
  public var id: String
  /// The name and version of the state's shape, e.g. `pools-register/1`.
  public var schema: String
  /// A short name, by the words of the text.
  public var title: OfficialText
  /// The form that lays it out, by its id; `nil` where the texts give none.
  public var form: String?
  /// In the order of the form.
  public var columns: [RegisterColumn]
  /// How long an entry is valid; `nil` where it stands until it is ended.
  public var validity: Validity?
  /// Where it stands.
  public var clause: Clause
}

/// How long an entry of a register is valid.
public enum Validity: Sendable, Hashable {
  /// So many years from the day of the grant; from 29 February to 28 February (reading I-27).
  case years(Int)
  /// Up to and with the day that a member of the grant states; without it so many years, or until it is ended.
  case until(member: String, otherwiseYears: Int? = nil)
}

/// A column of a register.
public struct RegisterColumn: Sendable, Hashable {
  /// The name of the value, as JSON has it.
  public var id: String
  /// Its official heading.
  public var title: OfficialText
  /// A short English heading, for tables.
  public var heading: String
  /// Where the value stands; the first that has one.
  public var sources: [Source]

  /// Where the value of a column stands.
  public enum Source: Sendable, Hashable {
    /// The reference by which the entry is named.
    case reference
    /// The local day of the grant.
    case enteredOn
    /// The last day of validity.
    case validUntil
    /// The local day on which the entry was ended.
    case endedOn
    /// A member of the filing, with the changes granted since.
    case filing([String])
    /// A member of the newest grant.
    case grant([String])
    /// A member of the newest event of a type.
    case event(String, [String])
    /// A member of every event of a type, in the order of the lines.
    case events(String, [String])
  }

  init(_ id: String, _ heading: String, kk: String?, ru: String?, _ sources: Source...) {
    self.id = id
    title = OfficialText(kk: kk, ru: ru)
    self.heading = heading
    self.sources = sources
  }
}
