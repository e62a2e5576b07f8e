internal import RegistryEvents

/// A language in which documents are issued.
public enum DocumentLanguage: String, Sendable, CaseIterable {
  /// Kazakh, the state language.
  case kk
  /// Russian.
  case ru

  /// The other one, for what the text of the law has in one language only.
  var other: DocumentLanguage { self == .kk ? .ru : .kk }
}

/// A text and the language that it is in.
public struct Wording: Sendable, Hashable {
  /// The text.
  public let text: String
  /// Its language, which is not the document's where the law has the passage in one language only.
  public let language: DocumentLanguage

  /// A text in a language.
  public init(_ text: String, _ language: DocumentLanguage) {
    self.text = text
    self.language = language
  }
}

extension OfficialText {
  /// The wording in a language; `nil` where the text of the law lacks it.
  subscript(language: DocumentLanguage) -> String? {
    switch language {
    case .kk: return kk
    case .ru: return ru
    }
  }

  /// The wording in a language, or in the other where the text of the law lacks it.
  func wording(preferring language: DocumentLanguage) -> Wording? {
    if let text = self[language] { return Wording(text, language) }
    return self[language.other].map { Wording($0, language.other) }
  }
}

extension BilingualText {
  /// The text in a language.
  subscript(language: DocumentLanguage) -> String {
    switch language {
    case .kk: return kk
    case .ru: return ru
    }
  }

  /// The text in a language, with its language.
  func wording(_ language: DocumentLanguage) -> Wording { Wording(self[language], language) }
}
