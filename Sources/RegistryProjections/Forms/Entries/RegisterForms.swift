internal import RegistryEvents

/// The forms of the order that lays out a register whose entries are made one by one: what documents can be asked for.
public struct RegisterForms: Sendable {
  /// The area of the order's acts.
  let area: String
  /// The forms of all editions whose text is known, each once.
  let forms: [Form]
  /// The form of the register itself, by its id; `nil` where the texts give none.
  private let register: String?

  /// The forms of a register; `nil` where no order of the rule book lays it out.
  public init?(_ id: String, rules: RuleBook = .standard) {
    for regulation in rules.regulations {
      let known = regulation.editions.compactMap(\.provisions)
      guard let layout = known.last(where: { $0.register?.id == id })?.register else { continue }
      area = regulation.area
      var seen: Set<Form> = []
      forms = known.flatMap(\.forms).filter { seen.insert($0).inserted }
      register = layout.form
      return
    }
    return nil
  }

  /// The appendices whose documents can be made, in their order.
  public var appendices: [Int] {
    Set(forms.filter { !$0.shows.isEmpty || $0.id == register }.map(\.appendix)).sorted()
  }

  /// Whether an appendix is the form of the register, which shows no one act.
  public func isRegister(appendix: Int) -> Bool {
    forms.contains { $0.id == register && $0.appendix == appendix }
  }
}
