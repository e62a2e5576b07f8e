import RegistryEvents
import RegistryProjections

extension FindingCase {
  static let all =
    ofTerms + ofFilings + ofHearings + ofResults + ofComplaints + ofFormat + ofPools + ofLicences
    + ofTrusted

  static let nothing = UUIDv7(milliseconds: 1, random: (1, 1))

  /// Terms of clauses 9 to 16.
  static let ofTerms: [FindingCase] = [
    FindingCase(
      code: "registration-late", clause: "9 ¶1", severity: .breach,
      text: "the term ended on 2024-05-02 18:30 in Astana, the act counts from 2024-05-03 10:00"
    ) { journal, isWrong in
      let filing = try journal.add(Sample.inclusion(), "2024-05-02 10:00", case: "A-1")
      try journal.add(Sample.registered(filing), isWrong ? "2024-05-03 10:00" : "2024-05-02 18:30", case: "A-1")
    },
    FindingCase(
      code: "registration-overdue", clause: "9 ¶1", severity: .breach, text: "the term ended on 2024-05-02 18:30",
      asAt: "2024-05-03 09:00"
    ) { journal, isWrong in
      let filing = try journal.add(Sample.inclusion(), "2024-05-02 10:00", case: "A-1")
      if !isWrong { try journal.add(Sample.registered(filing), "2024-05-02 18:00", case: "A-1") }
    },
    FindingCase(
      code: "registered-out-of-hours", clause: "8 ¶2", severity: .note, text: "which counts as 2024-05-03"
    ) { journal, isWrong in
      let filing = try journal.add(Sample.inclusion(), "2024-05-02 10:00", case: "A-1")
      try journal.add(Sample.registered(filing), isWrong ? "2024-05-02 19:00" : "2024-05-02 18:00", case: "A-1")
    },
    FindingCase(
      code: "completeness-refusal-late", clause: "9 ¶3", severity: .breach, text: "the term ended on 2024-05-04 18:30"
    ) { journal, isWrong in
      let filing = try journal.registered()
      try journal.add(
        Sample.completenessRefused(filing), isWrong ? "2024-05-06 10:00" : "2024-05-04 18:00", case: "A-1")
    },
    FindingCase(
      code: "inclusion-result-late", clause: "10", severity: .breach, text: "the term ended on 2024-05-13 18:30"
    ) { journal, isWrong in
      let filing = try journal.registered()
      try journal.add(Sample.included(filing), isWrong ? "2024-05-14 10:00" : "2024-05-13 10:00", case: "A-1")
    },
    FindingCase(
      code: "inclusion-result-overdue", clause: "10", severity: .breach, text: "the silence counts as a refusal",
      asAt: "2024-05-14 10:00"
    ) { journal, isWrong in
      let filing = try journal.registered()
      if !isWrong { try journal.add(Sample.included(filing), "2024-05-13 10:00", case: "A-1") }
    },
    FindingCase(
      code: "exclusion-result-late", clause: "14", severity: .breach, text: "the term ended on 2024-05-04 18:30"
    ) { journal, isWrong in
      try journal.entries()
      let filing = try journal.exclusion()
      try journal.add(Sample.excluded(filing), isWrong ? "2024-05-06 10:00" : "2024-05-04 10:00", case: "E-1")
    },
    FindingCase(
      code: "exclusion-result-overdue", clause: "14", severity: .breach, text: "the silence counts as a refusal"
    ) { journal, isWrong in
      try journal.entries()
      let filing = try journal.exclusion()
      if !isWrong { try journal.add(Sample.excluded(filing), "2024-05-04 10:00", case: "E-1") }
    },
    FindingCase(
      code: "change-notice-late", clause: "15", severity: .warning, text: "the term ended on 2024-05-13 23:59"
    ) { journal, isWrong in
      try journal.add(
        Sample.change(on: "2024-04-24"), isWrong ? "2024-05-14 10:00" : "2024-05-13 23:00", case: "C-1")
    },
    FindingCase(
      code: "change-notice-overdue", clause: "15", severity: .warning, text: "the term ended on 2024-05-13 23:59",
      asAt: "2024-05-14 12:00"
    ) { journal, isWrong in
      // Dated in time but recorded days later, the notice counts from its recording.
      try journal.add(
        Sample.change(on: "2024-04-24"), "2024-05-13 10:00",
        recorded: isWrong ? "2024-05-16 10:00" : "2024-05-13 12:00", case: "C-1")
    },
    FindingCase(code: "change-date-unknown", clause: "15", severity: .note, text: "") { journal, isWrong in
      try journal.add(Sample.change(on: isWrong ? nil : "2024-05-01"), "2024-05-02 10:00", case: "C-1")
    },
    FindingCase(
      code: "change-entry-late", clause: "15", severity: .breach, text: "the term ended on 2024-05-06 18:30"
    ) { journal, isWrong in
      try journal.entries()
      let filing = try journal.add(Sample.change(on: "2024-05-01"), "2024-05-02 10:00", case: "C-1")
      try journal.add(Sample.registered(filing), "2024-05-02 10:00", case: "C-1")
      try journal.add(Sample.changeEntered(filing), isWrong ? "2024-05-10 10:00" : "2024-05-06 10:00", case: "C-1")
    },
    FindingCase(
      code: "change-entry-overdue", clause: "15", severity: .breach, text: "the term ended on 2024-05-06 18:30"
    ) { journal, isWrong in
      try journal.entries()
      let filing = try journal.add(Sample.change(on: "2024-05-01"), "2024-05-02 10:00", case: "C-1")
      try journal.add(Sample.registered(filing), "2024-05-02 10:00", case: "C-1")
      if !isWrong { try journal.add(Sample.changeEntered(filing), "2024-05-06 10:00", case: "C-1") }
    },
    informing("operator-information-late", .egovOperator, "2024-05-10 10:00"),
    informing("operator-information-overdue", .egovOperator, nil),
    informing("contact-centre-information-late", .contactCentre, "2024-05-10 10:00"),
    informing("contact-centre-information-overdue", .contactCentre, nil),
  ]

