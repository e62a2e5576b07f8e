extension Clause {
  /// The place as a document cites it: `138-НҚ, приложение 5, пункт 9, подпункт 1)`; as it stands where it is of another kind.
  func written(in language: DocumentLanguage) -> String {
    let words = place.split(separator: " ").map(String.init)
    var parts = [regulation]
    for index in stride(from: 0, to: words.count, by: 2) {
      guard index + 1 < words.count, let part = Clause.part(words[index], words[index + 1], language) else {
        return description
      }
      parts.append(part)
    }
    return parts.joined(separator: ", ")
  }

  private static func part(_ kind: String, _ number: String, _ language: DocumentLanguage) -> String? {
    switch (kind, language) {
    case ("App.", .kk): return "\(number)-қосымша"
    case ("App.", .ru): return "приложение \(number)"
    case ("it.", .kk): return "\(number)-тармақ"
    case ("it.", .ru): return "пункт \(number)"
    case ("sub", .kk): return "\(number)) тармақша"
    case ("sub", .ru): return "подпункт \(number))"
    default: return nil
    }
  }
}

extension Document.FormReference {
  /// `138-НҚ, приложение 7 (в редакции 331-НҚ)`.
  func written(in language: DocumentLanguage) -> String {
    let place = Clause(regulation: regulation, place: "App. \(appendix)").written(in: language)
    return "\(place) (\(language == .kk ? "\(edition) редакциясында" : "в редакции \(edition)"))"
  }
}
