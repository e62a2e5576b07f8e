extension ActCatalogue.Entry {
  /// The acts of an administrative procedure and of complaints that every area with a public service has, in one shape with those
  /// of the hardware register.
  ///
  /// - Parameters:
  ///   - area: what stands before the dot.
  ///   - grounds: the closed list of grounds of refusal, by their codes.
  ///   - applicants: the kinds of applicants.
  ///   - hearing: what a hearing is for.
  static func procedure(
    of area: String, grounds: [String], applicants: [String] = ApplicantKind.allCases.map(\.rawValue),
    hearing: HearingPurpose = .preliminaryRefusal
  ) -> [ActCatalogue.Entry] {
    let ground = Schema.members(
      .required("ground", .word(grounds), "the ground of the closed list"),
      .required("text", .text(4096), "why it holds"))
    return [
      Self("\(area).registered", "Documents are accepted and registered (прием и регистрация)", Registered.schema),
      Self(
        "\(area).completenessRefused", "A reasoned refusal of further consideration (отказ в дальнейшем рассмотрении)",
        CompletenessRefused.schema),
      hearingNotified(of: area, hearing, ground),
      Self("\(area).hearingHeld", "A hearing was held (заслушивание)", HearingHeld.schema),
      Self(
        "\(area).refused", "A reasoned refusal of the service (мотивированный отказ)",
        .members(
          .required("filing", .string(.uuid), "the id of the filing"),
          .required("grounds", .array(ground, count: 1...6), "the grounds, of the closed list"),
          .optional("hearing", .string(.uuid), "the id of the hearing held"),
          .required("number", .text(64), "the document's number"),
          .required("signatory", Signatory.schema, "who signed the document"))),
      Self(
        "\(area).complaintFiled", "A complaint (жалоба)",
        ComplaintFiled.schema.replacing("applicant", by: .applicant(kinds: applicants))),
      Self("\(area).complaintForwarded", "A complaint is forwarded with the case file", ComplaintForwarded.schema),
      Self("\(area).complaintSatisfied", "The provider satisfies a complaint in full", ComplaintSatisfied.schema),
      Self("\(area).complaintDecided", "A complaint is decided", ComplaintDecided.schema),
      Self("\(area).rulesAmended", "The Rules were amended (внесение изменений в Правила)", RulesAmended.schema),
      Self("\(area).operatorInformed", "The provider informs a body of amended Rules", OperatorInformed.schema),
    ]
  }

  /// What a hearing is for.
  enum HearingPurpose {
    /// To hear the applicant on grounds of refusal that were found.
    case preliminaryRefusal
    /// To clear up what the documents say; no ground of refusal is found yet.
    case clarification
  }

  private static func hearingNotified(
    of area: String, _ purpose: HearingPurpose, _ ground: Schema
  ) -> ActCatalogue.Entry {
    let common: [Schema.Member] = [
      .required("filing", .string(.uuid), "the id of the filing"),
      .required("hearing", Hearing.schema, "time, place and mode"),
      .required("number", .text(64), "the document's number"),
      .required("signatory", Signatory.schema, "who signed the document"),
    ]
    switch purpose {
    case .preliminaryRefusal:
      return Self(
        "\(area).hearingNotified", "A preliminary refusal with notice of the hearing (уведомление о заслушивании)",
        .members(common + [.required("grounds", .array(ground, count: 1...6), "the grounds found")]))
    case .clarification:
      return Self(
        "\(area).hearingNotified", "Notice of a hearing to clear up the documents (уведомление о заслушивании)",
        .members(common + [.required("matter", .text(4096), "what is to be cleared up")]))
    }
  }

  /// The refusal of the chancery to accept, for areas whose documents a chancery takes in.
  static func intakeRefused(of area: String) -> ActCatalogue.Entry {
    Self(
      "\(area).intakeRefused", "The chancery refuses to accept an application (отказ в приеме)", IntakeRefused.schema)
  }

  /// An act outside the Rules that concerns an entry, named by its reference.
  static func correctedByAuthority(of area: String, entry: Schema) -> ActCatalogue.Entry {
    Self(
      "\(area).correctedByAuthority", "An act outside the Rules that concerns an entry is recorded",
      .members(
        .required("basis", .text(1024), "the act outside the Rules: body, number and date"),
        .required("entry", entry, "the entry concerned"),
        .required("text", .text(4096), "what it says")))
  }
}

extension Schema {
  /// An applicant of one of these kinds.
  static func applicant(kinds: [String]) -> Schema {
    .members(
      .required("id", .personal(.text(256)), "БИН of a legal entity, ИИН of a person, as filed"),
      .required("kind", .word(kinds), "what the applicant is"),
      .required("name", .text(512), "the name"))
  }

  /// The object with another schema for one of its members.
  fileprivate func replacing(_ name: String, by schema: Schema) -> Schema {
    guard case .object(let members) = self else { return self }
    return .object(
      members.map {
        $0.name == name ? Member(name: name, schema: schema, isRequired: $0.isRequired, says: $0.says) : $0
      })
  }
}

extension SubmittedDocument {
  /// A document of a package, of one of these kinds.
  static func schema(kinds: [String]) -> Schema {
    .members(
      .required("file", Attachment.schema, "the copy or e-copy"),
      .required("kind", .word(kinds), "what the document is"),
      .required("title", .text(512), "title, number and date"),
      .optional("validUntil", .string(.date), "the last day of validity, where it has one"))
  }
}
