import RegistryEvents

extension GeneratedJournal {
  /// Carries out the next act of a case.
  ///
  /// - Returns: the line with its LF; `nil` where there is nothing to do.
  mutating func perform(_ file: CaseFile) throws -> [UInt8]? {
    guard let step = file.steps.popLast() else { return nil }
    let role = file.role(step.act)
    let official = staff.holder(of: role, file.ordinal)
    let key = role == .applicant ? firmKeys[file.firm.number] : official?.key
    guard let key else { return nil }
    let earliest = max(file.lastAt, role == .applicant ? step.at : official?.from ?? step.at)
    let at = min(max(step.at, earliest), max(step.recorded, recorder.lastRecorded))
    guard let payload = payload(of: step.act, file, at: at, official: official, role) else { return nil }
    let isSeen = file.isDecision(step.act) && file.random.chance(perMille: Shares.seen)
    let recorded = try recorder.record(
      payload, at: at, recorded: step.recorded, case: file.number, seen: isSeen ? file.lastLine : nil, keys: [key])
    file.lastLine = recorded.line
    file.lastAt = at
    note(recorded, of: step.act, file, at: at)
    if let next = file.steps.last {
      queue.push(.step(file), at: max(next.recorded, recorder.lastRecorded))
    } else {
      close(file)
    }
    return recorded.bytes
  }

  /// Remembers what later acts of the case refer to.
  private mutating func note(_ recorded: JournalRecorder.Recorded, of act: CaseFile.Act, _ file: CaseFile, at: Instant)
  {
    switch act {
    case .filing: file.filing = recorded.id
    case .part: file.parts.append(recorded.line.leaf)
    case .hearingNotice: file.notice = recorded.id
    case .hearing: file.hearing = recorded.id
    case .complaint: file.complaintFiling = recorded.id
    case .inclusion, .exclusion, .changeEntry:
      file.decision = recorded.id
      file.isGranted = true
    case .refusal, .completenessRefusal, .intakeRefusal:
      file.decision = recorded.id
      guard case .inclusion(let matter) = file.matter, file.random.chance(perMille: Shares.refilings) else { break }
      let wait = Int64(86_400 * file.random.number(in: 1...8))
      book.addRefiling(CaseBook.Refiling(firm: file.firm, lot: matter.lot, notBefore: at.adding(seconds: wait)))
    case .registration, .complaintForwarding, .complaintSatisfaction, .complaintDecision: break
    }
  }

  /// Gives back the entries that a case was about and that stand after it.
  private mutating func close(_ file: CaseFile) {
    switch file.matter {
    case .inclusion(let matter):
      if case .repeatedSerial(let block) = matter.defect { book.standing.put(block, &file.random) }
      if file.isGranted, let first = file.firstEntry {
        book.standing.put(EntryBlock(firm: file.firm, lot: matter.lot, firstEntry: first), &file.random)
      }
    case .exclusion(let matter):
      for block in matter.blocks {
        if !file.isGranted {
          book.standing.put(block, &file.random)
        } else if matter.ground == .sale {
          book.addSold(block)
        }
      }
    case .change(let matter): book.standing.put(matter.block, &file.random)
    }
  }
}