  private static func informing(_ code: String, _ body: InformedBody, _ late: String?) -> FindingCase {
    FindingCase(code: code, clause: "16", severity: .breach, text: "the term ended on 2024-05-06 18:30") {
      journal, isWrong in
      let amendment = try journal.add(Sample.amended, "2024-05-02 10:00")
      if let at = isWrong ? late : "2024-05-06 10:00" { try journal.add(Sample.informed(amendment, body), at) }
    }
  }

  /// What was filed: clauses 5, 7 and 9, Appendices 2 and 5.
  static let ofFilings: [FindingCase] = [
    FindingCase(
      code: "document-missing", clause: "App. 5 it. 8", severity: .warning, text: "possession"
    ) { journal, isWrong in
      try journal.add(
        Sample.inclusion(documents: [Sample.document(isWrong ? .other : .possession)]), "2024-05-02 10:00", case: "A-1")
    },
    FindingCase(
      code: "document-expired", clause: "9 ¶3", severity: .warning, text: "document 1, valid until 2024-05-01"
    ) { journal, isWrong in
      let until = LocalDate(isWrong ? "2024-05-01" : "2024-05-02")
      try journal.add(
        Sample.inclusion(documents: [Sample.document(.possession, validUntil: until)]), "2024-05-02 10:00", case: "A-1")
    },
    FindingCase(
      code: "quantity-mismatch", clause: "App. 2 f. 6", severity: .warning, text: "3 applied for, 2 listed"
    ) { journal, isWrong in
      let filing = try journal.add(
        Sample.inclusion([], quantity: isWrong ? 3 : 2, parts: 2), "2024-05-02 10:00", case: "A-1")
      for number: Int64 in 1...2 {
        try journal.add(
          UnitsListed(filing: filing, number: number, units: [Sample.unit("SN\(number)")]), "2024-05-02 10:01",
          case: "A-1")
      }
    },
    FindingCase(
      code: "identifier-check-digit", clause: "App. 2 f. 2", severity: .warning,
      text: "not twelve digits with a right check digit"
    ) { journal, isWrong in
      try journal.add(
        Sample.inclusion(holder: isWrong ? "020240000556" : "020240000555"), "2024-05-02 10:00", case: "A-1")
    },
    FindingCase(
      code: "serial-malformed", clause: "App. 1", severity: .warning, text: "unit 1 and 1 more"
    ) { journal, isWrong in
      try journal.add(
        Sample.inclusion(isWrong ? ["SN 1", "SN2", "С3"] : ["SN1", "SN2", "C3"]), "2024-05-02 10:00", case: "A-1")
    },
    FindingCase(
      code: "intake-refused-after-registration", clause: "9 ¶2", severity: .breach, text: ""
    ) { journal, isWrong in
      let filing = try journal.add(
        Sample.inclusion(channel: .chancery), "2024-05-02 10:00", case: "A-1", by: .chanceryWorker)
      if isWrong { try journal.add(Sample.registered(filing), "2024-05-02 10:30", case: "A-1") }
      try journal.add(Sample.intakeRefused(filing), "2024-05-02 11:00", case: "A-1")
    },
    FindingCase(
      code: "intake-refused-on-portal", clause: "9 ¶2", severity: .warning, text: ""
    ) { journal, isWrong in
      let filing = try journal.add(
        Sample.inclusion(channel: isWrong ? .portal : .chancery), "2024-05-02 10:00", case: "A-1")
      try journal.add(Sample.intakeRefused(filing), "2024-05-02 11:00", case: "A-1")
    },
  ]

