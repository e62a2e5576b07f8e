public import RegistryEvents

/// A document as it is issued: what a form of the law says, filled in from acts, before it is laid out.
///
/// Texts of applicants and officials stand in it as they were recorded; a ``DocumentRenderer`` makes them harmless.
public struct Document: Sendable, Hashable {
  /// The form that it follows.
  public let form: FormReference
  /// The language in which it is issued.
  public let language: DocumentLanguage
  /// The name of the organisation, which heads the form twice: in Kazakh and in Russian.
  public let organisation: BilingualText
  /// The official title.
  public let title: Wording
  /// What the title leaves open.
  public let subtitle: Wording?
  /// In the order of the form.
  public let body: [Block]
  /// The columns of its table; empty where it has none. The rows are given to the renderer one by one.
  public let columns: [Column]
  /// Position and name of the person who signed; `nil` where the form has no place for it.
  public let signatory: SignatoryFields?
  /// The sentence at its foot by which it equals a document on paper (A22).
  public let footer: Wording?
  /// What a reader must know of how the form was filled in, in the document's language.
  public let notes: [String]
  /// By what the document can be held to the journal.
  public let evidence: DocumentEvidence

  /// The form of the law that a document follows.
  public struct FormReference: Sendable, Hashable {
    /// E.g. `138-НҚ`.
    public let regulation: String
    /// The order that made the edition in force, e.g. `331-НҚ`.
    public let edition: String
    /// The number of the appendix.
    public let appendix: Int
  }

  /// A field: its heading in the law and what stands in it.
  public struct Field: Sendable, Hashable {
    /// The name of the value, as the law's data has it.
    public let id: String
    /// Its heading.
    public let title: Wording
    /// What stands in it.
    public let value: DocumentValue
  }

  /// A column of a table.
  public struct Column: Sendable, Hashable {
    /// The name of the value, as the law's data has it.
    public let id: String
    /// The number that the form prints beneath its heading.
    public let number: Int?
    /// Its heading.
    public let title: Wording
  }

  /// A piece of a sentence.
  public enum Run: Sendable, Hashable {
    /// Words of the form.
    case text(Wording)
    /// What is filled in.
    case value(DocumentValue)
  }

  /// A point of a list: what the law calls it, and what is said of it.
  public struct Point: Sendable, Hashable {
    /// The official wording.
    public let heading: Wording
    /// Where that stands, e.g. `App. 5 it. 9 sub 1`; `nil` where it is no clause's.
    public let clause: Clause?
    /// What is said of it, a paragraph each.
    public let paragraphs: [String]
  }

  /// A part of the body.
  public enum Block: Sendable, Hashable {
    /// Fields side by side.
    case line([Field])
    /// A field of its own.
    case field(Field)
    /// A sentence.
    case sentence([Run])
    /// A heading with points below it.
    case list(Wording, [Point])
  }

  /// The fields in which a form names who signed it.
  public struct SignatoryFields: Sendable, Hashable {
    /// The position.
    public let position: Field
    /// Surname, name and patronymic.
    public let name: Field
  }
}
