import RegistryEvents

extension CaseFile {
  /// Who signs an act of the case.
  func role(_ act: Act) -> OfficeRole {
    switch act {
    case .filing, .part, .complaint: channel == .portal ? .applicant : .chanceryWorker
    case .registration, .intakeRefusal: .chanceryWorker
    case .completenessRefusal, .hearing, .changeEntry, .complaintForwarding: .providerEmployee
    case .hearingNotice, .refusal, .inclusion: .authorisedPerson
    case .exclusion, .complaintSatisfaction: .headOfUnit
    case .complaintDecision: complaint?.addressee == .qualityBody ? .qualityBody : .complaintsBody
    }
  }

  /// Whether the author of an act had the case before him, and may say so.
  func isDecision(_ act: Act) -> Bool {
    switch act {
    case .completenessRefusal, .hearingNotice, .refusal, .inclusion, .exclusion, .changeEntry, .complaintDecision: true
    default: false
    }
  }
}