  /// Clauses 11 and 12, and the closed list.
  static let ofHearings: [FindingCase] = [
    FindingCase(
      code: "hearing-notice-late", clause: "12 s.1", severity: .breach, text: "the term ended on 2024-05-04 18:30"
    ) { journal, isWrong in
      let filing = try journal.registered()
      try journal.add(Sample.hearingNotified(filing), isWrong ? "2024-05-06 10:00" : "2024-05-04 10:00", case: "A-1")
    },
    FindingCase(
      code: "hearing-late", clause: "12 s.2", severity: .breach, text: "the term ended on 2024-05-06 18:30"
    ) { journal, isWrong in
      let filing = try journal.registered()
      let notice = try journal.add(Sample.hearingNotified(filing), "2024-05-03 10:00", case: "A-1")
      try journal.add(
        Sample.hearingHeld(filing, notice: notice), isWrong ? "2024-05-10 10:00" : "2024-05-06 10:00", case: "A-1")
    },
    FindingCase(
      code: "hearing-overdue", clause: "12 s.2", severity: .breach, text: "the term ended on 2024-05-06 18:30"
    ) { journal, isWrong in
      let filing = try journal.registered()
      let notice = try journal.add(Sample.hearingNotified(filing), "2024-05-03 10:00", case: "A-1")
      if !isWrong { try journal.add(Sample.hearingHeld(filing, notice: notice), "2024-05-06 10:00", case: "A-1") }
    },
    FindingCase(
      code: "refused-without-hearing-notice", clause: "11", severity: .breach, text: ""
    ) { journal, isWrong in
      let filing = try journal.registered()
      if !isWrong { try journal.add(Sample.hearingNotified(filing), "2024-05-03 10:00", case: "A-1") }
      try journal.add(Sample.refused(filing), "2024-05-10 10:00", case: "A-1")
    },
    FindingCase(
      code: "refused-without-hearing", clause: "12 s.2", severity: .breach, text: ""
    ) { journal, isWrong in
      let filing = try journal.registered()
      let notice = try journal.add(Sample.hearingNotified(filing), "2024-05-03 10:00", case: "A-1")
      if !isWrong { try journal.add(Sample.hearingHeld(filing, notice: notice), "2024-05-06 10:00", case: "A-1") }
      try journal.add(Sample.refused(filing), "2024-05-10 10:00", case: "A-1")
    },
    FindingCase(
      code: "hearing-notice-not-computable", clause: "12 s.1", severity: .note, text: ""
    ) { journal, isWrong in
      try journal.entries()
      let filing = isWrong ? try journal.exclusion() : try journal.registered()
      try journal.add(Sample.hearingNotified(filing), "2024-05-03 10:00", case: isWrong ? "E-1" : "A-1")
    },
    FindingCase(
      code: "refusal-ground-not-listed", clause: "App. 5 it. 9", severity: .breach, text: ""
    ) { journal, isWrong in
      let filing = try journal.registered()
      let notice = Sample.hearingNotified(filing)
      guard case .object(var what) = notice.what else { return }
      if isWrong { what["grounds"] = [["ground": "tooLate", "text": "–"]] }
      try journal.add(
        type: HearingNotified.type, what: .object(what), "2024-05-03 10:00", case: "A-1", by: .providerEmployee)
    },
  ]

