internal import RegistryEvents

extension Order138 {
  /// Clauses 1, 7, 14 and 15. Inclusion and exclusion are one public service by its title; change is a notice, and none:
  /// it is rejected only when it identifies no entry (reading I-17).
  static let services = [
    Service(
      id: Name.inclusion,
      title: OfficialText(
        kk: "АБК-ні тізілімге енгізу", ru: "Включение АПК в реестр"),
      openedBy: [Act.inclusionFiled], grantedBy: [Act.included], refusedBy: [Act.refused, Act.completenessRefused],
      forms: ["138-НҚ/2", "138-НҚ/3"], channels: [.portal, .chancery], termDuty: "A10", clause: at("10")),
    Service(
      id: Name.exclusion,
      title: OfficialText(kk: "АБК-ні тізілімнен алып тастау", ru: "Исключение АПК из реестра"),
      openedBy: [Act.exclusionFiled], grantedBy: [Act.excluded], refusedBy: [Act.refused, Act.completenessRefused],
      forms: ["138-НҚ/4"], channels: [.portal, .chancery], termDuty: "A15", clause: at("14")),
    Service(
      id: Name.change,
      title: OfficialText(kk: "Тізілімге өзгерістер енгізу", ru: "Внесение изменений в реестр"),
      openedBy: [Act.changeNotified], grantedBy: [Act.changeEntered],
      refusedBy: [Act.completenessRefused],
      forms: ["138-НҚ/9"], channels: [.portal, .chancery], termDuty: "A18", clause: at("15")),
  ]

  /// Who signs. A paper filing is signed by the worker who took it in, and says so; the applicant's own hand stands on the
  /// paper (reading I-19i).
  static let signatories = [
    Signatory(
      acts: ActPattern(types: [
        Act.inclusionFiled, Act.unitsListed, Act.exclusionFiled, Act.entriesListed, Act.changeNotified,
      ]),
      roles: [.applicant, .chanceryWorker], clause: at("7"), readings: ["I-17", "I-19i"]),
    Signatory(acts: ActPattern(types: [Act.registered]), roles: [.chanceryWorker], clause: at("9 ¶1")),
    Signatory(acts: ActPattern(types: [Act.intakeRefused]), roles: [.chanceryWorker], clause: at("9 ¶2")),
    // The text has the employee send the refusal; that the authorised person may is read into it.
    Signatory(
      acts: ActPattern(types: [Act.completenessRefused]), roles: [.providerEmployee, .authorisedPerson],
      clause: at("9 ¶3"), readings: ["I-19f"]),
    // The text names the provider and no person.
    Signatory(
      acts: ActPattern(types: [Act.hearingNotified]), roles: [.providerEmployee, .authorisedPerson], clause: at("11")),
    Signatory(
      acts: ActPattern(types: [Act.hearingHeld]), roles: [.providerEmployee, .authorisedPerson], clause: at("12 s.2")),
    Signatory(
      acts: ActPattern(types: [Act.included]), roles: [.authorisedPerson], clause: at("13"), readings: ["I-07"]),
    Signatory(
      acts: ActPattern(types: [Act.refused], conditions: [.service(oneOf: [Name.inclusion])]),
      roles: [.authorisedPerson],
      clause: at("13"), readings: ["I-07"]),
    // For the refusal of an exclusion the text gives neither form nor signatory.
    Signatory(
      acts: ActPattern(types: [Act.refused], conditions: [.service(oneOf: [Name.exclusion])]),
      roles: [.authorisedPerson, .headOfUnit], clause: at("14 ¶2"), readings: ["I-06", "I-07"]),
    Signatory(acts: ActPattern(types: [Act.excluded]), roles: [.headOfUnit], clause: at("14 ¶2"), readings: ["I-07"]),
    Signatory(
      acts: ActPattern(types: [Act.changeEntered]), roles: [.providerEmployee, .authorisedPerson], clause: at("15")),
    Signatory(
      acts: ActPattern(types: [Act.rulesAmended, Act.operatorInformed]), roles: [.providerEmployee, .authorisedPerson],
      clause: at("16")),
    Signatory(
      acts: ActPattern(types: [Act.correctedByAuthority]), roles: [.authorisedPerson, .headOfUnit], clause: at("6"),
      readings: ["I-19d"]),
    Signatory(
      acts: ActPattern(types: [Act.complaintFiled]), roles: [.applicant, .chanceryWorker], clause: at("17 ¶2")),
    Signatory(
      acts: ActPattern(types: [Act.complaintForwarded]), roles: [.providerEmployee, .authorisedPerson, .headOfUnit],
      clause: at("18 ¶1")),
    Signatory(
      acts: ActPattern(types: [Act.complaintSatisfied]), roles: [.authorisedPerson, .headOfUnit], clause: at("18 ¶2")),
    Signatory(
      acts: ActPattern(types: [Act.complaintDecided]),
      roles: [.complaintsBody, .qualityBody, .authorisedPerson, .headOfUnit], clause: at("17 ¶1")),
  ]
}
