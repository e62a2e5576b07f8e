/// A form of a regulation's appendix: a filing, a document that the provider issues, or a register.
///
/// Documents are made from forms alone, with no code of their own: ``shows`` names the acts that a form shows, and each field
/// says in ``FormField/sources`` where its value stands: in the act, in the filing that it follows or its registration, in the
/// row of the register as the act leaves it. All sources that have a value are written, in their order. A field without sources
/// is not laid out, since the head and the foot of every document show the organisation and the signatures, but for a field
/// laid out as a ``FormField/Layout/sentence``, whose words are then the form's own. Fields `signerPosition` and `signerName`
/// together make the signature line. What stands for closed words and for grounds is their official wording: of a word by the
/// field's `choices`, of a ground by the list of grounds. The form of a register is named by its ``RegisterLayout/form``: in
/// a field stand the columns that it names as ``FormField/Source/entry(_:)``, or the one of its own name; a field without any is a
/// heading over others.
public struct Form: Sendable, Hashable {
  /// A stable name, e.g. `138-НҚ/7`.
  public var id: String
  /// The number of its appendix.
  public var appendix: Int
  /// Its official title.
  public var title: OfficialText
  /// The act types that it shows; of a case, the newest act of them.
  public var shows: [String] = []
  /// The act types for which the texts give no form, and which are laid out like it.
  public var isBorrowedFor: [String] = []
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
  /// The words between which one is marked; empty where the field is written in.
  public var choices: [Choice]
  /// Whether the Russian heading is restored by sense, because its print in the source is scrambled.
  public var isRussianRestored: Bool
  /// Where its value stands in the journal: all that have one, in their order.
  public var sources: [Source]
  /// How it is laid out.
  public var layout: Layout

  /// A word of a closed list, as the form prints it.
  public struct Choice: Sendable, Hashable {
    /// The word of the acts, e.g. `working`.
    public var code: String
    /// Its official wording.
    public var title: OfficialText

    init(_ code: String, kk: String?, ru: String?) {
      self.code = code
      title = OfficialText(kk: kk, ru: ru)
    }
  }

  /// Where what stands in a field is taken from. A path leads through objects by their members; through an array it leads to
  /// every element.
  public enum Source: Sendable, Hashable {
    /// A member of the act that is shown.
    case act([String])
    /// A member of the filing that the act follows; of the act itself where it is a filing.
    case filing([String])
    /// A member of the registration of that filing.
    case registration([String])
    /// The local day of the act.
    case actDay
    /// The local day of the filing.
    case filingDay
    /// A column of the entry's row in the register, as the act leaves it.
    case entry(String)
    /// The name of the body that keeps the journal.
    case authority
    /// Objects with a `ground` of the closed list, or a `kind` of the field's choices, and a `text`: a list of points.
    case points([String])
  }

  /// How a field is laid out.
  public enum Layout: Sendable, Hashable {
    /// On its own, under its heading.
    case block
    /// Beside the field before it, or after it, that is laid out so.
    case line
    /// In a sentence with those before and after it that are laid out so: its value without heading, or, without sources, its
    /// heading as words of the form.
    case sentence
  }

  init(
    _ id: String, _ number: Int? = nil, kk: String?, ru: String?, restored: Bool = false, choices: [Choice] = [],
    layout: Layout = .block, from sources: Source...
  ) {
    self.id = id
    self.number = number
    self.title = OfficialText(kk: kk, ru: ru)
    self.choices = choices
    self.isRussianRestored = restored
    self.sources = sources
    self.layout = layout
  }
}