  /// Results: clauses 5, 6, 13 to 15.
  static let ofResults: [FindingCase] = [
    FindingCase(
      code: "serial-repeated", clause: "App. 1", severity: .breach, text: "unit 1, which is entry 2"
    ) { journal, isWrong in
      try journal.entries()
      let filing = try journal.registered(Sample.inclusion([isWrong ? "sn2" : "SN4"]))
      try journal.add(Sample.included(filing, 4...4), "2024-05-03 10:00", case: "A-1")
    },
    FindingCase(
      code: "entry-numbers", clause: "App. 1", severity: .warning, text: "5 to 5 for 1 units, the next being 4"
    ) { journal, isWrong in
      try journal.entries()
      let filing = try journal.registered(Sample.inclusion(["SN4"]))
      try journal.add(Sample.included(filing, isWrong ? 5...5 : 4...4), "2024-05-03 10:00", case: "A-1")
    },
    FindingCase(
      code: "act-without-application", clause: "6", severity: .breach, text: ""
    ) { journal, isWrong in
      let filing = try journal.registered()
      try journal.add(Sample.included(isWrong ? nothing : filing), "2024-05-03 10:00", case: "A-1")
    },
    FindingCase(
      code: "corrected-by-authority", clause: "6", severity: .note, text: ""
    ) { journal, isWrong in
      try journal.entries()
      if isWrong {
        try journal.add(
          CorrectedByAuthority(basis: "Решение суда", entries: [Sample.range(1...1)], text: "–"), "2024-05-03 10:00",
          case: "A-0")
      }
    },
    FindingCase(
      code: "signatory-not-competent", clause: "13", severity: .breach,
      text: "signed as headOfUnit, to be signed as authorisedPerson"
    ) { journal, isWrong in
      // The signing rules let either head or authorised person refuse; which of them may, depends on the service.
      let filing = try journal.registered()
      try journal.add(
        Sample.refused(filing), "2024-05-03 10:00", case: "A-1", by: isWrong ? .headOfUnit : .authorisedPerson)
    },
    FindingCase(
      code: "result-repeated", clause: "13", severity: .breach, text: "the first was granted"
    ) { journal, isWrong in
      let filing = try journal.registered()
      try journal.add(Sample.included(filing), "2024-05-03 10:00", case: "A-1")
      if isWrong { try journal.add(Sample.refused(filing), "2024-05-04 10:00", case: "A-1") }
    },
    FindingCase(
      code: "exclusion-without-entry", clause: "14", severity: .breach, text: "entries 1 to 4"
    ) { journal, isWrong in
      try journal.entries()
      let filing = try journal.exclusion([isWrong ? 1...4 : 1...3])
      try journal.add(Sample.excluded(filing), "2024-05-03 10:00", case: "E-1")
    },
    FindingCase(
      code: "change-without-entry", clause: "15", severity: .breach, text: "no entry is named"
    ) { journal, isWrong in
      try journal.entries()
      let filing = try journal.add(
        Sample.change(isWrong ? [] : [1...1], on: "2024-05-01"), "2024-05-02 10:00", case: "C-1")
      try journal.add(Sample.registered(filing), "2024-05-02 10:00", case: "C-1")
      try journal.add(Sample.changeEntered(filing), "2024-05-06 10:00", case: "C-1")
    },
  ]

  /// Clauses 17 to 20.
  static let ofComplaints: [FindingCase] = [
    complaint("complaint-forwarding-late", "18 ¶1", .higherBody, due: "2024-05-06 18:30") {
      journal, complaint, isWrong in
      try journal.add(
        Sample.complaintForwarded(complaint), isWrong ? "2024-05-10 10:00" : "2024-05-06 10:00", case: "A-1")
    },
    // Neither forwarded nor satisfied within three working days.
    complaint("complaint-forwarding-overdue", "18 ¶1", .provider, due: "2024-05-06 18:30") {
      journal, complaint, isWrong in
      if !isWrong { try journal.add(Sample.complaintSatisfied(complaint), "2024-05-06 10:00", case: "A-1") }
    },
    complaint("complaint-satisfaction-late", "18 ¶2", .provider, due: "2024-05-06 18:30") {
      journal, complaint, isWrong in
      try journal.add(
        Sample.complaintSatisfied(complaint), isWrong ? "2024-05-10 10:00" : "2024-05-06 10:00", case: "A-1")
    },
    complaint("complaint-decision-late", "19", .provider, due: "2024-05-13 18:30") { journal, complaint, isWrong in
      try journal.add(
        Sample.complaintDecided(complaint), isWrong ? "2024-05-14 10:00" : "2024-05-13 10:00", case: "A-1")
    },
    complaint("complaint-decision-overdue", "19", .provider, due: "2024-05-13 18:30") { journal, complaint, isWrong in
      if !isWrong { try journal.add(Sample.complaintDecided(complaint), "2024-05-13 10:00", case: "A-1") }
    },
    complaint("complaint-decision-by-quality-body-late", "20", .qualityBody, due: "2024-05-27 18:30") {
      journal, complaint, isWrong in
      try journal.add(
        Sample.complaintDecided(complaint, by: .qualityBody), isWrong ? "2024-05-28 10:00" : "2024-05-27 10:00",
        case: "A-1", by: .qualityBody)
    },
    complaint("complaint-decision-by-quality-body-overdue", "20", .qualityBody, due: "2024-05-27 18:30") {
      journal, complaint, isWrong in
      if !isWrong {
        try journal.add(
          Sample.complaintDecided(complaint, by: .qualityBody), "2024-05-27 10:00", case: "A-1", by: .qualityBody)
      }
    },
  ]

