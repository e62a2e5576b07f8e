/// The acts about licences to mine (orders 165/НҚ and 169/НҚ in the edition of order 598/НҚ).
///
/// Forms of order 598/НҚ give the fields: Appendix 1 of the Rules is the application for subtype I, Appendices 4 and 5 are the
/// licences, 6 and 7 their annexes. An application for subtype II, intake and refusal have no form in the texts that are known
/// (reading I-40): a licence of subtype II is recorded with the facts and documents that it was issued on.
extension ActCatalogue {
  static let licences: [Entry] = [
    Entry(
      "licences.applicationFiled",
      "An application for a licence of subtype I or an annex to it (өтініш, Appendix 1 of the Rules; L13)",
      .members(
        .required("address", .text(1024), "the legal address, or that of the entrepreneur (мекен-жайы)"),
        .required("applicant", Applicant.schema, "name and БИН or ИИН"),
        .required("asksFor", .word(["licence", "annex", "licenceAndAnnex"]), "a licence, an annex to one, or both"),
        .required("channel", .word([Channel.portal.rawValue]), "how it came in: the form knows only an ЭЦҚ"),
        .required(
          "consent", .boolean, "confirms: use of data that are secrets protected by law, in information systems"),
        .required("contacts", Contacts.schema, "e-mail and telephone"),
        .required("dataCentreAddress", .text(1024), "the address of the data centre"),
        .required(
          "documents", .array(SubmittedDocument.schema(kinds: documentKinds), count: 0...64),
          "the documents attached (column 3 of the requirements)"),
        .required("documentsTrue", .boolean, "confirms: all documents attached are true and valid"),
        .required("electricity", electricity, "the way of getting electricity (L08)"),
        .required("filledOn", .string(.date), "date of filling (толтыру күні)"),
        .required("noCourtBan", .boolean, "confirms: no court forbids the licensed activity"),
        .required(
          "officialContacts", .boolean,
          "confirms: all data are official contacts, to which what concerns issue or refusal may be sent"),
        .required("sheets", .integer(0...10000), "the number of sheets attached (парақ)"),
        .required(
          "signature", .word([SignatureKind.electronic.rawValue]),
          "how the applicant signed: the form knows only an ЭЦҚ"),
        .required("signedBy", .text(256), "name of the person who signed"))),
    Entry(
      "licences.registered", "An application is taken in; a term, where one is configured, runs from it (I-40)",
      Registered.schema),
    Entry(
      "licences.refused", "A refusal to issue a licence or an annex (беруден бас тарту; I-40)",
      .members(
        .required("filing", .string(.uuid), "the id of the application"),
        .required(
          "grounds",
          .array(
            .members(
              .required("ground", .text(64), "the ground; of the list that is configured, if one is"),
              .required("text", .text(4096), "why it holds")), count: 1...16),
          "the grounds"),
        .required("number", .text(64), "the document's number"),
        .required("signatory", Signatory.schema, "who signed the document"))),
    Entry(
      "licences.subtypeOneIssued", "A licence of subtype I (лицензия, Appendix 4 of the Rules; L14)",
      licence(
        subtype: "I",
        .required("filing", .string(.uuid), "the id of the application"),
        .required(
          "hasHardware", .boolean, "whether the licensee has hardware on ownership or another lawful ground (L01, L04)"),
        .optional("technicalConditions", technicalConditions, "the conditions of connection (техникалық шарттар; L07)"))
    ),
    Entry(
      "licences.subtypeTwoIssued", "A licence of subtype II (лицензия, Appendix 5 of the Rules; L15)",
      licence(
        subtype: "II",
        .required("address", .text(1024), "the location of the licensee"),
        .required("applicant", Applicant.schema, "to whom: name and БИН or ИИН"),
        .required(
          "documents", .array(SubmittedDocument.schema(kinds: documentKinds), count: 0...64),
          "the documents that it was issued on (column 3 of the requirements)"),
        .required(
          "host", .text(64), "the licence of the subtype I miner in whose data centre the hardware stands (L10)"),
        .optional("inclusionNotice", .text(64), "the number of the notice of inclusion, if given (L09, I-41)"))),
    Entry(
      "licences.subtypeOneAnnexIssued", "An annex to a licence of subtype I (қосымша, Appendix 6 of the Rules; L16)",
      annex(
        subtype: "I",
        .required("dataCentreAddress", .text(1024), "the location of the data centre"),
        .required("electricity", electricity, "the way of getting electricity"),
        .optional("filing", .string(.uuid), "the id of the application, where it was asked for by itself"))),
    Entry(
      "licences.subtypeTwoAnnexIssued", "An annex to a licence of subtype II (қосымша, Appendix 7 of the Rules; L17)",
      annex(subtype: "II")),
    Entry(
      "licences.poolSwitched", "A licensed miner tells that it has gone from one pool to another (L05, L12)",
      .members(
        .optional("from", .text(64), "the certificate of the pool that it left"),
        .required("licence", .text(64), "the number of the licence"),
        .required("pool", .text(64), "the certificate of the pool that it went to"),
        .required("signedBy", .text(256), "name of the person who signed"),
        .required("subtype", .word(["I", "II"]), "the subtype of the licence"),
        .required("switchedOn", .string(.date), "the day of switching, from which the term runs (I-44)"))),
    .correctedByAuthority(of: "licences", entry: .text(64)),
  ]

