import RegistryEvents

extension GeneratedJournal {
  /// Opens a case of another register, of a firm that files on the portal, and puts its first act into the queue.
  mutating func openOther(at arrival: Instant, _ random: inout SeededRandom) {
    let count = min(book.firms.count, firmKeys.count)
    for _ in 0..<8 {
      let index = random.below(count)
      guard index < count, firmKeys[index] != nil else { continue }
      let file = others.open(at: arrival, by: book.firms[index])
      if let first = file.steps.last { queue.push(.other(file), at: first.at) }
      return
    }
  }

  /// Carries out the next act of a case of another register.
  ///
  /// - Returns: the line with its LF; `nil` where there is nothing to do.
  mutating func perform(_ file: OtherCase) throws -> [UInt8]? {
    guard let step = file.steps.popLast() else { return nil }
    let official = step.role == .applicant ? nil : staff.holder(of: step.role, file.ordinal)
    let key = step.role == .applicant ? firmKeys[file.firm.number] : official?.key
    guard let key else { return nil }
    let at = max(step.at, file.lastAt, official?.from ?? step.at)
    let signs = official?.signatory(step.role)
    let moment = OtherCase.Moment(
      day: book.clock.date(of: at),
      signatory: signs.map { ["name": .string($0.name), "position": .string($0.position)] } ?? .null)
    guard let what = step.what(&others, file, moment) else { return nil }
    let recorded = try recorder.record(
      type: step.type, what: what, at: at, recorded: at.adding(seconds: 3), case: file.number, keys: [key])
    file.ids[step.name] = recorded.id
    file.lastAt = at
    if let next = file.steps.last { queue.push(.other(file), at: max(next.at, recorder.lastRecorded)) }
    return recorded.bytes
  }
}
