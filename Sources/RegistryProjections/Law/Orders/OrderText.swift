import RegistryEvents

/// The text of an order as data, and what the texts of all orders say alike.
protocol OrderText {
  /// The number of the order.
  static var id: String { get }
  /// What the types of its acts begin with.
  static var area: String { get }
}

extension OrderText {
  /// A place in the text.
  static func at(_ place: String) -> Clause { Clause(regulation: id, place: place) }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> LocalDate {
    LocalDate(year: year, month: month, day: day) ?? LocalDate(daysSinceEpoch: 0)
  }

  /// Who signs acts of some types, in one service or in all.
  static func signatory(
    _ types: [String], _ roles: [Role], _ rule: String, _ place: String, _ readings: [String] = [],
    service: String? = nil
  ) -> Signatory {
    let conditions = service.map { [Condition.service(oneOf: [$0])] } ?? []
    return Signatory(
      acts: ActPattern(types: types, conditions: conditions), roles: roles, rule: rule, clause: at(place),
      readings: readings)
  }

  static func bar(_ code: Bar.Code, _ rule: String, _ place: String) -> Bar {
    Bar(code: code, rule: rule, clause: at(place))
  }

  static func check(
    _ code: String, _ rule: String, _ place: String, _ severity: Severity, _ text: String
  ) -> FindingKind {
    FindingKind(code: code, rule: rule, clause: at(place), severity: severity, text: text)
  }

  /// An item of the basic requirements to a public service whose Kazakh text is not known.
  static func item(_ number: Int, _ title: String, _ text: String?) -> StandardItem {
    StandardItem(
      number: number, title: OfficialText(kk: nil, ru: title), text: text.map { OfficialText(kk: nil, ru: $0) })
  }

  /// The clause on who is told of amended Rules, in the words that the orders share.
  static func informing(_ rule: String, _ place: String) -> Rule {
    let (amended, informed) = ("\(area).rulesAmended", "\(area).operatorInformed")
    func duty(_ name: String, _ body: InformedBody, _ called: String, _ stem: String) -> Duty {
      Duty(
        id: "\(rule).\(name)", rule: rule, clause: at(place), actor: .provider,
        summary: "inform the \(called) of the amendment", opensOn: ActPattern(types: [amended]), start: .actDay,
        term: .workingDays(3), metBy: [informed], metWhen: [.member("to", oneOf: [body.rawValue])],
        findingStem: "\(stem)-information")
    }
    return Rule(
      id: rule, clauses: [at(place)], actor: .provider,
      text:
        "When the Rules are amended, the operator of the e-government infrastructure and the unified contact centre "
        + "are informed within three working days. The text names no start: read as the day of the amendment.",
      actTypes: [amended, informed],
      duties: [
        duty("operator", .egovOperator, "operator of the e-government infrastructure", "operator"),
        duty("contactCentre", .contactCentre, "unified contact centre", "contact-centre"),
      ],
      bars: [bar(.amendmentUnknown, rule, place)])
  }
}
