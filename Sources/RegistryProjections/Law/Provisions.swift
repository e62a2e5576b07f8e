public import RegistryEvents

public import RegistryEvents

/// All that one edition of a regulation provides, as data.
public struct Provisions: Sendable {
  /// The texts that it was written from.
  public let sources: [SourceText]
  /// The office hours of the provider.
  public let hours: WorkingHours
  /// The official name of the public service.
  public let serviceName: OfficialText
  /// The services and procedures, each of which a case is opened for.
  public let services: [Service]
  /// What the acts of the area are in its procedures.
  public let acts: [ActMeaning]
  /// In the order of the text.
  public let rules: [Rule]
  /// Who signs which act.
  public let signatories: [Signatory]
  /// The closed list of grounds of refusal, in its order.
  public let refusalGrounds: [RefusalGround]
  /// The documents wanted, by service and channel, in the order of the text.
  public let documents: [RequiredDocument]
  /// The forms of the appendices, in their order.
  public let forms: [Form]
  /// The list of basic requirements to the public service, in its order.
  public let standard: [StandardItem]
  /// How what is unclear is read, in the order of their handles.
  public let readings: [Reading]
  /// The register that the acts keep; `nil` for hardware, whose rows come from lists of thousands and have a projection of their own.
  public let register: RegisterLayout?
  /// What a service may be granted on, in the order of the text.
  public let requirements: [Requirement]
  /// What the text leaves to acts whose text is not known.
  public let openMatters: [OpenMatter]
  /// The duties of all rules, in the order of the text.
  public let duties: [Duty]
  private let dutiesByOpening: [String: [Duty]]

  init(
    sources: [SourceText], hours: WorkingHours, serviceName: OfficialText, services: [Service], acts: [ActMeaning],
    rules: [Rule], signatories: [Signatory], refusalGrounds: [RefusalGround], documents: [RequiredDocument],
    forms: [Form], standard: [StandardItem],
    readings: [Reading], register: RegisterLayout? = nil, requirements: [Requirement] = [],
    openMatters: [OpenMatter] = []
  ) {
    self.sources = sources
    self.hours = hours
    self.serviceName = serviceName
    self.services = services
    self.acts = acts
    self.rules = rules
    self.signatories = signatories
    self.refusalGrounds = refusalGrounds
    self.documents = documents
    self.forms = forms
    self.standard = standard
    self.readings = readings
    self.register = register
    self.requirements = requirements
    self.openMatters = openMatters
    duties = rules.flatMap(\.duties)
    var byOpening: [String: [Duty]] = [:]
    for duty in duties { for type in duty.opensOn.types { byOpening[type, default: []].append(duty) } }
    dutiesByOpening = byOpening
  }

  /// The duties that an act of a type may open, in the order of the text; whether one does, its conditions say.
  public func duties(openedBy actType: String) -> [Duty] { dutiesByOpening[actType] ?? [] }

  /// What an act of a type is in a procedure.
  public func meaning(of actType: String) -> ActMeaning? { acts.first { $0.type == actType } }

  /// The bar with a code, if one of the rules sets it.
  public func bar(_ code: Bar.Code) -> Bar? {
    for rule in rules { if let bar = rule.bars.first(where: { $0.code == code }) { return bar } }
    return nil
  }

  /// The kind of finding with a code.
  public func finding(_ code: String) -> FindingKind? {
    for rule in rules { if let kind = rule.findings.first(where: { $0.code == code }) { return kind } }
    return nil
  }

  /// Who signs an act of a type, in a case of a service.
  public func signatory(of actType: String, service: String?) -> Signatory? {
    signatories.first { $0.acts.fits(type: actType, service: service) { _ in nil } }
  }

  /// The duty with an id.
  public func duty(_ id: String) -> Duty? { duties.first { $0.id == id } }

  /// The rule with an id.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  /// The reading with an id.
  public func reading(_ id: String) -> Reading? { readings.first { $0.id == id } }

  /// The ground of refusal with a code.
  public func refusalGround(_ code: String) -> RefusalGround? { refusalGrounds.first { $0.code == code } }

  /// Whether a refusal on grounds of these codes names only such as the closed list has, and at least one. Where the list is in
  /// no text that is known, nothing is judged by it.
  func lists(grounds: [String]) -> Bool {
    refusalGrounds.isEmpty || !grounds.isEmpty && grounds.allSatisfy { refusalGround($0) != nil }
  }

  /// The form with an id.
  public func form(_ id: String) -> Form? { forms.first { $0.id == id } }

  /// The service for which an act of a type opens a case.
  public func service(openedBy actType: String) -> Service? { services.first { $0.openedBy.contains(actType) } }

  /// The requirements to a service on a day, in the order of the text.
  public func requirements(service: String, on date: LocalDate) -> [Requirement] {
    requirements.filter { $0.services.contains(service) && $0.isInForce(on: date) }
  }

  /// Whether a document of a kind can take the place of one of another: of the same kind, or wanted as an alternative to it.
  public func isDocument(_ kind: String, inPlaceOf other: String) -> Bool {
    kind == other || documents.contains { $0.isMet(byKind: kind) && $0.isMet(byKind: other) }
  }

  /// The documents that a service wants on a channel, in the order of the text.
  public func documents(service: String, channel: Channel) -> [RequiredDocument] {
    documents.filter { $0.service == service && $0.channel == channel }
  }
}
