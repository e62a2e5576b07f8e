extension ActCatalogue {
  /// The acts of the register of trusted software and electronic-industry products (реестр доверенного программного обеспечения
  /// и продукции электронной промышленности, order 53/НҚ), declared by their schemas; complaints (T24) are as everywhere.
  static let trusted: [Entry] =
    TrustedSchema.filings + TrustedSchema.handling
    + Entry.procedure(
      of: "trusted", grounds: TrustedSchema.grounds, applicants: TrustedSchema.applicants, hearing: .clarification)
    + TrustedSchema.results
    + [Entry.correctedByAuthority(of: "trusted", entry: TrustedSchema.entry)]
}

/// The words and parts of the acts of the area.
private enum TrustedSchema {
  /// The number of a register entry (порядковый номер реестровой записи, Appendix 1 column 1).
  static let entry = Schema.integer(1...1_000_000_000)

  /// Who may apply: natural and legal persons who produce in Kazakhstan (T-2.4, I-39h).
  static let applicants = ["legalEntity", "naturalPerson"]

  /// The closed list of grounds of refusal (Appendix 2 item 10).
  static let grounds = ["unreliable", "courtBan", "noConsent", "nonConforming"]

  /// Why the authority excludes an entry of its own motion (T-10).
  static let removalGrounds = ["unreliableData", "unreliableDocuments", "documentExpired", "criteriaLost"]

  /// What an attached document is (Appendix 2 item 9).
  static let documentKinds = [
    "securityCertificate", "testProtocols", "testImpossibility", "exclusiveRights", "useRights",
    "localisationCalculation", "industrialCertificate", "producersExtract", "characteristics", "powerOfAttorney",
    "other",
  ]

  /// Software, or a product of the electronic industry (программное обеспечение, продукция электронной промышленности).
  static let kind = Schema.word(["software", "product"])

  static let applicant = Schema.applicant(kinds: applicants)

  /// A row of Appendix 10: where the technical support or the service centre is, and how to reach it.
  static let support = Schema.array(
    .members(
      .required("address", .text(1024), "Appendix 10: the actual address in Kazakhstan"),
      .required("contacts", Contacts.schema, "Appendix 10: telephone and e-mail")),
    count: 0...64)

  static let codes = Schema.array(.text(64), count: 0...64)

  static let references = Schema.array(entry, count: 0...64)

  /// Goods, or an information and communication service (товар, информационно-коммуникационная услуга; Appendix 4 item 9).
  static let deliveries = Schema.array(.word(["goods", "ictService"]), count: 0...2)

  static let filingId = Schema.Member.required("filing", .string(.uuid), "the id of the filing")
  static let number = Schema.Member.required("number", .text(64), "the document's number")
  static let signatory = Schema.Member.required("signatory", Signatory.schema, "who signed the document")

  /// What comes with every filing beside its form: the portal's envelope, and the consent that no form holds (I-39g).
  private static let envelope: [Schema.Member] = [
    .required("applicant", applicant, "who applies: name and ИИН or БИН"),
    .required("channel", .word([Channel.portal.rawValue]), "how it came in: only through a portal (T-15, T27)"),
    .required("consent", .boolean, "consent to access to restricted personal data (Law on personal data, art. 8)"),
    .required(
      "documents", .array(SubmittedDocument.schema(kinds: documentKinds), count: 0...64),
      "the documents attached (Appendix 2 item 9)"),
    .required("filledOn", .string(.date), "the date of the application (дата заявления)"),
    .required("portal", .word(["egov", "elicense"]), "www.egov.kz or www.elicense.kz (T-15)"),
    .required("signature", .word([SignatureKind.electronic.rawValue]), "an ЭЦП: the service is electronic alone (T27)"),
    .required("signedBy", .text(256), "name of the person who signed (ФИО)"),
  ]

  private static let inclusion = Schema.members(
    envelope + [
      .required("address", .text(1024), "heading: the applicant's address"),
      .optional("applicationNumber", .text(64), "heading: the number of the application (номер заявления)"),
      .optional("brandAndModel", .text(512), "brand and model of a product (Appendix 1 column 3, Appendix 11)"),
      .required("categoryCodes", codes, "item 8: codes of category by the Rules of classification (T01)"),
      .required("contacts", Contacts.schema, "items 2 and 5: telephone and e-mail"),
      .optional("deliveries", deliveries, "item 9: how software is supplied"),
      .optional("embeddedSoftware", .text(1024), "software that is part of a product (Appendix 1 column 3)"),
      .required("enstruCodes", codes, "item 9: codes of the ЕНС ТРУ"),
      .required("head", .text(256), "item 3: surname, name and patronymic of the head"),
      .optional("isIndependent", .boolean, "whether software is a program of its own (T-5.7)"),
      .required("kind", kind, "software or a product of the electronic industry"),
      .required("name", .text(1024), "item 6: name of the software or product"),
      .optional("platform", .text(2048), "item 10: the platform on which software was developed, unless independent"),
      .optional(
        "powerOfAttorney",
        .members(
          .required("issuedOn", .string(.date), "its date"), .required("number", .text(64), "its number")),
        "item 11: the power of attorney of a representative"),
      .optional("requires", references, "the entries of the software that it needs to work (T-5.7, I-39f)"),
      .required("support", support, "Appendix 10: technical support of software, service centres of a product"),
    ])

