extension Order138 {
  /// Chapter 3, clauses 17 to 21. The terms of forwarding and of consideration run side by side (reading I-19g).
  static let complaints = [
    Rule(
      id: "C1", clauses: [at("17")], actor: .applicant,
      text:
        "A complaint is filed with the provider or official whose decision, action or inaction is challenged; it is "
        + "considered by the higher body or official, or by the body for the quality of public services. The text sets "
        + "no term for filing.",
      actTypes: [Act.complaintFiled]),
    Rule(
      id: "C2", clauses: [at("18 ¶1")], actor: .provider,
      text: "The complaint and the administrative case go to the body that considers it not later than three working "
        + "days from the day on which the complaint came in.",
      actTypes: [Act.complaintFiled, Act.complaintForwarded],
      duties: [
        Duty(
          id: "C2", rule: "C2", clause: at("18 ¶1"), actor: .provider, summary: "forward the complaint and the case",
          opensOn: toProvider, start: .actDay, term: .workingDays(3), metBy: [Act.complaintForwarded],
          endedBy: [Act.complaintSatisfied], findingStem: "complaint-forwarding", readings: ["I-19g"])
      ],
      readings: ["I-19g"]),
    Rule(
      id: "C3", clauses: [at("18 ¶2")], actor: .provider,
      text:
        "The complaint need not be forwarded if within three working days a favourable act or action fully satisfies "
        + "it (Administrative Procedure and Process Code art. 91(4)).",
      actTypes: [Act.complaintSatisfied],
      duties: [
        Duty(
          id: "C3", rule: "C3", clause: at("18 ¶2"), actor: .provider,
          summary: "satisfy the complaint instead of forwarding it", bearing: .limit, opensOn: toProvider,
          start: .actDay,
          term: .workingDays(3), metBy: [Act.complaintSatisfied], endedBy: [Act.complaintForwarded],
          findingStem: "complaint-satisfaction", readings: ["I-18"])
      ],
      readings: ["I-18"]),
    Rule(
      id: "C4", clauses: [at("19")], actor: .provider,
      text: "A complaint addressed to the provider is considered within five working days of its registration (Law on "
        + "public services art. 25(2)).",
      actTypes: [Act.complaintFiled, Act.complaintDecided, Act.complaintSatisfied],
      duties: [
        Duty(
          id: "C4", rule: "C4", clause: at("19"), actor: .provider, summary: "consider the complaint",
          opensOn: toProvider, start: .intakeDay, term: .workingDays(5),
          metBy: [Act.complaintDecided, Act.complaintSatisfied], findingStem: "complaint-decision", readings: ["I-19g"])
      ],
      readings: ["I-19g"]),
    Rule(
      id: "C5", clauses: [at("20")], actor: .qualityBody,
      text: "A complaint addressed to the body for the quality of public services is considered within fifteen working "
        + "days of its registration.",
      actTypes: [Act.complaintFiled, Act.complaintDecided],
      duties: [
        Duty(
          id: "C5", rule: "C5", clause: at("20"), actor: .qualityBody, summary: "consider the complaint",
          opensOn: ActPattern(
            types: [Act.complaintFiled], conditions: [.member("addressee", is: Role.qualityBody.id)]),
          start: .intakeDay, term: .workingDays(15), metBy: [Act.complaintDecided],
          findingStem: "complaint-decision-by-quality-body")
      ]),
    Rule(
      id: "C6", clauses: [at("21")], actor: .provider,
      text: "A court is open after the pre-trial complaint, unless a law says otherwise. Where it is open at once, the "
        + "reasoned position of the head of the higher body is filed with the response.",
      readings: ["I-19"]),
  ]

  private static let toProvider = ActPattern(
    types: [Act.complaintFiled], conditions: [.member("addressee", is: Role.provider.id)])
}
