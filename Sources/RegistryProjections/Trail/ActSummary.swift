internal import RegistryEvents

/// What acts say, in a sentence: what any order's procedure has alike by the step that the law's data gives the act, what is the
/// order's own by the words of the act's name and of its schema. Texts that were written freely, and what the register does not
/// show of a person, are left out.
extension ReadableAct {
  /// The act in an English sentence without a full stop.
  func summary(_ kind: LawTable.Kind, of service: Service?, _ time: AstanaTime) -> String {
    hardwareSummary ?? procedureSummary(kind.step, time) ?? complaintSummary(kind.step) ?? declaredSummary(
      kind, service)
      ?? type
  }

  private func text(_ path: String...) -> String? { what[path]?.string }

  /// The words in the members of an array's objects, e.g. the grounds of a refusal.
  private func words(_ array: String, _ member: String) -> String {
    (what[array]?.array ?? []).compactMap { $0[member]?.string }.joined(separator: ", ")
  }

  private func procedureSummary(_ step: ActMeaning.Step, _ time: AstanaTime) -> String? {
    switch step {
    case .registration: return text("incomingNumber").map { "registered under \($0)" }
    case .intakeRefusal: return "acceptance refused: " + words("reasons", "kind")
    case .completenessRefusal:
      return text("number").map { "refused further consideration (\($0)): " + words("reasons", "kind") }
    case .hearingNotice:
      guard let number = text("number"), let at = text("hearing", "at").flatMap({ Instant($0) }) else { return nil }
      let minute = time.secondOfDay(of: at) / 60
      let clock = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
      let grounds = words("grounds", "ground")
      let matter =
        grounds.isEmpty ? "notice of a hearing (\(number))" : "preliminary decision to refuse (\(number)): \(grounds)"
      return matter + "; hearing on \(time.date(of: at)) at \(clock), \(text("hearing", "mode") ?? "")"
    case .hearing:
      return what["attended"] == .bool(true) ? "hearing held" : "hearing held without the applicant, who did not come"
    case .refusal: return text("number").map { "refused (\($0)): " + words("grounds", "ground") }
    case .amendment:
      guard let order = text("order"), let from = text("inForceFrom") else { return nil }
      return "the Rules are amended by \(order), from \(from)"
    case .information: return text("to").map { "the \($0) is informed of the amendment" }
    case .filing, .part, .grant, .complaint, .forwarding, .satisfaction, .complaintDecision, .correction, .note,
      .removal,
      .entryEvent:
      return nil
    }
  }

  private func complaintSummary(_ step: ActMeaning.Step) -> String? {
    switch step {
    case .complaint:
      guard let name = text("applicant", "name"), let addressee = text("addressee") else { return nil }
      return "complaint by \(name), addressed to the \(addressee)"
    case .forwarding: return text("to").map { "complaint forwarded to the \($0)" }
    case .satisfaction: return "complaint satisfied by the provider"
    case .complaintDecision:
      guard let body = text("body"), let number = text("number"), let outcome = text("outcome") else { return nil }
      return "complaint decided by the \(body) (\(number)): \(outcome)"
    case .filing, .part, .intakeRefusal, .registration, .completenessRefusal, .hearingNotice, .hearing, .grant,
      .refusal,
      .amendment, .information, .correction, .note, .removal, .entryEvent:
      return nil
    }
  }
}

// MARK: - Acts declared by their schemas

