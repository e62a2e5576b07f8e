import RegistryEvents

extension CaseBook {
  /// Plans the acts of a new case, in the order in which they are done.
  func plan(_ file: CaseFile, arrival: Instant) {
    var plan = StepPlan(clock: clock, random: file.random)
    let isPaper = file.channel == .chancery
    plan.file(at: arrival, isPaper: isPaper)
    switch file.matter {
    case .inclusion(let matter): planInclusion(file, matter, &plan)
    case .exclusion(let matter): planExclusion(file, matter, &plan)
    case .change:
      plan.register(isPaper: isPaper)
      plan.decide(.changeEntry, workingDays: 0...3, late: 4...6)
    }
    file.random = plan.random
    file.steps = plan.steps.reversed()
  }

  private func planInclusion(_ file: CaseFile, _ matter: InclusionMatter, _ plan: inout StepPlan) {
    if matter.parts > 0 { plan.listParts(matter.parts) }
    if matter.defect == nil, matter.parts == 0, plan.random.chance(perMille: Shares.deficientPackages) {
      let expired = matter.possession.ground == .otherLegalGround
      file.deficiencies = [
        expired
          ? Papers.expired(matter.possession.document, clock.date(of: plan.last).adding(days: -30))
          : Papers.missing("подтверждающего наличие АПК на праве собственности или ином законном основании")
      ]
      planDeficiency(file, &plan)
      return
    }
    plan.register(isPaper: file.channel == .chancery)
    guard let defect = matter.defect else {
      if plan.random.chance(perMille: Shares.silence) {
        guard plan.random.chance(perMille: 700) else { return }
        file.complaint = ComplaintMatter(addressee: .provider, isAboutInaction: true, outcome: .satisfied)
        plan.decide(.complaint, workingDays: 6...9, late: 6...9)
        plan.next(.inclusion, workingDays: 1...2)
        plan.soon(.complaintSatisfaction)
      } else {
        plan.decide(.inclusion, workingDays: 1...5, late: 6...9)
      }
      return
    }
    file.grounds = [GroundStated(defect, matter.lot)]
    let isDispelled: Bool
    if case .doubtfulPapers = defect {
      isDispelled = !plan.random.chance(perMille: Shares.doubtsKept)
    } else {
      isDispelled = false
    }
    if isDispelled || !plan.random.chance(perMille: Shares.withoutHearing) {
      plan.hear(noticeWorkingDays: 1...2)
    }
    if isDispelled {
      plan.afterHearing(.inclusion)
    } else {
      plan.afterHearing(.refusal)
      planComplaint(file, &plan)
    }
  }

  private func planExclusion(_ file: CaseFile, _ matter: ExclusionMatter, _ plan: inout StepPlan) {
    if matter.isInParts { plan.listParts(1) }
    if plan.random.chance(perMille: Shares.deficientExclusions) {
      file.deficiencies = [Papers.missing("подтверждающего основание исключения")]
      planDeficiency(file, &plan)
      return
    }
    plan.register(isPaper: file.channel == .chancery)
    guard plan.random.chance(perMille: Shares.refusedExclusions) else {
      plan.decide(.exclusion, workingDays: 0...2, late: 3...5)
      return
    }
    file.grounds = [
      GroundStated(ground: .unreliable, text: "Документ «\(matter.documents[0].title)» не относится к этим АПК")
    ]
    plan.hear(noticeWorkingDays: 0...1)
    plan.afterHearing(.refusal)
    planComplaint(file, &plan)
  }

  private func planDeficiency(_ file: CaseFile, _ plan: inout StepPlan) {
    if file.channel == .chancery {
      plan.soon(.intakeRefusal)
    } else {
      plan.register(isPaper: false)
      plan.decide(.completenessRefusal, workingDays: 1...2, late: 3...4)
    }
  }

  private func planComplaint(_ file: CaseFile, _ plan: inout StepPlan) {
    guard plan.random.chance(perMille: Shares.complaints) else { return }
    let addressee = plan.random.pick(
      weighted: (ComplaintAddressee.provider, 400), (.higherBody, 350), (.qualityBody, 250))
    let isSatisfied = addressee == .provider && plan.random.chance(perMille: 350)
    let outcome = plan.random.pick(
      weighted: (ComplaintOutcome.dismissed, 600), (.satisfied, 200), (.partlySatisfied, 100), (.notConsidered, 100))
    file.complaint = ComplaintMatter(
      addressee: addressee, isAboutInaction: false, outcome: isSatisfied ? .satisfied : outcome)
    plan.next(.complaint, workingDays: 1...6)
    switch addressee {
    case .provider where isSatisfied: plan.decide(.complaintSatisfaction, workingDays: 1...3, late: 4...5)
    case .provider:
      plan.next(.complaintForwarding, workingDays: 1...2)
      plan.decide(.complaintDecision, workingDays: 1...3, late: 6...9)
    case .higherBody:
      plan.next(.complaintForwarding, workingDays: 1...3)
      plan.decide(.complaintDecision, workingDays: 4...9, late: 12...18)
    case .qualityBody: plan.decide(.complaintDecision, workingDays: 8...15, late: 17...20)
    }
  }
}