  private static let exclusion = Schema.members(
    envelope + [
      .required("contacts", Contacts.schema, "telephone"),
      .required("content", .text(2048), "name and content of the entry to exclude"),
      .required("entry", entry, "the entry to exclude"),
      .required("reason", .text(4096), "reason of the exclusion"),
    ])

  private static let change = Schema.members(
    envelope + [
      .required(
        "changes",
        .members(
          .optional("address", .text(1024), "the applicant's address"),
          .optional("applicant", applicant, "column 4: the applicant"),
          .optional("brandAndModel", .text(512), "column 3: brand and model of a product"),
          .optional("categoryCodes", codes, "column 6"),
          .optional("contacts", Contacts.schema, "column 4: telephone and e-mail"),
          .optional("deliveries", deliveries, "how software is supplied"),
          .optional("embeddedSoftware", .text(1024), "column 3: software that is part of a product"),
          .optional("enstruCodes", codes, "column 5"),
          .optional("isIndependent", .boolean, "whether software is a program of its own"),
          .optional("name", .text(1024), "column 3"),
          .optional("platform", .text(2048), "the platform on which software was developed"),
          .optional("requires", references, "column 3: the entries of the software that it needs to work"),
          .optional("support", support, "column 4: technical support, service centres")),
        "the members of the entry that change, with their new values; none when documents alone are renewed"),
      .required("contacts", Contacts.schema, "telephone"),
      .required("content", .text(2048), "name and content of the entry to change"),
      .required("entry", entry, "the entry to change"),
      .required("newContent", .text(4096), "name and content of the entry in its new edition"),
      .required("reason", .text(4096), "reason of the changes or additions"),
    ])

  static let filings = [
    ActCatalogue.Entry(
      "trusted.inclusionFiled", "An application for inclusion in the register (заявление о включении, Appendix 4)",
      inclusion),
    ActCatalogue.Entry(
      "trusted.exclusionFiled", "An application for exclusion from the register (заявление об исключении, Appendix 5)",
      exclusion),
    ActCatalogue.Entry(
      "trusted.changeFiled", "An application to change an entry (заявление о внесении изменений, Appendix 3; T-9 ¶1)",
      change),
  ]

  /// What the provider records between registration and result.
  static let handling = [
    ActCatalogue.Entry(
      "trusted.sentToCommission",
      "A full package is sent to the commission (направление на рассмотрение комиссии, T-20)",
      .members(filingId)),
    ActCatalogue.Entry(
      "trusted.commissionRecommended", "The commission recommends on a filing (рекомендации комиссии, T-11, T-21)",
      .members(
        filingId,
        .required("outcome", .word(["favourable", "unfavourable"]), "whether it recommends what is applied for"),
        .required("protocol", .text(128), "number and date of the commission's record"),
        .optional("text", .text(4096), "what it says of the criteria"))),
    ActCatalogue.Entry(
      "trusted.stageReported",
      "A stage of the service is entered in the monitoring system (сведения о стадии оказания услуги, T-26; T22)",
      .members(filingId, .required("stage", .text(128), "the stage"))),
  ]

  static let results = [
    ActCatalogue.Entry(
      "trusted.included", "A notice of inclusion in the register (уведомление о включении, Appendix 7)",
      .members(
        .required("entry", entry, "the number of the new entry"), filingId,
        .optional("note", .text(1024), "Appendix 1 column 7 (примечание)"), number, signatory)),
    ActCatalogue.Entry(
      "trusted.excluded", "A notice of exclusion from the register (уведомление об исключении, Appendix 8)",
      .members(filingId, number, .required("reason", .text(4096), "reason of the exclusion"), signatory)),
    ActCatalogue.Entry(
      "trusted.changed", "A notice of a change of the register (уведомление о внесении изменений, Appendix 9)",
      .members(filingId, .optional("note", .text(1024), "Appendix 1 column 7 (примечание)"), number, signatory)),
    ActCatalogue.Entry(
      "trusted.removalRecommended",
      "The commission recommends on an exclusion of the authority's own motion (рекомендации комиссии, T-10, T-11)",
      .members(
        .required("entry", entry, "the entry concerned"),
        .required("outcome", .word(["favourable", "unfavourable"]), "whether it recommends the exclusion"),
        .required("protocol", .text(128), "number and date of the commission's record"),
        .optional("text", .text(4096), "what it says of the criteria"))),
    ActCatalogue.Entry(
      "trusted.excludedExOfficio",
      "The authority excludes an entry of its own motion upon monitoring (исключение по итогам мониторинга, T-10)",
      .members(
        .required("entry", entry, "the entry excluded"),
        .required("ground", .word(removalGrounds), "what the monitoring found"), number,
        .required("reason", .text(4096), "reason of the exclusion (Appendix 8)"), signatory)),
    ActCatalogue.Entry(
      "trusted.published", "A decision is published on the provider's site (опубликование на интернет-ресурсе, T-8)",
      .members(.required("address", .text(1024), "where"), decision)),
    ActCatalogue.Entry(
      "trusted.sentToProcurement",
      "A decision is sent to the operator of the e-procurement system (направление оператору электронных закупок, T-8)",
      .members(decision, .optional("number", .text(64), "the letter's number"))),
  ]

  private static let decision = Schema.Member.required(
    "subject", .string(.uuid),
    "the id of the filing that was decided, or of the exclusion of the authority's own motion")
}
