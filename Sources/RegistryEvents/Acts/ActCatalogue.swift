/// The types and versions of acts that a reader knows.
///
/// An act of another type or version is kept, counted and reported and changes no state; in a control area it stops
/// the reading (format §3).
public struct ActCatalogue: Sendable {
  /// One type and version: its schema, and perhaps a Swift type to read it by.
  public struct Entry: Sendable {
    /// The Swift type of its `what`; `nil` where the schema is all that is declared, and members are read by their names.
    public let payload: (any ActPayload.Type)?
    /// `<area>.<act>`.
    public let type: String
    /// The version of `what`.
    public let version: Int
    /// What the act is, in a sentence without a full stop, with its clause and official term.
    public let says: String
    /// The members of `what`.
    public let schema: Schema
    private let declaration: Declaration?

    /// What stands for a type that is declared by its schema alone, by its identity.
    private final class Declaration: Sendable {}

    /// A type that has a Swift type of its own: where acts come by the hundred thousand.
    init(_ payload: any ActPayload.Type) {
      self.payload = payload
      type = payload.type
      version = payload.version
      says = payload.says
      schema = payload.schema
      declaration = nil
    }

    /// A type that is declared by its schema alone.
    init(_ type: String, version: Int = 1, _ says: String, _ schema: Schema) {
      payload = nil
      self.type = type
      self.version = version
      self.says = says
      self.schema = schema
      declaration = Declaration()
    }

    /// What tells this type and version from others in tables: the Swift type's identity, or that of the declaration, which the
    /// catalogue keeps for as long as anybody can ask.
    public var identity: ObjectIdentifier {
      payload.map { ObjectIdentifier($0) } ?? declaration.map { ObjectIdentifier($0) } ?? ObjectIdentifier(Entry.self)
    }
  }

  /// In the order in which they were given.
  public let entries: [Entry]
  /// What the hot path needs of each entry, as plain values.
  let rows: [Row]
  /// The schemas of all entries.
  let program: SchemaProgram

  /// An entry as the hot path looks for it.
  struct Row: Sendable {
    /// The characters of the type; of none where the type has more than 32, which is then found by name.
    let type: Literal
    let version: Int64
    let identity: ObjectIdentifier
    let isControl: Bool
    /// The place of its schema in the program.
    let step: Int
  }

  /// A catalogue of these types; of two with one name and version the first holds.
  public init(_ payloads: [any ActPayload.Type]) { self.init(payloads.map { Entry($0) }) }

  init(_ entries: [Entry]) {
    self.entries = entries
    var program = SchemaProgram()
    rows = entries.map { entry in
      Row(
        type: Literal(Array(entry.type.utf8)) ?? Literal(), version: Int64(entry.version), identity: entry.identity,
        isControl: ActCatalogue.isControl(entry.type), step: program.add(entry.schema))
    }
    self.program = program
  }

  /// The areas whose acts concern the journal itself (format §3): they fold up to K whatever their `at`, and a reader
  /// stops at one that it does not know.
  public static let controlAreas = ["journal", "key", "trust", "calendar", "act", "disclosure"]

  /// Whether the type of an act lies in a control area.
  public static func isControl(_ type: some StringProtocol) -> Bool {
    controlAreas.contains {
      type.utf8.starts(with: $0.utf8) && type.utf8.dropFirst($0.utf8.count).first == UInt8(ascii: ".")
    }
  }

  /// The control acts, those about registers, and the acts of the four registers.
  public static let standard = ActCatalogue(
    (control + registers + hardware).map { Entry($0) } + pools + licences + trusted)

  static let control: [any ActPayload.Type] = [
    JournalOpened.self, JournalClosed.self, NoteKeysChanged.self, KeyEnrolled.self, KeyMandated.self, KeyRevoked.self,
    TrustDeclared.self, CalendarDeclared.self, OffsetDeclared.self, ActAnnulled.self, ActCorrected.self,
  ]

  static let registers: [any ActPayload.Type] = [RegisterDigested.self]

  static let hardware: [any ActPayload.Type] = [
    InclusionFiled.self, UnitsListed.self, ExclusionFiled.self, EntriesListed.self, ChangeNotified.self,
    IntakeRefused.self, Registered.self, CompletenessRefused.self, HearingNotified.self, HearingHeld.self,
    Refused.self, Included.self, Excluded.self, ChangeEntered.self, ComplaintFiled.self, ComplaintForwarded.self,
    ComplaintSatisfied.self, ComplaintDecided.self, RulesAmended.self, OperatorInformed.self, CorrectedByAuthority.self,
  ]

  /// The entry of a type and version.
  public func entry(type: String, version: Int64) -> Entry? {
    entries.first { $0.type == type && $0.version == version }
  }

  /// The index of the entry of a type, given by its characters, and version.
  func index(type: Range<Int>, version: Int64, in bytes: UnsafeRawBufferPointer, of rows: UnsafeBufferPointer<Row>)
    -> Int?
  {
    for index in rows.indices where rows[index].type.count == type.count && rows[index].version == version {
      if rows[index].type.stands(in: bytes, at: type.lowerBound, before: bytes.count) { return index }
    }
    guard type.count > Literal.longest else { return nil }
    let characters = bytes[type]
    return entries.firstIndex { $0.version == version && $0.type.utf8.elementsEqual(characters) }
  }
}