  /// What a document proves, by the items of the requirements: 2, 3, 4 and 9, 5, 6, 7, 8.
  private static let documentKinds = [
    "dataCentre", "nonResidential", "poolReference", "poolAnswer", "poolContract", "metering", "technicalConditions",
    "inclusionNotice", "cooperationLetter", "other",
  ]

  /// The two ways that the forms name.
  private static let electricity = Schema.word(["singlePurchaser", "offGridProducer"])

  private static let technicalConditions = Schema.members(
    .optional("connectedOn", .string(.date), "since when the miner is connected"),
    .required("issuer", .word(["transmission", "production"]), "the kind of organisation that issued them"),
    .optional("permittedMW", .string(.decimal), "the power permitted in MW"),
    .optional(
      "serves", .word(["dataCentre", "productionBuilding", "industrialBuilding"]),
      "the kind of service that they are for"),
    .optional("substationKV", .string(.decimal), "the voltage of the transformer substation in kV"))

  /// The fields that both licences have, and further members. The day of issue is that of the act.
  private static func licence(subtype: String, _ members: Schema.Member...) -> Schema {
    .members(
      members + [
        .required("activity", .text(512), "for what activity (айналысуға берілді)"),
        .required("firstIssuedOn", .string(.date), "the day of first issue (бастапқы берілген күні)"),
        .required("licence", .text(64), "the number of the licence (лицензия нөмірі)"),
        .optional("note", .text(512), "whether it can be alienated, and the class of the permit (ескерту)"),
        .required("place", .text(256), "the place of issue (берілген орны)"),
        .optional("pool", .text(64), "the certificate of the pool through which the licensee mines (L04, L11)"),
        .required("provider", .text(512), "the full name of the provider"),
        .required("signatory", Signatory.schema, "the head, or the authorised person (басшы)"),
        .optional(
          "specialConditions", .text(4096), "the locations of several data centres (ерекше шарттары; I-42)"),
        .required("subtype", .word([subtype]), "the subtype (кіші түр)"),
        .optional("validUntil", .string(.date), "the last day of validity, where the licence states one"),
      ])
  }

  /// The fields that both annexes have, and further members. The day of the annex is that of the act; that of the licence is the
  /// register's.
  private static func annex(subtype: String, _ members: Schema.Member...) -> Schema {
    .members(
      members + [
        .required("licence", .text(64), "the number of the licence (лицензия нөмірі)"),
        .required("number", .text(64), "the number of the annex (қосымшаның нөмірі)"),
        .required("provider", .text(512), "the full name of the provider"),
        .required("signatory", Signatory.schema, "the head, or the authorised person (басшы)"),
        .optional(
          "specialConditions", .text(4096), "the locations of several data centres (ерекше шарттары; I-42)"),
        .required("subtype", .word([subtype]), "the subtype (кіші түр)"),
        .optional("validUntil", .string(.date), "the last day of validity, where the annex states one"),
      ])
  }
}
