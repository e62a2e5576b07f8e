/// Every kind of finding that an audit can make.
public enum FindingCatalogue {
  /// Those of the journal's format, then those of each order in the order of its text; each code once.
  public static func all(_ book: RuleBook = .standard) -> [FindingKind] {
    var seen: Set<String> = []
    let law = book.regulations.flatMap(\.editions).compactMap(\.provisions).flatMap { $0.rules.flatMap(\.findings) }
    return (ofFormat + law).filter { seen.insert($0.code).inserted }
  }

  /// What the journal's format calls for whatever the law.
  static let ofFormat = [
    outOfOrder, recordedLate, partRepeated, partUnknown, partsDiffer, amendmentIdle, notJudged,
  ]

  static let outOfOrder = kind(
    "out-of-order", "§3", .warning, "an act is dated before the last one about the same filing or complaint")
  static let recordedLate = kind(
    "recorded-late", "§5", .warning,
    "an act was recorded so long after its date that terms count it from its recording")
  static let partRepeated = kind(
    "part-repeated", "§1", .warning, "a second part of one number: the first counts")
  static let partUnknown = kind("part-unknown", "§1", .warning, "a part that has no place in a filing")
  static let partsDiffer = kind(
    "parts-differ", "§1", .breach, "a decision was made on other parts than those that stand, and changes nothing")
  static let amendmentIdle = kind(
    "amendment-idle", "§5", .warning,
    "an annulment or correction changes nothing: no act before it has the id, or it cannot be so amended")
  static let notJudged = kind(
    "not-judged", "§0", .note, "acts of a time of which no text of the law is known are not judged")

  private static func kind(_ code: String, _ place: String, _ severity: Severity, _ text: String) -> FindingKind {
    FindingKind(
      code: code, rule: "", clause: Clause(regulation: "journal format", place: place), severity: severity, text: text)
  }
}