extension ReadableAct {
  /// An act of an order's own: the words of its name, the entry and the number that it gives, and what its schema has as words of
  /// closed lists and as days. `nil` for acts that have a Swift type.
  private func declaredSummary(_ kind: LawTable.Kind, _ service: Service?) -> String? {
    guard let entry = ActCatalogue.standard.entries.first(where: { $0.identity == payloadType }), entry.payload == nil
    else { return nil }
    let reference = kind.entry.flatMap { what[$0]?.referenceKey }?.text
    if kind.step == .filing, let service {
      let by = text("applicant", "name").map { " by \($0)" } ?? ""
      let channel = text("channel").map { ", through the \($0)" } ?? ""
      let changed = service.changesIn.flatMap { what[$0]?.memberNames } ?? []
      return "application for \(service.id.spacedWords)" + (reference.map { " of entry \($0)" } ?? "") + by + channel
        + (changed.isEmpty ? "" : ": " + changed.joined(separator: ", "))
    }
    if kind.step == .correction {
      return "an act outside the Rules on entry \(reference ?? "–")" + (text("basis").map { ": \($0)" } ?? "")
    }
    let name = String(type.drop { $0 != "." }.dropFirst()).spacedWords
    let holder = kind.standsAlone ? text("applicant", "name").map { " to \($0)" } ?? "" : ""
    let told = closedMembers(entry.schema)
    return name + holder + (reference.map { ", entry \($0)" } ?? "") + (text("number").map { " (\($0))" } ?? "")
      + (told.isEmpty ? "" : ": " + told.joined(separator: ", "))
  }

  /// The words of closed lists that leave a choice, and the days, that the act states at its top.
  private func closedMembers(_ schema: Schema) -> [String] {
    guard case .object(let members) = schema else { return [] }
    return members.compactMap { member in
      guard let text = text(member.name) else { return nil }
      switch member.schema {
      case .word(let words) where words.count > 1: return text
      case .string(.date): return "\(member.name.spacedWords) \(text)"
      default: return nil
      }
    }
  }
}

extension String {
  /// `excluded ex officio` for `excludedExOfficio`.
  fileprivate var spacedWords: String {
    reduce(into: "") { text, character in
      text += character.isUppercase ? " \(character.lowercased())" : String(character)
    }
  }
}

extension CanonicalValue {
  /// The names of an object's members, in order.
  fileprivate var memberNames: [String]? {
    guard case .object(let members) = self else { return nil }
    return members.keys.sorted()
  }
}

// MARK: - Hardware

extension ReadableAct {
  private func said<Payload: ActPayload>(_ type: Payload.Type) -> Payload? {
    says(type) ? try? payload(type) : nil
  }

  /// What the lists of units and entries of the hardware register ask to be said.
  private var hardwareSummary: String? {
    if let act = said(InclusionFiled.self) {
      let list = act.parts > 0 ? "listed in \(act.parts) parts" : "\(act.units.count) listed"
      return "application to include \(count(act.quantity, "unit")) (\(list)) by \(act.applicant.name), "
        + "through the \(act.channel.rawValue)"
    }
    if let act = said(ExclusionFiled.self) {
      let list = act.parts > 0 ? "listed in \(act.parts) parts" : act.entries.text
      return "application to exclude entries \(list) (\(act.ground.rawValue)) by \(act.applicant.name), "
        + "through the \(act.channel.rawValue)"
    }
    if let act = said(ChangeNotified.self) {
      let list = act.parts > 0 ? "listed in \(act.parts) parts" : act.entries.text
      let day = act.changedOn.map { "changed on \($0)" } ?? "the day of the change is not stated"
      return "notice of a change of entries \(list) by \(act.applicant.name): "
        + act.changes.shown.map(\.member).joined(separator: ", ") + "; \(day)"
    }
    if let act = said(UnitsListed.self) {
      return "part \(act.number) of the list: \(count(Int64(act.units.count), "unit"))"
    }
    if let act = said(EntriesListed.self) { return "part \(act.number) of the list: entries \(act.entries.text)" }
    if let act = said(Included.self) { return "included as entries \([act.entries].text) (\(act.number))" }
    if let act = said(Excluded.self) { return "excluded (\(act.number))" }
    if says(ChangeEntered.self) { return "the notified changes are entered" }
    if let act = said(CorrectedByAuthority.self) {
      return "an act outside the Rules on entries \(act.entries.text): \(act.basis)"
    }
    return nil
  }
}

/// `1 unit`, `5 units`.
private func count(_ number: Int64, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

extension [EntryRange] {
  /// `1–5, 9`.
  var text: String {
    map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }.joined(separator: ", ")
  }
}
