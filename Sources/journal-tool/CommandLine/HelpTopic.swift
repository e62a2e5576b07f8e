/// A page of help that belongs to no command: `journal-tool help errors`.
struct HelpTopic: Sendable {
  /// The word that asks for it.
  let name: String
  /// What help says of it, in a sentence.
  let abstract: String
  /// The page, for a width in columns; made only when it is asked for.
  let text: @Sendable (_ width: Int) -> String

  /// A page of help under a name.
  init(_ name: String, abstract: String, text: @escaping @Sendable (_ width: Int) -> String) {
    self.name = name
    self.abstract = abstract
    self.text = text
  }
}
