internal import RegistryEvents

/// Which acts the documents of one case look at.
struct CaseScope: Sendable {
  /// The number of the case.
  let caseNumber: String
  /// As at when.
  let asAt: Instant

  /// Whether an act is of the case.
  func has(_ act: Act) -> Bool { act.caseNumber.map { $0.utf8.elementsEqual(caseNumber.utf8) } ?? false }

  /// The type of a line's act that is of the case and does not stand, and why it does not.
  func refusal(of walked: WalkedLine) -> (type: String, error: RegistryError)? {
    guard let verified = walked.verified, verified.judgement.standing != .stands else { return nil }
    let (line, act) = (verified.line, verified.line.act)
    guard has(act), act.at <= asAt else { return nil }
    let problems = verified.judgement.problems.map(\.code.rawValue).joined(separator: ", ")
    let place = Place(seq: line.seq, fileOffset: line.fileOffset)
    return (act.type, RegistryError(.actNotStanding, at: place, detail: problems))
  }
}
