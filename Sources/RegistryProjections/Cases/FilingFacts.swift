public import RegistryEvents

/// What a filing says that engines ask about, whatever it was filed for; empty or `nil` where a form does not ask for it.
public struct FilingFacts: Sendable, Hashable {
  /// Who applies.
  public var applicant: Filer
  /// How it came in.
  public var channel: Channel
  /// Whether the applicant consents to the processing of personal data.
  public var consent: Bool?
  /// How many units are applied for.
  public var quantity: Int64?
  /// How many numbered parts carry the list; 0 when it stands in the filing.
  public var partCount: Int64
  /// The documents attached.
  public var documents: [Document]
  /// The units listed.
  public var units: [Unit] = []
  /// The entries listed.
  public var entries: [EntryRange] = []
  /// The new edition of the entries.
  public var changes: EntryChanges?
  /// All that it says, by the names of its members, where the act is declared by its schema alone.
  public var declared: CanonicalValue?

  /// Who applies, as an area calls it.
  public struct Filer: Sendable, Hashable {
    /// БИН or ИИН, as filed.
    public var id: Personal
    /// What he is, in the word of the area, e.g. `legalEntity`.
    public var kind: String
    /// The name.
    public var name: String
  }

  /// A document of the package.
  public struct Document: Sendable, Hashable {
    /// What it is, in the word of the area.
    public var kind: String
    /// The last day of validity, where it has one.
    public var validUntil: LocalDate?
  }

  /// The facts of a filing; `nil` where nobody applies.
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
      self.init(declared: act.what)
    }
  }

  /// The facts of a filing by the names of its members; `nil` where nobody applies.
  init?(declared what: CanonicalValue) {
    guard let applicant = what["applicant"], let id = Personal(applicant["id"]) else { return nil }
    self.applicant = Filer(
      id: id, kind: applicant["kind"]?.string ?? "", name: applicant["name"]?.string ?? "")
    channel = what["channel"]?.string.flatMap(Channel.init) ?? .portal
    if case .bool(let consents) = what["consent"] { consent = consents }
    partCount = 0
    documents = (what["documents"]?.array ?? []).map { document in
      Document(
        kind: document["kind"]?.string ?? "", validUntil: document["validUntil"]?.string.flatMap { LocalDate($0) })
    }
    declared = what
  }

  init(_ filed: InclusionFiled) {
    applicant = Filer(filed.applicant)
    channel = filed.channel
    consent = filed.consent
    quantity = filed.quantity
    partCount = filed.parts
    documents = filed.documents.map(Document.init)
    units = filed.units
  }

  init(_ filed: ExclusionFiled) {
    applicant = Filer(filed.applicant)
    channel = filed.channel
    consent = filed.consent
    partCount = filed.parts
    documents = filed.documents.map(Document.init)
    entries = filed.entries
  }

  init(_ filed: ChangeNotified) {
    applicant = Filer(filed.applicant)
    channel = filed.channel
    partCount = filed.parts
    documents = []
    entries = filed.entries
    changes = filed.changes
  }
}

extension FilingFacts.Filer {
  init(_ applicant: Applicant) { self.init(id: applicant.id, kind: applicant.kind.rawValue, name: applicant.name) }

  /// Why the number that was filed cannot be the applicant's; `nil` where it can, and where it is only committed to.
  var identifierProblem: String? {
    guard let text = id.shown else { return nil }
    guard let number = IdentificationNumber(text) else { return "not twelve digits with a right check digit" }
    let isEntity = kind == ApplicantKind.legalEntity.rawValue
    switch number.kind {
    case .individual where isEntity: return "the ИИН of a person, filed for a legal entity"
    case .business where !isEntity: return "the БИН of a legal entity, filed for a person"
    case .individual, .business: return nil
    }
  }
}

extension FilingFacts.Document {
  init(_ document: SubmittedDocument) { self.init(kind: document.kind.rawValue, validUntil: document.validUntil) }
}

extension Personal {
  /// A personal value, or the commitment in its place; `nil` where there is neither.
  init?(_ value: CanonicalValue?) {
    if let text = value?.string {
      self = .shown(text)
    } else if let digest = value?["_sd"]?.array?.first?.string {
      self = .committed(digest)
    } else {
      return nil
    }
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
