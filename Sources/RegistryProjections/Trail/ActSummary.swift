internal import RegistryEvents

/// What acts say, in a sentence, from the payloads of one area. Texts that were written freely, and what the register does
/// not show of a person, are left out.
extension ReadableAct {
  /// The act in an English sentence without a full stop.
  func summary(_ time: AstanaTime) -> String { filingSummary ?? procedureSummary(time) ?? complaintSummary ?? type }

  private func said<Payload: ActPayload>(_ type: Payload.Type) -> Payload? {
    says(type) ? try? payload(type) : nil
  }

  private var filingSummary: String? {
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
    return nil
  }

  private func procedureSummary(_ time: AstanaTime) -> String? {
    if let act = said(Registered.self) { return "registered under \(act.incomingNumber)" }
    if let act = said(IntakeRefused.self) {
      return "acceptance refused: " + act.reasons.map(\.kind.rawValue).joined(separator: ", ")
    }
    if let act = said(CompletenessRefused.self) {
      return "refused further consideration (\(act.number)): "
        + act.reasons.map(\.kind.rawValue).joined(separator: ", ")
    }
    if let act = said(HearingNotified.self) {
      let minute = time.secondOfDay(of: act.hearing.at) / 60
      let clock = "\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
      return "preliminary decision to refuse (\(act.number)): " + act.grounds.text
        + "; hearing on \(time.date(of: act.hearing.at)) at \(clock), \(act.hearing.mode.rawValue)"
    }
    if let act = said(HearingHeld.self) {
      return act.attended ? "hearing held" : "hearing held without the applicant, who did not come"
    }
    if let act = said(Refused.self) { return "refused (\(act.number)): " + act.grounds.text }
    if let act = said(Included.self) { return "included as entries \([act.entries].text) (\(act.number))" }
    if let act = said(Excluded.self) { return "excluded (\(act.number))" }
    if says(ChangeEntered.self) { return "the notified changes are entered" }
    return nil
  }

  private var complaintSummary: String? {
    if let act = said(ComplaintFiled.self) {
      return "complaint by \(act.applicant.name), addressed to the \(act.addressee.rawValue)"
    }
    if let act = said(ComplaintForwarded.self) { return "complaint forwarded to the \(act.to.rawValue)" }
    if says(ComplaintSatisfied.self) { return "complaint satisfied by the provider" }
    if let act = said(ComplaintDecided.self) {
      return "complaint decided by the \(act.body.rawValue) (\(act.number)): \(act.outcome.rawValue)"
    }
    if let act = said(RulesAmended.self) { return "the Rules are amended by \(act.order), from \(act.inForceFrom)" }
    if let act = said(OperatorInformed.self) { return "the \(act.to.rawValue) is informed of the amendment" }
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

extension [GroundStated] {
  fileprivate var text: String { map(\.ground.rawValue).joined(separator: ", ") }
}
