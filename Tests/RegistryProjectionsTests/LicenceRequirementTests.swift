import RegistryEvents
import RegistryProjections
import Testing

/// What an audit finds by a rule on licences.
private func licenceFindings(_ journal: JournalBuilder, asAt: String = "2025-12-31 23:00") throws -> [String] {
  try findings(journal, asAt: asAt).filter { $0.rule?.hasPrefix("L") ?? false }.map { "\($0.rule ?? "") \($0.code)" }
}

@Suite("What a licence is issued on")
struct LicenceRequirementTests {
  @Test("a licence with all that its subtype asks for gives nothing to find")
  func full() throws {
    var journal = try JournalBuilder()
    try journal.pool("P-1", on: "2024-02-01")
    try journal.hardware(of: LicenceSample.miner, on: "2024-02-02")
    try journal.hardware(of: LicenceSample.hosted, on: "2024-02-02", entry: 2)
    try journal.licence(hasHardware: true, pool: "P-1")
    try journal.add(type: "licences.subtypeTwoIssued", what: LicenceSample.subtypeTwo(pool: "P-1"), "2024-05-06 10:00")
    #expect(try licenceFindings(journal) == [])
  }

  @Test(
    "L01: a licensee of subtype I who has hardware needs some that stands in the register, of any ground",
    arguments: [
      (true, nil, ["L01 hardware-not-registered"]), (true, "2024-05-01", []), (false, nil, []),
    ] as [(Bool, String?, [String])])
  func hardware(hasHardware: Bool, registeredOn: String?, found: [String]) throws {
    var journal = try JournalBuilder()
    if let registeredOn { try journal.hardware(of: LicenceSample.miner, on: registeredOn, owned: false) }
    try journal.licence(hasHardware: hasHardware)
    #expect(try licenceFindings(journal) == found)
  }

  @Test(
    "L02, L03, L06, L07: each document of the package is asked for, and must be valid on the day of issue",
    arguments: [
      ("dataCentre", "L02 data-centre-not-shown"), ("nonResidential", "L03 residential-zone-not-excluded"),
      ("metering", "L06 metering-not-shown"), ("technicalConditions", "L07 technical-conditions-insufficient"),
    ])
  func documents(kind: String, found: String) throws {
    let others = LicenceSample.package.filter { $0 != kind }.map { LicenceSample.document($0) }
    let cases: [([CanonicalValue], Bool)] = [
      ([], true), ([LicenceSample.document(kind, validUntil: "2024-05-09")], true),
      ([LicenceSample.document(kind, validUntil: "2024-05-10")], false),
    ]
    for (documents, isFound) in cases {
      var journal = try JournalBuilder()
      let application = LicenceSample.application(documents: others + documents)
      let filing = try journal.apply(for: application, on: "2024-05-03")
      try journal.add(
        type: "licences.subtypeOneIssued", what: LicenceSample.subtypeOne(filing), "2024-05-10 12:00", case: "L-1")
      #expect(try licenceFindings(journal) == (isFound ? [found] : []))
    }
  }

  @Test("L06: the systems of item 5 are asked for from 1 January 2024 (I-46)")
  func meteringFrom2024() throws {
    for (day, found) in [("2023-12-29", []), ("2024-01-03", ["L06 metering-not-shown"])] as [(String, [String])] {
      var journal = try JournalBuilder()
      let documents = LicenceSample.package.filter { $0 != "metering" }.map { LicenceSample.document($0) }
      try journal.licence(on: day, application: LicenceSample.application(documents: documents))
      #expect(try licenceFindings(journal) == found)
    }
  }

  struct PoolCase: Sendable {
    var accredited: String?
    var names: String?
    var hasHardware = true
    var isFound: Bool
  }

  static let pools = [
    PoolCase(accredited: nil, names: nil, isFound: false),
    PoolCase(accredited: "2024-02-01", names: nil, isFound: true),
    PoolCase(accredited: "2024-02-01", names: "P-9", isFound: true),
    PoolCase(accredited: "2024-02-01", names: "P-1", isFound: false),
    PoolCase(accredited: "2024-02-01", names: nil, hasHardware: false, isFound: false),
  ]

  @Test(
    "L04: while there are accredited pools, who has hardware shows a pool whose certificate is valid that day",
    arguments: pools)
  func pool(of expected: PoolCase) throws {
    var journal = try JournalBuilder()
    if let day = expected.accredited { try journal.pool("P-1", on: day) }
    try journal.hardware(of: LicenceSample.miner, on: "2024-02-02")
    try journal.licence(hasHardware: expected.hasHardware, pool: expected.names)
    #expect(try licenceFindings(journal) == (expected.isFound ? ["L04 pool-not-accredited"] : []))
  }

  @Test("L04: a certificate that ran out the day before is none, and then no pool is asked for")
  func expiredPool() throws {
    for (day, found) in [("2024-10-02", ["L04 pool-not-accredited"]), ("2024-10-03", [])] as [(String, [String])] {
      var journal = try JournalBuilder()
      try journal.pool("P-1", on: "2023-10-02")
      try journal.hardware(of: LicenceSample.miner, on: "2024-02-02")
      try journal.licence(on: day, hasHardware: true)
      #expect(try licenceFindings(journal) == found)
    }
  }

