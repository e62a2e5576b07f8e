/// Why an act is refused: what the law makes impossible, by which rule and clause.
public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// Why the act is impossible.
  public let code: Bar.Code
  /// The rule that makes it so, e.g. `A13`.
  public let rule: String
  /// Where it stands.
  public let clause: Clause
  /// What the code leaves open; never what an applicant wrote of himself.
  public let detail: String

  /// `hearing-pending: a preliminary decision to refuse awaits its hearing (138-НҚ, 12 s.2)`.
  public var description: String {
    "\(code.rawValue): \(code.meaning)\(detail.isEmpty ? "" : ": \(detail)") (\(clause))"
  }
}

extension Bar.Code {
  /// What the code says, in a sentence without a full stop.
  public var meaning: String {
    switch self {
    case .filingUnknown: return "the act follows a filing that the journal does not have"
    case .caseDiffers: return "the act stands in another case than what it follows"
    case .serviceDiffers: return "the act is no result of the service that was applied for"
    case .registeredAlready: return "the filing is registered"
    case .intakeAfterRegistration: return "the filing is registered, so its acceptance can no longer be refused"
    case .notRegistered: return "the filing is not registered yet"
    case .decidedAlready: return "the filing has its result"
    case .hearingPending: return "a preliminary decision to refuse awaits its hearing"
    case .hearingWithoutNotice: return "there is no notice of such a hearing"
    case .refusedWithoutHearing: return "the applicant was not heard"
    case .groundNotListed: return "a refusal needs a ground of the closed list"
    case .signatoryNotCompetent: return "nobody signs in the capacity that the clause wants"
    case .identifierInvalid: return "the applicant's number cannot be a БИН or ИИН"
    case .quantityDiffers: return "the quantity applied for is not the number of units listed"
    case .listIncomplete: return "a part of the list is missing, or nothing is listed"
    case .partsDiffer: return "the decision was made on other parts than those that stand"
    case .partUnknown: return "the part has no place in its filing"
    case .partRepeated: return "a part of this number stands already"
    case .serialMalformed: return "a serial number holds other characters than printable ASCII without spaces"
    case .serialRepeated: return "a serial number occurs twice in the filing"
    case .serialStanding: return "a standing entry has the serial number"
    case .entryNumbers: return "the numbers of the new entries are not the next ones, one for each unit"
    case .entryReference:
      return "the reference of the new entry is in use, or holds other characters than printable ASCII"
    case .entryUnknown: return "the act names no standing entry"
    case .exclusionWithoutEntry: return "what is to be excluded has no standing entry"
    case .changeWithoutEntry: return "what is to be changed has no standing entry"
    case .consentMissing: return "the applicant did not consent to the processing of personal data"
    case .complaintUnknown: return "the act follows a complaint that the journal does not have"
    case .complaintDecidedAlready: return "the complaint is decided"
    case .complaintForwardedAlready: return "the complaint was forwarded before"
    case .amendmentUnknown: return "the act follows an amendment that the journal does not have"
    }
  }
}
