import RegistryEvents
import RegistryProjections

extension FindingCase {
  /// What order 142/НҚ alone can give rise to.
  static let ofPools: [FindingCase] = poolTerms + poolConditions

  private static let poolTerms: [FindingCase] = [
    FindingCase(
      code: "accreditation-review-late", clause: "8", severity: .warning, text: "the term ended on 2024-05-13 18:30"
    ) { journal, isWrong in
      let filing = try journal.poolFiled()
      try journal.pools(
        "certificateIssued", PoolSample.issued(filing), isWrong ? "2024-05-14 10:00" : "2024-05-13 18:00")
    },
    FindingCase(
      code: "accreditation-review-overdue", clause: "8", severity: .warning,
      text: "the term ended on 2024-05-13 18:30", asAt: "2024-05-14 10:00"
    ) { journal, isWrong in
      let filing = try journal.poolFiled()
      if !isWrong { try journal.pools("hearingNotified", PoolSample.hearingNotified(filing), "2024-05-13 18:00") }
    },
    FindingCase(
      code: "accreditation-result-late", clause: "App. 2 it. 3", severity: .breach,
      text: "the term ended on 2024-05-20 18:30"
    ) { journal, isWrong in
      let filing = try journal.poolFiled()
      try journal.pools(
        "certificateIssued", PoolSample.issued(filing), isWrong ? "2024-05-21 10:00" : "2024-05-20 18:00")
    },
    FindingCase(
      code: "accreditation-result-overdue", clause: "App. 2 it. 3", severity: .breach,
      text: "the term ended on 2024-05-20 18:30", asAt: "2024-05-21 10:00"
    ) { journal, isWrong in
      let filing = try journal.poolFiled()
      if !isWrong { try journal.pools("certificateIssued", PoolSample.issued(filing), "2024-05-20 18:00") }
    },
    FindingCase(
      code: "reissue-review-late", clause: "12 ¶1", severity: .warning, text: "the term ended on 2024-05-04 18:30"
    ) { journal, isWrong in
      try journal.reissue(decided: isWrong ? "2024-05-06 10:00" : "2024-05-04 18:00")
    },
    FindingCase(
      code: "reissue-review-overdue", clause: "12 ¶1", severity: .warning, text: "the term ended on 2024-05-04 18:30",
      asAt: "2024-05-06 10:00"
    ) { journal, isWrong in
      try journal.reissue(decided: isWrong ? nil : "2024-05-04 18:00")
    },
    FindingCase(
      code: "reissue-result-late", clause: "App. 2 it. 3", severity: .breach, text: "the term ended on 2024-05-13 18:30"
    ) { journal, isWrong in
      try journal.reissue(decided: isWrong ? "2024-05-14 10:00" : "2024-05-13 18:00")
    },
    FindingCase(
      code: "reissue-result-overdue", clause: "App. 2 it. 3", severity: .breach,
      text: "the term ended on 2024-05-13 18:30", asAt: "2024-05-14 10:00"
    ) { journal, isWrong in
      try journal.reissue(decided: isWrong ? nil : "2024-05-13 18:00")
    },
  ]

  private static let poolConditions: [FindingCase] = [
    condition("pool-location-missing", "4 sub 1", PoolSample.accreditation(changing: ["location": nil])),
    condition("reserve-hardware-missing", "4 sub 3", without("reserveLetter")),
    condition("channels-missing", "4 sub 4", without("channelsContract")),
    condition("support-missing", "4 sub 5", without("supportLetter")),
    condition("interface-missing", "4 sub 6", without("interfaceLetter")),
    condition("integration-missing", "4 sub 7", without("integrationLetter")),
    condition(
      "recipient-not-eligible", "2 sub 4",
      PoolSample.accreditation(by: PoolSample.applicant("061211600012", kind: "individualEntrepreneur"))),
    FindingCase(code: "security-test-missing", clause: "4 sub 2", severity: .breach, text: "P02.2") {
      journal, isWrong in
      let filing = try journal.pools("accreditationFiled", PoolSample.accreditation(), "2024-05-02 10:00")
      try journal.pools("registered", PoolSample.registered(filing), "2024-05-02 10:00")
      if !isWrong { try journal.pools("securityTestObtained", PoolSample.securityTest(filing), "2024-05-02 11:00") }
      try journal.pools("certificateIssued", PoolSample.issued(filing), "2024-05-03 10:00")
    },
    FindingCase(code: "state-record-missing", clause: "13", severity: .warning, text: "") { journal, isWrong in
      let filing = try journal.pools("accreditationFiled", PoolSample.accreditation(), "2024-05-02 10:00")
      try journal.pools("registered", PoolSample.registered(filing), "2024-05-02 10:00")
      if !isWrong { try journal.pools("stateRecordObtained", PoolSample.stateRecord(filing), "2024-05-02 11:00") }
      try journal.pools("certificateIssued", PoolSample.issued(filing), "2024-05-03 10:00")
    },
    FindingCase(code: "entry-reference", clause: "App. 3", severity: .warning, text: "") { journal, isWrong in
      try journal.accredited()
      try journal.accredited(
        isWrong ? "C-1" : "C-2", PoolSample.accreditation(), "2024-05-02 10:00", case: "P-2")
    },
  ]

  private static func without(_ kind: String) -> CanonicalValue {
    PoolSample.accreditation(PoolSample.package.filter { $0 != kind })
  }

  private static func condition(_ code: String, _ clause: String, _ wrong: CanonicalValue) -> FindingCase {
    FindingCase(code: code, clause: clause, severity: .breach, text: clause) { journal, isWrong in
      try journal.accredited("C-1", isWrong ? wrong : PoolSample.accreditation())
    }
  }
}

extension JournalBuilder {
  /// A pool that is accredited, and applies on 2 May 2024 for a re-issue that is granted at a time, or never.
  fileprivate mutating func reissue(decided: String?) throws {
    try accredited()
    let filing = try poolFiled("reissueFiled", PoolSample.reissue(), case: "P-2")
    if let decided { try pools("certificateReissued", PoolSample.reissued(filing), decided, case: "P-2") }
  }
}
