public import RegistryEvents

/// Says of an act that is about to be done whether the law makes it impossible: the one gate before a journal, for the tool and
/// for services alike.
///
/// A pure function of the act, the state of the cases, the registers and the law. A filing is taken in as it was filed,
/// whatever is wrong with it. What the law forbids but life does all the same, such as a late decision, passes, and is found
/// by an audit. An act of a time of which no text of the law is known passes too, since it cannot be judged. Whether the
/// act's `what` is as its schema says is judged where acts are written.
public struct CaseDecider: Sendable {
  private let law: LawTable

  /// A decider by a rule book.
  public init(law book: RuleBook = .standard) { law = LawTable(book) }

  /// Lets an act pass.
  ///
  /// - Parameters:
  ///   - act: the act, with its date.
  ///   - signers: who signs it, in the roles of their mandates.
  ///   - cases: the cases before the act.
  ///   - registers: the registers before the act.
  ///   - time: Astana's time.
  /// - Throws: why the act is impossible.
  public func admit(
    _ act: some ReadableAct, signers: [Signer], cases: Cases, registers: Registers, time: AstanaTime
  ) throws(Refusal) {
    guard let kind = law.kind(of: act), let period = law.period(of: kind, on: time.date(of: act.at)),
      period.unjudged == nil
    else { return }
    let followed = kind.follows.flatMap { act.id(in: $0) }
    let filing = followed.flatMap { cases.filing($0) }
    let bars = Bars(provisions: period.provisions)
    switch kind.step {
    case .filing, .complaint, .amendment, .correction: break
    case .grant where followed == nil && kind.standsAlone: try bars.passNewEntry(act, kind, registers)
    case .removal, .entryEvent:
      if followed != nil, filing == nil { throw bars.refusal(.filingUnknown) }
      try bars.passNamedEntry(act, kind, registers)
    case .note:
      guard let followed, filing != nil || cases.hasMotion(followed) else { throw bars.refusal(.filingUnknown) }
    case .part, .intakeRefusal, .registration, .completenessRefusal, .hearingNotice, .hearing, .grant, .refusal:
      guard let filing else { throw bars.refusal(.filingUnknown) }
      guard IdentifierKey(act.caseNumber ?? "") == IdentifierKey(filing.caseNumber ?? "") else {
        throw bars.refusal(.caseDiffers)
      }
      guard let service = period.provisions.services.first(where: { $0.id == filing.service }) else {
        throw bars.refusal(.serviceDiffers)
      }
      try FilingGate(act: act, kind: kind, filing: filing, service: service, bars: bars)
        .pass(pending: registers.pendingFiling(filing.id), registers: registers)
    case .forwarding, .satisfaction, .complaintDecision:
      guard let complaint = followed.flatMap({ cases.complaint($0) }) else { throw bars.refusal(.complaintUnknown) }
      try pass(act, kind.step, complaint, bars)
    case .information:
      guard let followed, cases.hasAmendment(followed) else { throw bars.refusal(.amendmentUnknown) }
    }
    try passSigners(act, signers, service: filing?.service, bars)
  }

  private func pass(
    _ act: some ReadableAct, _ step: ActMeaning.Step, _ complaint: ComplaintState, _ bars: Bars
  ) throws(Refusal) {
    guard IdentifierKey(act.caseNumber ?? "") == IdentifierKey(complaint.caseNumber ?? "") else {
      throw bars.refusal(.caseDiffers)
    }
    guard !complaint.stage.isDecided else { throw bars.refusal(.complaintDecidedAlready) }
    guard step != .forwarding || complaint.stage != .forwarded else { throw bars.refusal(.complaintForwardedAlready) }
  }

  /// Enough signers, of different holders, in a role that the clause wants for the service.
  private func passSigners(
    _ act: some ReadableAct, _ signers: [Signer], service: String?, _ bars: Bars
  ) throws(Refusal) {
    guard let signatory = bars.provisions.signatory(of: act.type, service: service) else { return }
    guard signatory.isSatisfied(by: signers) else { throw bars.refusal(signatory) }
  }
}

extension Signatory {
  /// Whether enough of the signers, of different holders, hold one of the roles.
  func isSatisfied(by signers: [Signer]) -> Bool {
    let competent = signers.filter { signer in roles.contains { signer.roles.contains($0.id) } }
    return Set(competent.map(\.holder.id)).count >= minimumSigners
  }
}

/// The bars of an edition, to cite from.
struct Bars {
  let provisions: Provisions

  /// A refusal by the rule that sets the bar.
  ///
  /// A bar that no rule of the edition sets cites the edition's first rule: the engine asks only for bars without which the
  /// act could not be followed at all, and a test holds every edition to name all of them.
  func refusal(_ code: Bar.Code, _ detail: String = "") -> Refusal {
    let bar = provisions.bar(code)
    return Refusal(
      code: code, rule: bar?.rule ?? provisions.rules.first?.id ?? "",
      clause: bar?.clause ?? provisions.rules.first?.clauses.first ?? Clause(regulation: "", place: ""), detail: detail)
  }

  /// A refusal of the signers, by the clause that names who signs.
  func refusal(_ signatory: Signatory) -> Refusal {
    Refusal(
      code: .signatoryNotCompetent, rule: signatory.rule, clause: signatory.clause,
      detail: "needs \(signatory.roles.map(\.id).joined(separator: " or "))")
  }
}
