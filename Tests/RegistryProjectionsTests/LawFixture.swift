import Foundation
import RegistryEvents
import RegistryProjections
import Testing

/// The texts and lists to which the law's data is held.
enum LawFixture {
  static func text(_ name: String, _ ending: String) throws -> String {
    let url = try #require(Bundle.module.url(forResource: name, withExtension: ending, subdirectory: "Fixtures/law"))
    return try String(contentsOf: url, encoding: .utf8)
  }

  /// The lines of a list.
  static func lines(_ name: String, _ ending: String) throws -> [String] {
    try text(name, ending).split(whereSeparator: \.isNewline).map(String.init)
  }

  /// Letters and digits alone, in lower case: what is left of a text when its layout is taken away.
  static func bare(_ text: String) -> String {
    let markup = text.replacing(/<[^>]*>/, with: "")
    return String(
      String.UnicodeScalarView(
        markup.lowercased().unicodeScalars.filter {
          CharacterSet.alphanumerics.contains($0)
        }))
  }

  /// The provisions of order 138/НҚ in the edition of order 331/НҚ, by the way in which an engine gets them.
  static func provisions() throws -> Provisions {
    let date = try #require(LocalDate("2023-09-04"))
    guard case .inForce(_, let provisions, _) = RuleBook.standard.edition(forActType: "apk.registered", on: date) else {
      throw Missing()
    }
    return provisions
  }

  /// The provisions by which an act of a type and a day is judged.
  static func provisions(of type: String, on day: String) throws -> Provisions {
    guard let date = LocalDate(day),
      case .inForce(_, let provisions, _) = RuleBook.standard.edition(forActType: type, on: date)
    else { throw Missing() }
    return provisions
  }

  struct Missing: Error {}
}

/// An order with the texts and lists to which its data is held.
struct KnownOrder: Sendable, CustomTestStringConvertible {
  /// E.g. `142-НҚ`.
  let number: String
  /// The edition whose text is known.
  let edition: String
  /// What stands in the names of its lists, e.g. `142`.
  let list: String
  /// How many rules and readings the lists have.
  let counts: (rules: Int, readings: Int)
  /// The texts, by their names; `nil` where a language is not known.
  let texts: (kk: String?, ru: String?)
  /// What a page break or a lost link tears apart in the text, by the names of ``LawWordingTests``.
  let torn: [String]
  /// Readings that concern no rule.
  let uncited: Set<String>

  var testDescription: String { number }

  /// The provisions of the edition.
  func provisions() throws -> Provisions {
    let regulation = try #require(RuleBook.standard.regulation(number))
    return try #require(regulation.editions.first { $0.id == edition }?.provisions)
  }

  /// The handles and clauses of the list of rules.
  func rules() throws -> [(id: String, clause: String)] {
    try LawFixture.lines("rules-\(list)", "tsv").dropFirst().map { line in
      let cells = line.split(separator: "\t")
      return (id: String(cells[0]), clause: String(cells[1]))
    }
  }

  static let all = [
    KnownOrder(
      number: "138-НҚ", edition: "331-НҚ", list: "138", counts: (28, 29),
      texts: (kk: "331-NK-2023.kk", ru: "138-NK-ed-331-NK-2023.ru"),
      // A page break sets the item's title between the two halves of its text.
      torn: ["item 5, ru"],
      // The spelling of the order's number concerns no rule.
      uncited: ["I-19b"]),
    KnownOrder(
      number: "142-НҚ", edition: "404-НҚ", list: "142", counts: (23, 13),
      texts: (kk: nil, ru: "142-NK-ed-404-NK-2023.ru"),
      // The words of links are displaced in print, and a page break sets the item's title into its text.
      torn: ["ground 5, ru", "item 10, ru"],
      uncited: ["I-29a", "I-29b"]),
    KnownOrder(
      number: "169-НҚ", edition: "598-НҚ", list: "169", counts: (17, 9),
      texts: (kk: "165-169-NK-ed-598-NK-2023.kk", ru: nil), torn: [], uncited: []),
    KnownOrder(
      number: "53-НҚ", edition: "567-НҚ", list: "53", counts: (33, 18),
      texts: (kk: nil, ru: "53-NK-2018-ed-829-567-NK.ru"), torn: [], uncited: []),
  ]
}
