/// How a document came in.
public enum Channel: String, Sendable, CaseIterable {
  /// Through the portal www.elicense.kz (портал).
  case portal
  /// Through the provider's chancery (канцелярия).
  case chancery
}

/// How an applicant signed: with an ЭЦП, or by hand on paper (I-19i).
public enum SignatureKind: String, Sendable, CaseIterable {
  /// An electronic digital signature (ЭЦП).
  case electronic
  /// A signature by hand on paper.
  case hand
}

/// Who may apply: a legal entity or an individual entrepreneur (A-2.3, I-19c).
public enum ApplicantKind: String, Sendable, CaseIterable {
  /// A legal entity (юридическое лицо), with a БИН.
  case legalEntity
  /// An individual entrepreneur (индивидуальный предприниматель), with an ИИН.
  case individualEntrepreneur
}

/// By what right the applicant has the hardware (Appendix 1 column 14, I-14).
public enum PossessionGround: String, Sendable, CaseIterable {
  /// Ownership (право собственности).
  case ownership
  /// Another legal ground (другое законное основание).
  case otherLegalGround
}

/// The condition of a unit (Appendix 3, I-12).
public enum UnitCondition: String, Sendable, CaseIterable {
  /// Working (исправное).
  case working
  /// Faulty (неисправное).
  case faulty
}

/// Why a unit leaves the register: one of four (Appendix 5 item 8(2), I-15).
public enum ExclusionGround: String, Sendable, CaseIterable {
  /// Disposal (утилизация).
  case disposal
  /// Expiry of the service life (истечение сроков эксплуатации).
  case serviceLifeExpired
  /// Sale (продажа).
  case sale
  /// Loss (утрата).
  case loss
}

/// What an attached document is (Appendix 5 item 8).
public enum DocumentKind: String, Sendable, CaseIterable {
  /// Proof of ownership or another legal ground.
  case possession
  /// Proof of disposal, expiry of service life, sale or loss.
  case exclusionGround
  /// Any other document.
  case other
}

/// Why a package is not taken further.
public enum DeficiencyKind: String, Sendable, CaseIterable {
  /// The package is incomplete (неполный пакет документов).
  case incomplete
  /// A document has expired (документ с истекшим сроком действия).
  case expired
}

/// The closed list of grounds for refusing the service (Appendix 5 item 9).
public enum RefusalGround: String, Sendable, CaseIterable {
  /// 1) Documents or data are unreliable (недостоверность).
  case unreliable
  /// 2) The recipient or the materials do not meet the Rules (несоответствие).
  case nonConforming
  /// 3) A negative answer, expert opinion, study or inspection (отрицательный ответ или заключение).
  case negativeOpinion
  /// 4) A court decision in force prohibits the activity (запрещение деятельности).
  case courtBan
  /// 5) A court decision in force deprives of the special right (лишение специального права).
  case courtDeprivation
  /// 6) No consent to access restricted personal data (отсутствие согласия).
  case noConsent
}

/// How a hearing is held (способ проведения заслушивания, A-11).
public enum HearingMode: String, Sendable, CaseIterable {
  /// In person.
  case inPerson
  /// By video or telephone.
  case remote
}

/// Who considers a complaint.
public enum ComplaintAddressee: String, Sendable, CaseIterable {
  /// The provider itself (услугодатель).
  case provider
  /// The higher body or official (вышестоящий орган).
  case higherBody
  /// The body for the quality of public services (орган по оценке и контролю за качеством).
  case qualityBody
}

/// How a complaint was decided.
public enum ComplaintOutcome: String, Sendable, CaseIterable {
  /// Satisfied in full.
  case satisfied
  /// Satisfied in part.
  case partlySatisfied
  /// Dismissed.
  case dismissed
  /// Left without consideration.
  case notConsidered
}

/// Whom the provider informs of amended Rules.
public enum InformedBody: String, Sendable, CaseIterable {
  /// The operator of the e-government infrastructure.
  case egovOperator
  /// The Unified contact centre (Единый контакт-центр).
  case contactCentre
}
