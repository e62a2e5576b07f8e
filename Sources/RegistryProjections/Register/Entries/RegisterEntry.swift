public import RegistryEvents

/// An entry of a register whose entries are made one by one, with all that the acts about it say.
public struct RegisterEntry: Sendable {
  /// Something that happened to an entry.
  public struct Event: Sendable {
    /// The type of the act.
    public let type: String
    /// What it says.
    public let what: CanonicalValue
    /// Its line.
    public let seq: UInt64
    /// The local day on which it was done.
    public let on: LocalDate
  }

  /// The reference by which acts name it, as the grant has it: a number or a text.
  public let reference: CanonicalValue
  /// The local day of the grant.
  public let enteredOn: LocalDate
  /// The case in which it was granted.
  public let caseNumber: String?
  /// The line of the act that made it.
  public let enteredBySeq: UInt64
  /// The last day of validity; `nil` where it stands until it is ended.
  public internal(set) var validUntil: LocalDate?
  /// The local day on which it was ended by an act; `nil` while none has.
  public internal(set) var endedOn: LocalDate?
  /// What was filed, with the changes granted since; `nil` where nothing was.
  public internal(set) var filing: CanonicalValue?
  /// What the newest grant says.
  public internal(set) var grant: CanonicalValue
  /// What happened to it, in the order of the lines.
  public internal(set) var events: [Event] = []

  /// How an entry stands on a day.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// It stands.
    case standing
    /// Its validity has run out (a state to derive, never an act).
    case expired
    /// It was ended by an act.
    case ended
  }

  /// How it stands on a day.
  public func status(on date: LocalDate) -> Status {
    if let endedOn, endedOn <= date { return .ended }
    if let validUntil, validUntil < date { return .expired }
    return .standing
  }

  /// БИН or ИИН of whose entry it is; `nil` where it is only committed to.
  public var holder: IdentifierKey? {
    Personal(member(["applicant", "id"])).flatMap(\.shown).flatMap { IdentifierKey($0) }
  }

  /// The member of the newest grant at a path, or else of the filing.
  func member(_ path: [String]) -> CanonicalValue? { grant[path] ?? filing?[path] }

  /// What stands in a column; `nil` for nothing.
  public func value(of column: RegisterColumn) -> CanonicalValue? {
    for source in column.sources {
      switch source {
      case .reference: return reference
      case .enteredOn: return .string(enteredOn.description)
      case .validUntil: if let validUntil { return .string(validUntil.description) }
      case .endedOn: if let endedOn { return .string(endedOn.description) }
      case .filing(let path): if let value = filing?[path] { return value }
      case .grant(let path): if let value = grant[path] { return value }
      case .event(let type, let path):
        if let value = events.last(where: { $0.type == type })?.what[path] { return value }
      case .events(let type, let path):
        let values = events.filter { $0.type == type }.compactMap { $0.what[path] }
        if !values.isEmpty { return .array(values) }
      }
    }
    return nil
  }

  /// The entry by the names of the columns, `null` for what there is not, with its case and its days: what the register's digest
  /// covers and the command line's JSON shows.
  public func value(_ layout: RegisterLayout) -> CanonicalValue {
    var members: [String: CanonicalValue] = [
      "case": caseNumber.map(CanonicalValue.string) ?? .null,
      "endedOn": (endedOn?.description).map(CanonicalValue.string) ?? .null,
      "enteredOn": .string(enteredOn.description),
      "validUntil": (validUntil?.description).map(CanonicalValue.string) ?? .null,
    ]
    for column in layout.columns { members[column.id] = value(of: column) ?? .null }
    return .object(members)
  }
}

extension CanonicalValue {
  /// The member at a path of names; `nil` where one of them is missing.
  subscript(path: [String]) -> CanonicalValue? {
    path.reduce(Optional(self)) { value, name in value?[name] }
  }

  /// The object with the members of another in place of its own.
  func replacing(with other: CanonicalValue) -> CanonicalValue {
    guard case .object(let members) = self, case .object(let newer) = other else { return other }
    return .object(members.merging(newer) { _, new in new })
  }

  /// A reference to an entry as identifiers are compared; `nil` where it cannot be one.
  var referenceKey: IdentifierKey? {
    switch self {
    case .string(let text): return IdentifierKey(text)
    case .integer(let number): return IdentifierKey("\(number)")
    case .null, .bool, .array, .object: return nil
    }
  }
}
