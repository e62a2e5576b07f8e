/// A form of a regulation's appendix: a filing, a document that the provider issues, or a register.
public struct Form: Sendable, Hashable {
  /// A stable name, e.g. `138-НҚ/7`.
  public var id: String
  /// The number of its appendix.
  public var appendix: Int
  /// Its official title.
  public var title: OfficialText
  /// In the order of the form.
  public var fields: [FormField]
  /// The readings by which gaps of one language are filled or numbers settled.
  public var readings: [String] = []
}

/// A field or column of a form.
public struct FormField: Sendable, Hashable {
  /// The name of the value that stands in it, as acts and projections call it.
  public var id: String
  /// The number that the form prints beside it.
  public var number: Int?
  /// Its heading, or what stands under its line.
  public var title: OfficialText
  /// The headings between which one is marked; empty where the field is written in.
  public var choices: [OfficialText]
  /// Whether the Russian heading is restored by sense, because its print in the source is scrambled.
  public var isRussianRestored: Bool

  init(
    _ id: String, _ number: Int? = nil, kk: String?, ru: String?, restored: Bool = false, choices: [OfficialText] = []
  ) {
    self.id = id
    self.number = number
    self.title = OfficialText(kk: kk, ru: ru)
    self.choices = choices
    self.isRussianRestored = restored
  }
}
