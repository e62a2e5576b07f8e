internal import RegistryEvents

extension CanonicalValue {
  /// The values at a path of names; through an array, those of every element.
  func values(at path: some Collection<String>) -> [CanonicalValue] {
    if case .array(let elements) = self { return elements.flatMap { $0.values(at: path) } }
    guard let name = path.first else { return [self] }
    return self[name]?.values(at: path.dropFirst()) ?? []
  }

  /// The value as a document has it: a day by its name, a word of a closed list by its official wording, a personal value that
  /// is only committed to as withheld, an object's members one after the other; nothing for `null`.
  ///
  /// - Parameter word: the official wording of a word; `nil` where it is no word of a closed list.
  func written(
    day: (LocalDate) -> String, in language: DocumentLanguage, word: (String) -> String? = { _ in nil }
  ) -> [DocumentValue.Part] {
    if let digest = self["_sd"]?.array?.first?.string { return [.withheld(digest: digest)] }
    switch self {
    case .null: return []
    case .bool(let isTrue): return [.text((isTrue ? DocumentWords.yes : DocumentWords.no)[language])]
    case .integer(let number): return [.text("\(number)")]
    case .string(let text): return [.text(word(text) ?? LocalDate(text).map(day) ?? text)]
    case .array(let elements): return elements.flatMap { $0.written(day: day, in: language, word: word) }
    case .object(let members):
      return members.sorted { $0.key < $1.key }.flatMap { $0.value.written(day: day, in: language, word: word) }
    }
  }
}

extension FormField {
  /// The official wording of a word of the field's closed list; `nil` where it has no such word.
  func word(_ code: String, in language: DocumentLanguage) -> String? {
    choices.first { $0.code == code }?.title.wording(preferring: language)?.text
  }
}
