import RegistryEvents

/// The rules on complaints that stand almost alike in the orders on public services (C1 to C6), with the clauses of each.
struct ComplaintRules {
  /// What stands before the dot of the types, e.g. `pools`.
  var area: String
  /// The regulation, e.g. `142-НҚ`.
  var regulation: String
  /// Where each of C1 to C6 stands.
  var places: (c1: String, c2: String, c3: String, c4: String, c5: String, c6: String)
  /// Where it stands with whom a complaint is filed.
  var filing: String
  /// Where it stands who considers it.
  var consideration: String
  /// The readings of a rule and of its terms, by its handle.
  var readings: [String: [String]] = [:]
  /// What is said of C3 beyond the order's own words, in brackets with a space before; empty where the text cites no law.
  var satisfactionSource = " (Administrative Procedure and Process Code art. 91(4))"
  /// The law that can open a court at once, and what is said of the response to it, as of C3.
  var court = (exception: "a law", source: "")
  /// Who files: the applicant, and where paper is taken in the worker who does so.
  var filers: [Role] = [.applicant, .chanceryWorker]
  /// Who decides for the provider.
  var officials: [Role] = [.authorisedPerson, .headOfUnit]

  /// In their order. The terms of forwarding and of consideration run side by side.
  var rules: [Rule] { [challenge, forwarding, satisfaction, byProvider, byQualityBody, beforeCourt] }

  private var filed: String { "\(area).complaintFiled" }
  private var forwarded: String { "\(area).complaintForwarded" }
  private var satisfied: String { "\(area).complaintSatisfied" }
  private var decided: String { "\(area).complaintDecided" }

  private func at(_ place: String) -> Clause { Clause(regulation: regulation, place: place) }

  private func bar(_ code: Bar.Code, _ rule: String, _ place: String) -> Bar {
    Bar(code: code, rule: rule, clause: at(place))
  }

  private var challenge: Rule {
    Rule(
      id: "C1", clauses: [at(places.c1)], actor: .applicant,
      text:
        "A complaint is filed with the provider or official whose decision, action or inaction is challenged; it is "
        + "considered by the higher body or official, or by the body for the quality of public services. The text sets "
        + "no term for filing.",
      actTypes: [filed],
      bars: [bar(.complaintUnknown, "C1", places.c1), bar(.complaintDecidedAlready, "C1", consideration)],
      readings: readings["C1"] ?? [])
  }

  private var forwarding: Rule {
    Rule(
      id: "C2", clauses: [at(places.c2)], actor: .provider,
      text: "The complaint and the administrative case go to the body that considers it not later than three working "
        + "days from the day on which the complaint came in.",
      actTypes: [filed, forwarded],
      duties: [
        Duty(
          id: "C2", rule: "C2", clause: at(places.c2), actor: .provider, summary: "forward the complaint and the case",
          opensOn: throughProvider, start: .actDay, term: .workingDays(3), metBy: [forwarded],
          endedBy: [satisfied, decided], findingStem: "complaint-forwarding", readings: readings["C2"] ?? [])
      ],
      bars: [bar(.complaintForwardedAlready, "C2", places.c2)],
      readings: readings["C2"] ?? [])
  }

  private var satisfaction: Rule {
    Rule(
      id: "C3", clauses: [at(places.c3)], actor: .provider,
      text:
        "The complaint need not be forwarded if within three working days a favourable act or action fully satisfies "
        + "it\(satisfactionSource).",
      actTypes: [satisfied],
      duties: [
        Duty(
          id: "C3", rule: "C3", clause: at(places.c3), actor: .provider,
          summary: "satisfy the complaint instead of forwarding it", bearing: .limit, opensOn: throughProvider,
          start: .actDay, term: .workingDays(3), metBy: [satisfied], endedBy: [forwarded, decided],
          findingStem: "complaint-satisfaction", readings: readings["C3"] ?? [])
      ],
      readings: readings["C3"] ?? [])
  }

  private var byProvider: Rule {
    Rule(
      id: "C4", clauses: [at(places.c4)], actor: .provider,
      text: "A complaint addressed to the provider is considered within five working days of its registration (Law on "
        + "public services art. 25(2)).",
      actTypes: [filed, decided, satisfied],
      duties: [
        Duty(
          id: "C4", rule: "C4", clause: at(places.c4), actor: .provider, summary: "consider the complaint",
          opensOn: addressed(to: .provider), start: .intakeDay, term: .workingDays(5), metBy: [decided, satisfied],
          findingStem: "complaint-decision", readings: readings["C4"] ?? [])
      ],
      readings: readings["C4"] ?? [])
  }

  private var byQualityBody: Rule {
    Rule(
      id: "C5", clauses: [at(places.c5)], actor: .qualityBody,
      text: "A complaint addressed to the body for the quality of public services is considered within fifteen working "
        + "days of its registration.",
      actTypes: [filed, decided],
      duties: [
        Duty(
          id: "C5", rule: "C5", clause: at(places.c5), actor: .qualityBody, summary: "consider the complaint",
          opensOn: addressed(to: .qualityBody), start: .intakeDay, term: .workingDays(15), metBy: [decided],
          findingStem: "complaint-decision-by-quality-body", readings: readings["C5"] ?? [])
      ],
      readings: readings["C5"] ?? [])
  }

  private var beforeCourt: Rule {
    Rule(
      id: "C6", clauses: [at(places.c6)], actor: .provider,
      text:
        "A court is open after the pre-trial complaint, unless \(court.exception) says otherwise. Where it is open at "
        + "once, the reasoned position of the head of the higher body is filed with the response\(court.source).",
      readings: readings["C6"] ?? [])
  }

  /// Every complaint is filed with the provider (C1), whoever considers it; only what was addressed to the quality body does not
  /// pass through the provider's hands.
  private var throughProvider: ActPattern { addressed(to: .provider, .higherBody) }

  private func addressed(to addressees: ComplaintAddressee...) -> ActPattern {
    ActPattern(types: [filed], conditions: [.member("addressee", oneOf: addressees.map(\.rawValue))])
  }

  /// Who signs the acts of a complaint.
  var signatories: [Signatory] {
    func signatory(_ type: String, _ roles: [Role], _ rule: String, _ place: String) -> Signatory {
      Signatory(acts: ActPattern(types: [type]), roles: roles, rule: rule, clause: at(place))
    }
    return [
      signatory(filed, filers, "C1", filing),
      signatory(forwarded, [.providerEmployee] + officials, "C2", places.c2),
      signatory(satisfied, officials, "C3", places.c3),
      signatory(decided, [.complaintsBody, .qualityBody] + officials, "C1", consideration),
    ]
  }

  /// What the acts of a complaint are.
  var acts: [ActMeaning] {
    [
      ActMeaning(filed, .complaint), ActMeaning(forwarded, .forwarding, follows: "complaint"),
      ActMeaning(satisfied, .satisfaction, follows: "complaint"),
      ActMeaning(decided, .complaintDecision, follows: "complaint"),
    ]
  }
}
