import RegistryEvents
import RegistryProjections

extension FindingCase {
  /// Findings that only order 53/НҚ knows.
  static let ofTrusted = ofTrustedTerms + ofTrustedDecisions + ofTrustedEntries + ofTrustedCriteria

  /// Terms of clauses 8, 9, 17, 24 and 35.
  static let ofTrustedTerms: [FindingCase] = [
    FindingCase(
      code: "registration-disputed", clause: "17", severity: .note, text: "the term ended on 2025-11-24 18:30",
      asAt: "2025-11-26 12:00"
    ) { journal, isWrong in
      let filing = try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
      let at = isWrong ? "2025-11-25 10:00" : "2025-11-24 10:00"
      try journal.trusted("registered", TrustedSample.registered(filing), at)
    },
    FindingCase(
      code: "service-result-late", clause: "24", severity: .breach, text: "the term ended on 2025-12-10 18:30",
      asAt: "2025-12-12 12:00"
    ) { journal, isWrong in
      let filing = try journal.prepared("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
      let at = isWrong ? "2025-12-11 10:00" : "2025-12-10 10:00"
      try journal.trusted("included", TrustedSample.included(filing), at)
    },
    FindingCase(
      code: "service-result-overdue", clause: "24", severity: .breach, text: "the silence counts as a refusal",
      asAt: "2025-12-10 18:31"
    ) { journal, isWrong in
      let filing = try journal.prepared("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
      if !isWrong { try journal.trusted("refused", TrustedSample.refused(filing), "2025-12-10 10:00") }
    },
    FindingCase(
      code: "publication-late", clause: "8", severity: .breach, text: "the term ended on 2025-12-10 18:30",
      asAt: "2025-12-12 12:00"
    ) { journal, isWrong in
      let filing = try journal.entry()
      let at = isWrong ? "2025-12-11 10:00" : "2025-12-10 10:00"
      try journal.trusted("published", TrustedSample.published(filing), at)
    },
    FindingCase(
      code: "publication-overdue", clause: "8", severity: .breach, text: "the term ended on 2025-12-10 18:30",
      asAt: "2025-12-12 12:00"
    ) { journal, isWrong in
      let filing = try journal.entry()
      if !isWrong { try journal.trusted("published", TrustedSample.published(filing), "2025-12-10 10:00") }
    },
    FindingCase(
      code: "procurement-notice-late", clause: "8", severity: .breach, text: "the term ended on 2025-12-10 18:30",
      asAt: "2025-12-12 12:00"
    ) { journal, isWrong in
      let filing = try journal.entry()
      let at = isWrong ? "2025-12-11 10:00" : "2025-12-10 10:00"
      try journal.trusted("sentToProcurement", TrustedSample.sentToProcurement(filing), at)
    },
    FindingCase(
      code: "procurement-notice-overdue", clause: "8", severity: .breach, text: "the term ended on 2025-12-10 18:30",
      asAt: "2025-12-12 12:00"
    ) { journal, isWrong in
      let filing = try journal.entry()
      if !isWrong {
        try journal.trusted("sentToProcurement", TrustedSample.sentToProcurement(filing), "2025-12-10 10:00")
      }
    },
    FindingCase(
      code: "document-renewal-late", clause: "9 ¶1", severity: .warning, text: "the term ended on 2026-05-31 23:59",
      asAt: "2026-06-02 12:00"
    ) { journal, isWrong in
      try journal.entry(1, Self.expiring)
      try journal.change(1, documents: [Self.renewed], isWrong ? "2026-06-01 10:00" : "2026-05-31 23:00")
    },
    FindingCase(
      code: "document-renewal-overdue", clause: "9 ¶1", severity: .warning, text: "the term ended on 2026-05-31 23:59",
      asAt: "2026-06-01 12:00"
    ) { journal, isWrong in
      try journal.entry(1, Self.expiring)
      if !isWrong { try journal.change(1, documents: [Self.renewed], "2026-05-29 10:00") }
    },
    FindingCase(
      code: "entry-document-expired", clause: "9 ¶2", severity: .warning, text: "T07, due on 2026-05-31",
      asAt: "2026-07-01 12:00"
    ) { journal, isWrong in
      try journal.entry(1, Self.expiring)
      if !isWrong { try journal.change(1, documents: [Self.renewed], "2026-06-29 10:00") }
    },
    FindingCase(
      code: "transition-late", clause: "35", severity: .breach, text: "the term ended on 2025-02-14 23:59",
      asAt: "2025-03-01 12:00"
    ) { journal, isWrong in
      try journal.entry(1, TrustedSample.software(), "2024-06-03 10:00")
      try journal.change(1, [:], isWrong ? "2025-02-15 10:00" : "2025-02-14 10:00")
    },
    FindingCase(
      code: "transition-overdue", clause: "35", severity: .breach, text: "the term ended on 2025-02-14 23:59",
      asAt: "2025-03-01 12:00"
    ) { journal, isWrong in
      try journal.entry(1, TrustedSample.software(), "2024-06-03 10:00")
      if !isWrong { try journal.change(1, [:], "2025-02-14 10:00") }
    },
    FindingCase(
      code: "criteria-deemed-lost", clause: "36", severity: .warning, text: "T25, due on 2025-02-14",
      asAt: "2025-03-01 12:00"
    ) { journal, isWrong in
      try journal.entry(1, TrustedSample.software(), "2024-06-03 10:00")
      if !isWrong { try journal.change(1, [:], "2025-02-14 10:00") }
    },
  ]

  private static let expiring = TrustedSample.software(
    TrustedSample.ofSoftware.map {
      TrustedSample.document($0, validUntil: $0 == "securityCertificate" ? "2026-06-30" : nil)
    })

  private static let renewed = TrustedSample.document("testProtocols", validUntil: "2027-06-30")

  /// Clauses 11, 20 and 22.
  static let ofTrustedDecisions: [FindingCase] = [
    FindingCase(
      code: "not-sent-to-commission", clause: "20", severity: .warning, text: "", asAt: "2025-12-01 12:00"
    ) { journal, isWrong in
      let filing = try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
      try journal.trusted("registered", TrustedSample.registered(filing), "2025-11-20 10:00")
      if !isWrong { try journal.trusted("sentToCommission", TrustedSample.ofFiling(filing), "2025-11-21 10:00") }
      try journal.trusted("included", TrustedSample.included(filing), "2025-12-01 10:00")
    },
    FindingCase(
      code: "decided-without-commission", clause: "11", severity: .breach, text: "", asAt: "2025-12-01 12:00"
    ) { journal, isWrong in
      let filing = try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
      try journal.trusted("registered", TrustedSample.registered(filing), "2025-11-20 10:00")
      if !isWrong {
        try journal.trusted("commissionRecommended", TrustedSample.recommended(filing), "2025-11-28 10:00")
      }
      try journal.trusted("refused", TrustedSample.refused(filing), "2025-12-01 10:00")
    },
    FindingCase(
      code: "refused-without-optional-hearing", clause: "22", severity: .note, text: "", asAt: "2025-12-01 12:00"
    ) { journal, isWrong in
      let filing = try journal.prepared("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
      if !isWrong {
        let notice = try journal.trusted("hearingNotified", TrustedSample.hearingNotified(filing), "2025-11-24 10:00")
        try journal.trusted("hearingHeld", TrustedSample.hearingHeld(filing, notice: notice), "2025-11-25 10:00")
      }
      try journal.trusted("refused", TrustedSample.refused(filing), "2025-12-01 10:00")
    },
    FindingCase(
      code: "removed-without-commission", clause: "11", severity: .breach, text: "T10", asAt: "2025-12-02 12:00"
    ) { journal, isWrong in
      try journal.entry()
      if !isWrong {
        try journal.trusted("removalRecommended", TrustedSample.removalRecommended(), "2025-12-01 10:00", case: nil)
      }
      try journal.trusted("excludedExOfficio", TrustedSample.removed(), "2025-12-02 10:00", case: nil)
    },
  ]

  /// Clause 10 and Appendix 1.
  static let ofTrustedEntries: [FindingCase] = [
    FindingCase(
      code: "entry-unknown", clause: "10", severity: .breach, text: "", asAt: "2025-12-02 12:00"
    ) { journal, isWrong in
      try journal.entry()
      try journal.trusted("excludedExOfficio", TrustedSample.removed(isWrong ? 2 : 1), "2025-12-02 10:00", case: nil)
    }
  ]

  /// Clauses 3, 5 and 6, as ``TrustedCriteriaTests`` has them, and the holes.
  static let ofTrustedCriteria: [FindingCase] =
    TrustedCriteriaTests.cases.map { example in
      FindingCase(
        code: example.code, clause: example.clause,
        severity: example.code == "software-dependency-not-registered" ? .breach : .warning, text: "",
        asAt: "2025-11-20 12:00"
      ) { journal, isWrong in
        let isSoftware = example.filed["kind"]?.string == "software"
        let full = isSoftware ? TrustedSample.software() : TrustedSample.product()
        try journal.entry(1, isWrong ? example.filed : full)
      }
    } + [
      FindingCase(
        code: "software-criterion-unknown", clause: "5 sub 3-1", severity: .note, text: "T03.3-1",
        asAt: "2026-01-05 12:00"
      ) { journal, isWrong in
        try journal.entry(1, TrustedSample.software(), isWrong ? "2026-01-05 10:00" : "2025-12-31 10:00")
      },
      FindingCase(
        code: "product-criterion-unknown", clause: "6 sub 4-1", severity: .note, text: "T04.4-1",
        asAt: "2026-01-05 12:00"
      ) { journal, isWrong in
        try journal.entry(1, TrustedSample.product(), isWrong ? "2026-01-05 10:00" : "2025-12-31 10:00")
      },
      FindingCase(
        code: "software-characteristics-not-judged", clause: "5 sub 5", severity: .warning, text: "T03.5",
        asAt: "2025-12-01 12:00"
      ) { journal, isWrong in
        let filing = try journal.trusted("inclusionFiled", TrustedSample.software(), "2025-11-20 10:00")
        try journal.trusted("registered", TrustedSample.registered(filing), "2025-11-20 10:00")
        if !isWrong {
          try journal.trusted("commissionRecommended", TrustedSample.recommended(filing), "2025-11-28 10:00")
        }
        try journal.trusted("included", TrustedSample.included(filing), "2025-12-01 10:00")
      },
    ]
}
