internal import RegistryEvents

/// Says whether a fact that a requirement asks for is shown by a case and by the registers, as they stand before the act.
struct FactJudge {
  /// What the act says: the grant, or what ends an entry.
  let act: CanonicalValue
  /// What was filed; `nil` where nothing was.
  let filing: FilingFacts?
  /// The types of what was recorded of the filing.
  let noted: Set<String>
  /// The day of the act.
  let date: LocalDate
  let registers: Registers

  private func member(_ path: [String]) -> CanonicalValue? { act[path] ?? filing?.declared?[path] }

  private var holder: IdentifierKey? {
    (Personal(act["applicant"]?["id"]) ?? filing?.applicant.id)?.shown.flatMap { IdentifierKey($0) }
  }

  private var documents: [FilingFacts.Document] {
    filing?.documents ?? FilingFacts(declared: act)?.documents ?? []
  }

  func holds(_ fact: Fact) -> Bool {
    switch fact {
    case .document(let kinds):
      return documents.contains { document in
        kinds.contains(document.kind) && document.validUntil.map { $0 >= date } ?? true
      }
    case .recorded(let type): return noted.contains(type)
    case .stated(let path): return member(path).map { $0 != .array([]) } ?? false
    case .isTrue(let path): return member(path) == .bool(true)
    case .word(let path, let words): return member(path)?.string.map(words.contains) ?? false
    case .atLeast(let path, let bound):
      return member(path)?.string.flatMap { Decimal($0) }.map { $0 >= bound } ?? false
    case .before(let path, let day): return member(path)?.string.flatMap { LocalDate($0) }.map { $0 < day } ?? false
    case .holdsEntry(let register, let values):
      return holder.map { registers.holdsEntry(of: register, $0, with: values, on: date) } ?? false
    case .namesEntry(let path, let register, let values):
      let named = member(path)?.array ?? member(path).map { [$0] } ?? []
      return !named.isEmpty
        && named.allSatisfy { reference in
          reference.referenceKey.map { registers.stands($0, of: register, with: values, on: date) } ?? false
        }
    case .registerHasEntries(let register): return registers.hasEntries(register, on: date)
    }
  }

  /// Whether a requirement concerns the case.
  func concerns(_ requirement: Requirement) -> Bool {
    requirement.when.allSatisfy(holds) && !requirement.unless.contains(where: holds)
  }

  /// Whether one of the ways of meeting a requirement is met; one that no journal can show counts as met.
  func isMet(_ requirement: Requirement) -> Bool {
    requirement.ways.isEmpty || requirement.ways.contains { $0.allSatisfy(holds) }
  }
}
