extension ActCatalogue {
  /// The acts of the accreditation of digital mining pools (order 142/НҚ).
  static let pools: [Entry] =
    [
      Entry(
        "pools.accreditationFiled",
        "An application for accreditation of a pool (заявление об аккредитации, Appendix 1; P-5)",
        .members(poolApplication)),
      Entry(
        "pools.reissueFiled",
        "An application to re-issue a certificate (заявление о переоформлении, Appendix 1; P-12)",
        .members(
          poolApplication + [
            .required(
              "certificate", poolCertificate, "the certificate to re-issue, which the form does not name (I-29c)")
          ])),
      .intakeRefused(of: "pools"),
    ] + Entry.procedure(of: "pools", grounds: poolRefusalGrounds) + [
      Entry(
        "pools.reissueRefused",
        "A reasoned refusal to consider a re-issue further (отказ в дальнейшем рассмотрении, Appendix 4; P-12 ¶2)",
        .members(
          .required("filing", .string(.uuid), "the id of the filing"),
          .required("number", .text(64), "the document's number"),
          .required("reasons", .array(poolNonConformity, count: 1...32), "why"),
          .required("signatory", Signatory.schema, "who signed the document"))),
      Entry(
        "pools.stateRecordObtained",
        "The provider takes data from a state information system (шлюз «электронного правительства», P-13)",
        .members(
          .required("filing", .string(.uuid), "the id of the filing"),
          .required(
            "record", .word(["identity", "registration"]), "an identity document, or the registration of the pool"),
          .required("reference", .text(256), "number and date of what was found"),
          .required("system", .text(256), "the state information system asked"))),
      Entry(
        "pools.securityTestObtained",
        "The provider takes the positive act of the information-security test from a state system (P-4(2), P-13)",
        .members(
          .required("filing", .string(.uuid), "the id of the filing"),
          .required("reference", .text(256), "number and date of the act of the test"),
          .required("system", .text(256), "the state information system asked"))),
      Entry(
        "pools.stageReported",
        "A stage of the service is entered in the monitoring information system (P-14)",
        .members(
          .required("filing", .string(.uuid), "the id of the filing"),
          .required("reference", .text(256), "the number of the record in the monitoring system"),
          .required(
            "stage", .word(["accepted", "registered", "hearing", "decided"]), "the stage (стадия оказания услуги)"))),
      Entry(
        "pools.certificateIssued",
        "A certificate of accreditation (свидетельство об аккредитации, Appendix 3; P-11)",
        .members(poolCertificateMembers)),
      Entry(
        "pools.certificateReissued",
        "A re-issued certificate of accreditation (переоформленное свидетельство, Appendix 3; P-12)",
        .members(poolCertificateMembers.filter { $0.name != "certificate" })),
      .correctedByAuthority(of: "pools", entry: poolCertificate),
    ]

  /// The closed list of grounds for refusing the service (Appendix 2 item 9): five, without a negative answer of a state body.
  private static let poolRefusalGrounds = ["unreliable", "nonConforming", "courtBan", "courtDeprivation", "noConsent"]

  /// The number that the provider gives a certificate, since the form has none (I-26).
  private static let poolCertificate = Schema.text(64)

  /// The fields of Appendix 1.
  private static let poolApplication: [Schema.Member] = [
    .required("applicant", Applicant.schema, "full name and БИН of the legal entity"),
    .required("channel", .word(Channel.allCases.map(\.rawValue)), "how it came in (P-5)"),
    .required("consent", .boolean, "consent to the collection and processing of personal data"),
    .required("documents", .array(poolDocument, count: 0...64), "the documents attached (Appendix 2 item 8)"),
    .required("filledOn", .string(.date), "date of filling (дата заполнения)"),
    .optional(
      "location", .text(1024), "location of the complex (server) in Kazakhstan; absent where it was left blank"),
    .required("secretsConsent", .boolean, "consent to the use of legally protected secrets in information systems"),
    .required("signature", .word(SignatureKind.allCases.map(\.rawValue)), "how the applicant signed"),
    .required("signedBy", .text(256), "name of the person who signed (ФИО)"),
    .required("truthStatedOn", .string(.date), "the day on which data and documents are stated to be true and valid"),
  ]

  /// What a document of the package is (Appendix 2 item 8).
  private static let poolDocument = SubmittedDocument.schema(kinds: [
    "reserveLetter", "channelsContract", "supportLetter", "interfaceLetter", "integrationLetter", "other",
  ])

  private static let poolNonConformity = Schema.members(
    .required("kind", .word(["nonConforming", "expired"]), "a document does not conform, or has expired"),
    .required("text", .text(2048), "what exactly"))

  /// The fields of Appendix 3 that stand in no other act.
  private static let poolCertificateMembers: [Schema.Member] = [
    .required("certificate", poolCertificate, "the certificate's own number (I-26)"),
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("legalAddress", .text(1024), "the pool's legal address, as its state registration has it (P-13)"),
    .required("signatory", Signatory.schema, "who signed the document (I-29)"),
  ]
}