  @Test(
    "L07: 35 kV and 1 MW of a transmission organisation, or a connection before 1 April 2023 for a listed kind of building",
    arguments: [
      (["issuer": "transmission", "permittedMW": "1", "substationKV": "35"], true),
      (["issuer": "transmission", "permittedMW": "0.999", "substationKV": "35"], false),
      (["issuer": "transmission", "permittedMW": "1", "substationKV": "34.99"], false),
      (["issuer": "transmission", "permittedMW": "100", "substationKV": "110"], true),
      (["issuer": "production", "permittedMW": "1", "substationKV": "35"], false),
      (["issuer": "transmission"], false),
      (["connectedOn": "2023-03-31", "issuer": "production", "serves": "dataCentre"], true),
      (["connectedOn": "2023-03-31", "issuer": "transmission", "serves": "industrialBuilding"], true),
      (["connectedOn": "2023-04-01", "issuer": "production", "serves": "dataCentre"], false),
      (["connectedOn": "2023-03-31", "issuer": "production"], false),
    ] as [([String: String], Bool)])
  func technicalConditions(stated: [String: String], suffice: Bool) throws {
    var journal = try JournalBuilder()
    try journal.licence(technicalConditions: .object(stated.mapValues(CanonicalValue.string)))
    #expect(try licenceFindings(journal) == (suffice ? [] : ["L07 technical-conditions-insufficient"]))
  }

  @Test("L08: who buys from producers outside the unified system needs no technical conditions (I-48)")
  func offGrid() throws {
    var journal = try JournalBuilder()
    let documents = LicenceSample.package.dropLast().map { LicenceSample.document($0) }
    try journal.licence(
      application: LicenceSample.application(documents: documents, electricity: "offGridProducer"),
      technicalConditions: nil)
    #expect(try licenceFindings(journal) == [])
  }

  @Test("L09: a licensee of subtype II owns hardware that stands in the register; another ground is not enough (I-41)")
  func ownHardware() throws {
    for (owned, found) in [
      (true, []), (false, ["L09 owned-hardware-not-registered"]), (nil, ["L09 owned-hardware-not-registered"]),
    ] as [(Bool?, [String])] {
      var journal = try JournalBuilder()
      if let owned { try journal.hardware(of: LicenceSample.hosted, on: "2024-02-02", owned: owned) }
      try journal.licence()
      try journal.add(type: "licences.subtypeTwoIssued", what: LicenceSample.subtypeTwo(), "2024-05-06 10:00")
      #expect(try licenceFindings(journal) == found)
    }
  }

  @Test(
    "L10: the host of subtype II holds a licence of subtype I that is valid on the day of issue, and a letter names it",
    arguments: [
      ("L-1", nil, ["cooperationLetter"], true), ("L-1", "2024-05-06", ["cooperationLetter"], true),
      ("L-1", "2024-05-05", ["cooperationLetter"], false), ("L-7", nil, ["cooperationLetter"], false),
      ("L-3", nil, ["cooperationLetter"], false), ("L-1", nil, [], false),
    ] as [(String, String?, [String], Bool)])
  func host(number: String, validUntil: String?, documents: [String], isLicensed: Bool) throws {
    var journal = try JournalBuilder()
    try journal.hardware(of: LicenceSample.hosted, on: "2024-02-02")
    try journal.licence(validUntil: validUntil)
    try journal.add(type: "licences.subtypeTwoIssued", what: LicenceSample.subtypeTwo("L-3"), "2024-05-03 15:00")
    try journal.add(
      type: "licences.subtypeTwoIssued", what: LicenceSample.subtypeTwo(host: number, documents: documents),
      "2024-05-06 10:00")
    let found = try findings(journal, asAt: "2025-12-31 23:00").filter { $0.rule == "L10" }
    #expect(found.map(\.code) == (isLicensed ? [] : ["host-not-licensed"]))
    #expect(found.allSatisfy { $0.seq == journal.lastSeq && $0.clause.description == "165-НҚ, it. 8" })
  }

  @Test("L11: subtype II asks for a pool whether or not there is hardware, while there are accredited pools")
  func poolOfSubtypeTwo() throws {
    for (accredited, pool, documents, found) in [
      (false, nil, ["cooperationLetter"], []), (true, "P-1", ["cooperationLetter", "poolAnswer"], []),
      (true, "P-1", ["cooperationLetter"], ["L11 hosted-pool-not-accredited"]),
      (true, nil, ["cooperationLetter", "poolAnswer"], ["L11 hosted-pool-not-accredited"]),
    ] as [(Bool, String?, [String], [String])] {
      var journal = try JournalBuilder()
      if accredited { try journal.pool("P-1", on: "2024-02-01") }
      try journal.hardware(of: LicenceSample.hosted, on: "2024-02-02")
      try journal.licence()
      try journal.add(
        type: "licences.subtypeTwoIssued", what: LicenceSample.subtypeTwo(pool: pool, documents: documents),
        "2024-05-06 10:00")
      #expect(try licenceFindings(journal) == found)
    }
  }

  @Test("a requirement of an order that is not in force is not asked for: before order 598/НҚ nothing is judged")
  func beforeForce() throws {
    var journal = try JournalBuilder()
    try journal.licence(on: "2023-12-15", application: LicenceSample.application(documents: []))
    let found = try findings(journal)
    #expect(found.map(\.code) == ["not-judged"])
    #expect(found.first?.text.hasSuffix("the text of 169-НҚ in the edition of 169-НҚ is not known") == true)
  }
}
