import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("The criteria of order 53/НҚ")
struct TrustedCriteriaTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let code: String
    let clause: String
    /// What is filed in the place of a full package.
    let filed: CanonicalValue
    var testDescription: String { code }
  }

  private static func software(without kind: String) -> CanonicalValue {
    TrustedSample.software(TrustedSample.ofSoftware.filter { $0 != kind }.map { TrustedSample.document($0) })
  }

  private static func product(without kind: String) -> CanonicalValue {
    TrustedSample.product(TrustedSample.ofProducts.filter { $0 != kind }.map { TrustedSample.document($0) })
  }

  static let cases: [Case] = [
    Case(code: "category-not-stated", clause: "3", filed: TrustedSample.software(full, ["categoryCodes": []])),
    Case(code: "software-security-not-shown", clause: "5 sub 1", filed: software(without: "securityCertificate")),
    Case(code: "software-rights-not-shown", clause: "5 sub 2", filed: software(without: "exclusiveRights")),
    Case(
      code: "software-localisation-not-shown", clause: "5 sub 3", filed: software(without: "localisationCalculation")),
    Case(code: "software-support-not-shown", clause: "5 sub 4", filed: TrustedSample.software(full, ["support": []])),
    Case(
      code: "software-codes-not-stated", clause: "5 sub 6", filed: TrustedSample.software(full, ["enstruCodes": []])),
    Case(
      code: "software-dependency-not-registered", clause: "5 sub 7",
      filed: TrustedSample.software(full, ["isIndependent": false, "requires": [7]])),
    Case(code: "product-security-not-shown", clause: "6 sub 1", filed: product(without: "testProtocols")),
    Case(code: "product-rights-not-shown", clause: "6 sub 2", filed: product(without: "useRights")),
    Case(
      code: "product-service-not-shown", clause: "6 sub 3",
      filed: TrustedSample.product(TrustedSample.ofProducts.map { TrustedSample.document($0) }, ["support": []])),
    Case(code: "product-localisation-not-shown", clause: "6 sub 4", filed: product(without: "producersExtract")),
    Case(code: "product-category-not-shown", clause: "6 sub 6", filed: product(without: "characteristics")),
  ]

  private static let full = TrustedSample.ofSoftware.map { TrustedSample.document($0) }

  /// The findings about what is included, of an entry that is granted on a day.
  private func found(
    _ filed: CanonicalValue, on day: String = "2025-11-20", before: (inout JournalBuilder) throws -> Void = { _ in }
  )
    throws -> [AuditFinding]
  {
    var journal = try JournalBuilder()
    try before(&journal)
    let number = try journal.trustedRegister(asAt: "\(day) 10:00").nextNumber
    try journal.entry(number, filed, "\(day) 10:00", case: "T-9")
    return try findings(journal, asAt: "\(day) 12:00").filter { ["T01", "T03", "T04"].contains($0.rule) }
  }

  @Test(
    "T01, T03, T04: what a criterion asks for and the case does not show is found, and the grant stands",
    arguments: cases)
  func eachCriterion(example: Case) throws {
    let findings = try found(example.filed)
    let finding = try #require(findings.first { $0.code == example.code })
    #expect(findings.filter { $0.code == example.code }.count == 1)
    #expect(finding.clause.place == example.clause)
  }

  @Test(
    "T03, T04: a full package of either kind gives nothing to find",
    arguments: [TrustedSample.software(), TrustedSample.product()])
  func full(filed: CanonicalValue) throws {
    #expect(try found(filed).map(\.code).isEmpty)
  }

  @Test(
    "T03, T04: each kind of evidence that Appendix 2 admits shows what it is admitted for (I-39e)",
    arguments: [
      ("software", "testProtocols", "software-security-not-shown"),
      ("software", "industrialCertificate", "software-localisation-not-shown"),
      ("product", "securityCertificate", "product-security-not-shown"),
      ("product", "testImpossibility", "product-security-not-shown"),
      ("product", "industrialCertificate", "product-localisation-not-shown"),
    ])
  func alternatives(kind: String, document: String, code: String) throws {
    let documents = [TrustedSample.document(document)]
    let findings = try found(kind == "software" ? TrustedSample.software(documents) : TrustedSample.product(documents))
    #expect(!findings.map(\.code).contains(code))
  }

  @Test(
    "T03: a document that has expired by the day of the grant shows nothing, and one of a product nothing of software")
  func notEvidence() throws {
    let expired = [TrustedSample.document("securityCertificate", validUntil: "2025-11-19")]
    #expect(try found(TrustedSample.software(expired)).map(\.code).contains("software-security-not-shown"))
    let foreign = [TrustedSample.document("testImpossibility"), TrustedSample.document("producersExtract")]
    let codes = try found(TrustedSample.software(foreign)).map(\.code)
    #expect(codes.contains("software-security-not-shown") && codes.contains("software-localisation-not-shown"))
  }

  @Test(
    "T03, T04: subs 3 and 4 hold to the end of 2025; what replaces them is a hole, found as not judged",
    arguments: [
      ("2025-12-31", ["software-localisation-not-shown"]), ("2026-01-05", ["software-criterion-unknown"]),
    ])
  func hole(day: String, codes: [String]) throws {
    let documents = ["securityCertificate", "exclusiveRights"].map { TrustedSample.document($0) }
    let findings = try found(TrustedSample.software(documents), on: day)
    #expect(findings.map(\.code) == codes)
    let law = Order53.provisions(.of567)
    let date = try #require(LocalDate(day))
    let unknown = law.requirements(service: "inclusion", on: date).filter { !$0.isTextKnown }.map(\.id)
    #expect(unknown == (day < "2026" ? [] : ["T03.3-1", "T04.4-1"]))
    if day > "2026" { #expect(findings.map(\.severity) == [.note]) }
  }

  @Test("T04: before order 567/НҚ sub 5 of clause 6, which it deleted unseen, is a hole too")
  func deletedCriterion() throws {
    let findings = try found(TrustedSample.product(), on: "2025-03-20")
    #expect(findings.map(\.code) == ["product-criterion-unknown"])
    #expect(findings.map(\.severity) == [.note])
  }

  @Test(
    "T03: software that needs other software is included when that stands in the register, and not when it was excluded"
  )
  func dependency() throws {
    let needy = TrustedSample.software(Self.full, ["isIndependent": false, "requires": [1]])
    #expect(try found(needy) { try $0.entry() }.isEmpty)
    let after = try found(needy, on: "2025-12-04") { journal in
      try journal.entry()
      try journal.trusted("removalRecommended", TrustedSample.removalRecommended(), "2025-12-02 10:00", case: nil)
      try journal.trusted("excludedExOfficio", TrustedSample.removed(), "2025-12-03 10:00", case: nil)
    }
    #expect(after.map(\.code) == ["software-dependency-not-registered"])
    #expect(after.map(\.severity) == [.breach])
    let mute = TrustedSample.software(Self.full, ["isIndependent": nil])
    #expect(try found(mute).map(\.code) == ["software-dependency-not-registered"])
  }

  @Test(
    "T11, T15: documents that are missing or expired, and a wrong number, are found when filed; a person may apply by ИИН"
  )
  func filing() throws {
    func codes(_ filed: CanonicalValue, on day: String = "2025-11-20") throws -> [String] {
      var journal = try JournalBuilder()
      try journal.trusted("inclusionFiled", filed, "\(day) 10:00")
      return try findings(journal, asAt: "\(day) 12:00").map(\.code)
    }
    #expect(try codes(TrustedSample.software()).isEmpty)
    #expect(try codes(TrustedSample.software([])) == ["document-missing", "document-missing", "document-missing"])
    #expect(try codes(TrustedSample.product([])).count == 4)
    let expired = Self.full + [TrustedSample.document("other", validUntil: "2025-11-19")]
    #expect(try codes(TrustedSample.software(expired)) == ["document-expired"])
    let certificate = ["securityCertificate", "exclusiveRights", "industrialCertificate"].map {
      TrustedSample.document($0)
    }
    #expect(try codes(TrustedSample.software(certificate)).isEmpty)
    #expect(try codes(TrustedSample.software(certificate), on: "2026-01-05") == ["document-missing"])
    // What Appendix 2 asked for before order 567/НҚ is not known.
    #expect(try codes(TrustedSample.software([]), on: "2025-03-20").isEmpty)
    let person = TrustedSample.applicant(TrustedSample.person, kind: "naturalPerson")
    #expect(try codes(TrustedSample.software(Self.full, by: person)).isEmpty)
    let wrong = TrustedSample.applicant("020240000556")
    #expect(try codes(TrustedSample.software(Self.full, by: wrong)) == ["identifier-check-digit"])
    var journal = try JournalBuilder()
    let filing = try journal.prepared(
      "inclusionFiled", TrustedSample.software(Self.full, by: wrong), "2025-11-20 10:00")
    #expect(
      try journal.refusal("included", TrustedSample.included(filing), "2025-12-01 10:00")?.code == .identifierInvalid)
  }

  @Test("every kind of document that the law names is one of the acts'")
  func documentKinds() throws {
    let law = Order53.provisions(.of567)
    let named =
      law.documents.flatMap { [$0.kind].compactMap(\.self) + $0.otherKinds }
      + law.requirements.flatMap { requirement in
        requirement.ways.joined().flatMap { fact -> [String] in
          if case .document(let kinds) = fact { return kinds }
          return []
        }
      }
    for kind in Set(named) {
      var journal = try JournalBuilder()
      try journal.trusted("inclusionFiled", TrustedSample.software([TrustedSample.document(kind)]), "2025-11-20 10:00")
      #expect(try deadlines(journal, asAt: "2025-11-20 12:00").count == 2, "\(kind)")
    }
  }
}
