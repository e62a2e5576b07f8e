/// What makes an act impossible by a rule, so that it is refused before it is signed into a journal. What a rule merely
/// forbids, such as a late decision, is done in life all the same: it is recorded, and found.
public struct Bar: Sendable, Hashable {
  /// Why an act is impossible.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The act follows a filing that the journal does not have.
    case filingUnknown = "filing-unknown"
    /// The act stands in another case than the filing that it follows.
    case caseDiffers = "case-differs"
    /// The act is no result of the service that was applied for.
    case serviceDiffers = "service-differs"
    /// The filing was registered before.
    case registeredAlready = "registered-already"
    /// The filing was registered, so its acceptance can no longer be refused.
    case intakeAfterRegistration = "intake-after-registration"
    /// The filing is not registered yet.
    case notRegistered = "not-registered"
    /// The filing has its result.
    case decidedAlready = "decided-already"
    /// A preliminary decision to refuse awaits its hearing.
    case hearingPending = "hearing-pending"
    /// The applicant was not told of a preliminary decision and a hearing.
    case hearingWithoutNotice = "hearing-without-notice"
    /// The applicant was not heard.
    case refusedWithoutHearing = "refused-without-hearing"
    /// A ground of refusal that is not on the closed list, or none.
    case groundNotListed = "refusal-ground-not-listed"
    /// Nobody signs in the capacity that the clause wants.
    case signatoryNotCompetent = "signatory-not-competent"
    /// The applicant's БИН or ИИН cannot be one.
    case identifierInvalid = "identifier-check-digit"
    /// The quantity applied for is not the number of units listed.
    case quantityDiffers = "quantity-mismatch"
    /// A part of the list is missing, or nothing is listed.
    case listIncomplete = "list-incomplete"
    /// The decision was made on other parts than those that stand.
    case partsDiffer = "parts-differ"
    /// A part that has no place in its filing.
    case partUnknown = "part-unknown"
    /// A part of this number stands already.
    case partRepeated = "part-repeated"
    /// A serial number holds other characters than printable ASCII without spaces.
    case serialMalformed = "serial-malformed"
    /// A serial number occurs twice in one filing.
    case serialRepeated = "serial-repeated-in-filing"
    /// A standing entry has the serial number.
    case serialStanding = "serial-repeated"
    /// The numbers of the new entries are not the next ones, one for each unit.
    case entryNumbers = "entry-numbers"
    /// The reference of the new entry is in use, or cannot be compared with others.
    case entryReference = "entry-reference"
    /// An act names no standing entry, though it is about one.
    case entryUnknown = "entry-unknown"
    /// What is to be excluded has no standing entry, or no entry is named.
    case exclusionWithoutEntry = "exclusion-without-entry"
    /// What is to be changed has no standing entry, or no entry is named.
    case changeWithoutEntry = "change-without-entry"
    /// The applicant did not consent to the processing of personal data.
    case consentMissing = "consent-missing"
    /// The act follows a complaint that the journal does not have.
    case complaintUnknown = "complaint-unknown"
    /// The complaint was decided or satisfied before.
    case complaintDecidedAlready = "complaint-decided-already"
    /// The complaint was forwarded before.
    case complaintForwardedAlready = "complaint-forwarded-already"
    /// The act follows an amendment that the journal does not have.
    case amendmentUnknown = "amendment-unknown"
  }

  /// Why an act is impossible.
  public var code: Code
  /// The rule that makes it so.
  public var rule: String
  /// Where it stands.
  public var clause: Clause
}
