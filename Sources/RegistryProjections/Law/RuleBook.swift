public import RegistryEvents

/// All regulations of one version of the rule set.
public struct RuleBook: Sendable {
  /// The version that reports name, e.g. `kz-digital-assets/1`; another one wherever a judgement could differ.
  public let version: String
  /// In the order of their areas' registers: hardware, pools, licences, trusted products.
  public private(set) var regulations: [Regulation]

  init(version: String, regulations: [Regulation]) {
    self.version = version
    self.regulations = regulations
  }

  /// The rules of Kazakhstan's registers of digital assets, with default days of force where publication is unknown.
  public static let standard = RuleBook(
    version: "kz-digital-assets/1",
    regulations: [Order138.regulation, Order142.regulation, Order169.regulation, Order53.regulation])

  /// The rule book once the day of publication of an edition is known.
  public func published(_ edition: String, of regulation: String, on date: LocalDate) -> RuleBook {
    var book = self
    let number = Regulation.normalisedNumber(edition)
    for index in book.regulations.indices where book.regulations[index].id == Regulation.normalisedNumber(regulation) {
      for place in book.regulations[index].editions.indices where book.regulations[index].editions[place].id == number {
        if case .afterPublication(let days, _, let earliest) = book.regulations[index].editions[place].force {
          book.regulations[index].editions[place].force = .afterPublication(
            waitingDays: days, published: date, publishedNotBefore: earliest)
        }
      }
    }
    return book
  }

  /// The regulation of an order's number, in any of its spellings.
  public func regulation(_ number: String) -> Regulation? {
    let number = Regulation.normalisedNumber(number)
    return regulations.first { $0.id == number || $0.companions.contains(number) }
  }

  /// Puts other provisions in the place of those of a regulation's editions; `nil` of an edition is one whose text is not known.
  mutating func replaceProvisions(of regulation: String, by provisions: (Provisions?) -> Provisions?) {
    for index in regulations.indices where regulations[index].id == regulation {
      for place in regulations[index].editions.indices {
        regulations[index].editions[place].provisions = provisions(regulations[index].editions[place].provisions)
      }
    }
  }

  /// The regulation that governs an area of acts.
  public func regulation(area: String) -> Regulation? { regulations.first { $0.area == area } }

  /// The edition by which an act of a type and a local day is judged.
  public func edition(forActType type: String, on date: LocalDate) -> EditionSelection {
    let area = RuleBook.area(ofActType: type)
    guard let regulation = regulation(area: area) else { return .noEditionKnown(.noRegulation(area: area)) }
    return regulation.edition(on: date)
  }

  /// Every rule with an id, in the order of the regulations; several where orders share one, e.g. `C2`.
  public func rules(_ id: String) -> [(regulation: Regulation, edition: Edition, rule: Rule)] {
    regulations.flatMap { regulation in
      regulation.editions.compactMap { edition in
        edition.provisions?.rule(id).map { (regulation, edition, $0) }
      }
    }
  }

  /// Who may do which act: what the check of signatures is given.
  ///
  /// The calendar's acts are no order's: whoever decides for the provider records them. Where the signatory differs by
  /// service, every role of the type is listed, and the finding `signatory-not-competent` tells them apart.
  public var signingRules: SigningRules {
    let editions = regulations.flatMap(\.editions).filter { $0.provisions != nil }
    let days = Set(editions.map(\.force.firstDay)).sorted()
    let provider = SigningRules.Rule(roles: [Role.authorisedPerson.id, Role.headOfUnit.id])
    let time = AstanaTime()
    let periods = days.map { day in
      var rules = ["calendar.declared": provider, "calendar.offsetDeclared": provider, RegisterDigested.type: provider]
      for regulation in regulations {
        let inForce = regulation.editions.last { $0.provisions != nil && $0.force.firstDay <= day }
        let known = inForce ?? regulation.editions.first { $0.provisions != nil }
        for signatory in known?.provisions?.signatories ?? [] {
          for type in signatory.acts.types {
            let roles = Set(signatory.roles.map(\.id)).union(rules[type]?.roles ?? [])
            let signers = min(signatory.minimumSigners, rules[type]?.signers ?? .max)
            rules[type] = SigningRules.Rule(roles: roles.sorted(), signers: signers)
          }
        }
      }
      return SigningRules.Period(from: time.instant(of: day, secondOfDay: 0), rules: rules)
    }
    return SigningRules(version: version, periods: periods)
  }

  private static func area(ofActType type: String) -> String { String(type.prefix { $0 != "." }) }
}
