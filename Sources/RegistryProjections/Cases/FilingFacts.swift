public import RegistryEvents

/// What a filing says that engines ask about, whatever it was filed for; empty or `nil` where a form does not ask for it.
public struct FilingFacts: Sendable, Hashable {
  /// Who applies.
  public var applicant: Applicant
  /// How it came in.
  public var channel: Channel
  /// Whether the applicant consents to the processing of personal data.
  public var consent: Bool?
  /// How many units are applied for.
  public var quantity: Int64?
  /// How many numbered parts carry the list; 0 when it stands in the filing.
  public var partCount: Int64
  /// The documents attached.
  public var documents: [SubmittedDocument]
  /// The day on which it was filled in.
  public var filledOn: LocalDate
  /// The units listed.
  public var units: [Unit] = []
  /// The entries listed.
  public var entries: [EntryRange] = []
  /// The new edition of the entries.
  public var changes: EntryChanges?

  /// The facts of a filing; `nil` for any other act.
  ///
  /// - Throws: what the act's payload throws.
  public init?(_ act: some ReadableAct) throws(RegistryError) {
    if act.says(InclusionFiled.self) {
      self.init(try act.payload(InclusionFiled.self))
    } else if act.says(ExclusionFiled.self) {
      self.init(try act.payload(ExclusionFiled.self))
    } else if act.says(ChangeNotified.self) {
      self.init(try act.payload(ChangeNotified.self))
    } else {
      return nil
    }
  }

  init(_ filed: InclusionFiled) {
    applicant = filed.applicant
    channel = filed.channel
    consent = filed.consent
    quantity = filed.quantity
    partCount = filed.parts
    documents = filed.documents
    filledOn = filed.filledOn
    units = filed.units
  }

  init(_ filed: ExclusionFiled) {
    applicant = filed.applicant
    channel = filed.channel
    consent = filed.consent
    partCount = filed.parts
    documents = filed.documents
    filledOn = filed.filledOn
    entries = filed.entries
  }

  init(_ filed: ChangeNotified) {
    applicant = filed.applicant
    channel = filed.channel
    partCount = filed.parts
    documents = []
    filledOn = filed.filledOn
    entries = filed.entries
    changes = filed.changes
  }
}

/// What a numbered part of a filing's list says.
public struct PartFacts: Sendable, Hashable {
  /// The number of the part, from 1.
  public var number: Int64
  /// The units listed.
  public var units: [Unit] = []
  /// The entries listed.
  public var entries: [EntryRange] = []

  /// The facts of a part; `nil` for any other act.
  ///
  /// - Throws: what the act's payload throws.
  public init?(_ act: some ReadableAct) throws(RegistryError) {
    if act.says(UnitsListed.self) {
      self.init(try act.payload(UnitsListed.self))
    } else if act.says(EntriesListed.self) {
      self.init(try act.payload(EntriesListed.self))
    } else {
      return nil
    }
  }

  init(_ part: UnitsListed) {
    number = part.number
    units = part.units
  }

  init(_ part: EntriesListed) {
    number = part.number
    entries = part.entries
  }
}

extension ReadableAct {
  /// The numbers of the entries that a grant makes; `nil` for an act that makes none.
  var entriesMade: EntryRange? { says(Included.self) ? (try? payload(Included.self))?.entries : nil }
}
