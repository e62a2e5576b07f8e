import RegistryEvents

/// The documents that are attached to applications: invented, with digests of what they would be called.
enum Papers {
  /// A document with a file.
  static func document(
    _ kind: DocumentKind, _ title: String, validUntil: LocalDate? = nil, _ random: inout SeededRandom
  ) -> SubmittedDocument {
    let name = "document-\(padded(random.below(1_000_000), to: 6)).pdf"
    let file = Attachment(
      mediaType: "application/pdf", name: name, sha256: Digest.sha256(of: Array("\(name) \(title)".utf8)),
      size: Int64(random.number(in: 40_000...2_400_000)))
    return SubmittedDocument(file: file, kind: kind, title: title, validUntil: validUntil)
  }

  /// A number and a date before a day.
  static func numbered(
    _ title: String, before day: LocalDate, days: ClosedRange<Int> = 5...300, _ random: inout SeededRandom
  ) -> String {
    let date = day.adding(days: -random.number(in: days))
    return "\(title) № \(random.number(in: 1...980)) от \(russian(date))"
  }

  /// A day as Russian documents write it.
  static func russian(_ date: LocalDate) -> String {
    let (year, month, day) = date.parts
    return "\(padded(day, to: 2)).\(padded(month, to: 2)).\(year)"
  }

  /// What proves that units have left: the document of one ground.
  static func title(of ground: ExclusionGround) -> String {
    switch ground {
    case .disposal: "Акт утилизации"
    case .serviceLifeExpired: "Акт о списании по истечении срока эксплуатации"
    case .sale: "Договор купли-продажи"
    case .loss: "Талон-уведомление о регистрации заявления об утрате"
    }
  }

  /// The lack of a document.
  static func missing(_ what: String) -> Deficiency {
    Deficiency(kind: .incomplete, text: "Не приложена копия документа, \(what) (приложение 5, пункт 8)")
  }

  /// An expired document.
  static func expired(_ title: String, _ validUntil: LocalDate) -> Deficiency {
    Deficiency(kind: .expired, text: "\(title): срок действия истек \(russian(validUntil))")
  }
}
