import RegistryEvents
import RegistryProjections

extension FindingCase {
  /// What orders 165/НҚ and 169/НҚ alone can give rise to.
  static let ofLicences: [FindingCase] = licenceDocuments + licenceRegisters + licenceSwitches

  private static let licenceDocuments: [FindingCase] = [
    without("dataCentre", "data-centre-not-shown", "it. 2"),
    without("nonResidential", "residential-zone-not-excluded", "it. 3"),
    without("metering", "metering-not-shown", "it. 5"),
    without("technicalConditions", "technical-conditions-insufficient", "it. 6"),
  ]

  private static let licenceRegisters: [FindingCase] = [
    FindingCase(code: "hardware-not-registered", clause: "it. 1", severity: .breach, text: "L01") {
      journal, isWrong in
      if !isWrong { try journal.hardware(of: LicenceSample.miner, on: "2024-02-02") }
      try journal.licence(hasHardware: true)
    },
    FindingCase(code: "pool-not-accredited", clause: "it. 4", severity: .breach, text: "L04") { journal, isWrong in
      try journal.pool("P-1", on: "2024-02-01")
      try journal.hardware(of: LicenceSample.miner, on: "2024-02-02")
      try journal.licence(hasHardware: true, pool: isWrong ? "P-9" : "P-1")
    },
    FindingCase(code: "owned-hardware-not-registered", clause: "it. 7", severity: .breach, text: "L09") {
      journal, isWrong in
      try journal.hardware(of: LicenceSample.hosted, on: "2024-02-02", owned: !isWrong)
      try journal.licence()
      try journal.subtypeTwo(LicenceSample.subtypeTwo())
    },
    FindingCase(code: "host-not-licensed", clause: "it. 8", severity: .breach, text: "L10") { journal, isWrong in
      try journal.hardware(of: LicenceSample.hosted, on: "2024-02-02")
      try journal.licence()
      try journal.subtypeTwo(LicenceSample.subtypeTwo(host: isWrong ? "L-7" : "L-1"))
    },
    FindingCase(code: "hosted-pool-not-accredited", clause: "it. 9", severity: .breach, text: "L11") {
      journal, isWrong in
      try journal.pool("P-1", on: "2024-02-01")
      try journal.hardware(of: LicenceSample.hosted, on: "2024-02-02")
      try journal.licence()
      try journal.subtypeTwo(LicenceSample.subtypeTwo(pool: isWrong ? "P-9" : "P-1"))
    },
  ]

  private static let licenceSwitches: [FindingCase] = [
    ("I", "L-1", "pool-switch", "it. 4 ¶2"), ("II", "L-2", "hosted-pool-switch", "it. 9 ¶2"),
  ].flatMap { subtype, licence, stem, clause in
    [
      FindingCase(
        code: "\(stem)-late", clause: clause, severity: .warning, text: "the term ended on 2024-05-13 23:59"
      ) { journal, isWrong in
        try journal.twoLicences()
        try journal.poolSwitch(licence, subtype, isWrong ? "2024-05-14 10:00" : "2024-05-13 23:00")
      },
      FindingCase(
        code: "\(stem)-overdue", clause: clause, severity: .warning, text: "the term ended on 2024-05-13 23:59",
        asAt: "2024-05-14 12:00"
      ) { journal, isWrong in
        try journal.twoLicences()
        // Dated in time but recorded days later, the notice counts from its recording.
        try journal.poolSwitch(
          licence, subtype, "2024-05-13 10:00", recorded: isWrong ? "2024-05-16 10:00" : "2024-05-13 12:00")
      },
    ]
  }

  private static func without(_ kind: String, _ code: String, _ clause: String) -> FindingCase {
    FindingCase(code: code, clause: clause, severity: .breach, text: clause) { journal, isWrong in
      let kinds = LicenceSample.package.filter { !isWrong || $0 != kind }
      try journal.licence(application: LicenceSample.application(documents: kinds.map { LicenceSample.document($0) }))
    }
  }
}

extension JournalBuilder {
  /// A licence of subtype II, issued on 6 May 2024.
  fileprivate mutating func subtypeTwo(_ what: CanonicalValue) throws {
    try add(type: "licences.subtypeTwoIssued", what: what, "2024-05-06 10:00")
  }

  /// A licence of each subtype.
  fileprivate mutating func twoLicences() throws {
    try licence()
    try subtypeTwo(LicenceSample.subtypeTwo())
  }

  /// The notice that a miner went to another pool on 8 May 2024.
  fileprivate mutating func poolSwitch(
    _ licence: String, _ subtype: String, _ at: String, recorded: String? = nil
  ) throws {
    try add(
      type: "licences.poolSwitched", what: LicenceSample.poolSwitched(licence, subtype: subtype, on: "2024-05-08"), at,
      recorded: recorded, by: .applicant)
  }
}