  private static func complaint(
    _ code: String, _ clause: String, _ addressee: ComplaintAddressee, due: String,
    _ follow: @escaping @Sendable (inout JournalBuilder, UUIDv7, Bool) throws -> Void
  ) -> FindingCase {
    FindingCase(code: code, clause: clause, severity: .breach, text: "the term ended on \(due)") { journal, isWrong in
      let complaint = try journal.add(Sample.complaint(addressee), "2024-05-02 10:00", case: "A-1")
      try follow(&journal, complaint, isWrong)
    }
  }

  /// What the journal's format calls for.
  static let ofFormat: [FindingCase] = [
    FindingCase(
      code: "out-of-order", clause: "§3", severity: .warning,
      text: "dated 2024-05-03T04:00:00Z, after one of 2024-05-03T05:00:00Z"
    ) { journal, isWrong in
      let filing = try journal.add(Sample.inclusion(), "2024-05-03 \(isWrong ? "10" : "09"):00", case: "A-1")
      try journal.add(Sample.registered(filing), "2024-05-03 \(isWrong ? "09" : "10"):00", case: "A-1")
    },
    FindingCase(
      code: "recorded-late", clause: "§5", severity: .warning,
      text: "done at 2024-05-02T05:00:00Z, recorded at 2024-05-03T05:01:00Z"
    ) { journal, isWrong in
      try journal.add(
        Sample.inclusion(), "2024-05-02 10:00", recorded: isWrong ? "2024-05-03 10:01" : "2024-05-03 10:00",
        case: "A-1")
    },
    FindingCase(code: "part-repeated", clause: "§1", severity: .warning, text: "part 1") { journal, isWrong in
      let filing = try journal.add(Sample.inclusion([], quantity: 2, parts: 2), "2024-05-02 10:00", case: "A-1")
      for number: Int64 in [1, isWrong ? 1 : 2] {
        try journal.add(
          UnitsListed(filing: filing, number: number, units: [Sample.unit("SN\(number)")]), "2024-05-02 10:00",
          case: "A-1")
      }
    },
    FindingCase(code: "part-unknown", clause: "§1", severity: .warning, text: "part 2") { journal, isWrong in
      let filing = try journal.add(Sample.inclusion([], quantity: 1, parts: 1), "2024-05-02 10:00", case: "A-1")
      try journal.add(
        UnitsListed(filing: filing, number: isWrong ? 2 : 1, units: [Sample.unit("SN1")]), "2024-05-02 10:00",
        case: "A-1")
    },
    FindingCase(code: "parts-differ", clause: "§1", severity: .breach, text: "1 of 1 parts stand") { journal, isWrong in
      let filing = try journal.add(Sample.inclusion([], quantity: 1, parts: 1), "2024-05-02 10:00", case: "A-1")
      try journal.add(
        UnitsListed(filing: filing, number: 1, units: [Sample.unit("SN1")]), "2024-05-02 10:00", case: "A-1")
      let digest = isWrong ? Sample.noParts : Digest.sha256(of: journal.leaves[2].bytes)
      try journal.add(Sample.registered(filing), "2024-05-02 11:00", case: "A-1")
      try journal.add(Sample.included(filing, parts: digest), "2024-05-03 11:00", case: "A-1")
    },
    FindingCase(code: "amendment-idle", clause: "§5", severity: .warning, text: "no act before it has the id") {
      journal, isWrong in
      let filing = try journal.registered()
      let other = UUIDv7(milliseconds: 1, random: (1, 1))
      try journal.add(
        ActAnnulled(act: isWrong ? other : filing, ground: "filed by another"), "2024-05-03 10:00", by: .keyMaster)
    },
    FindingCase(code: "not-judged", clause: "§0", severity: .note, text: "1 of them") { journal, isWrong in
      try journal.add(Sample.inclusion(), isWrong ? "2023-07-03 10:00" : "2024-05-03 10:00", case: "A-1")
    },
  ]
}
