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
