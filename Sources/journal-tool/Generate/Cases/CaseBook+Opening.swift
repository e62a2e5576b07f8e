import RegistryEvents

extension CaseBook {
  /// Opens the next case, with its acts planned: somebody files something.
  mutating func open(at arrival: Instant) -> CaseFile? {
    var random = SeededRandom(seed: settings.seed, purpose: "case \(opened)")
    guard !firms.isEmpty else { return nil }
    let day = clock.date(of: arrival)
    let isGreat = settings.cases >= 50 && opened == settings.cases * 2 / 5
    let draw = random.below(1000)
    let firm: Firm
    let matter: CaseFile.Matter
    if isGreat {
      firm = firms[0]
      matter = .inclusion(inclusion(newLot(640, on: day, &random), of: firm, defect: nil, on: day, &random))
    } else if let refiling = takeRefiling(at: arrival) {
      firm = refiling.firm
      matter = .inclusion(inclusion(refiling.lot, of: firm, defect: nil, on: day, &random))
    } else if draw < Shares.exclusions, let block = standing.take(&random) {
      firm = block.firm
      matter = .exclusion(exclusion(block, on: day, &random))
    } else if draw < Shares.exclusions + Shares.changes, let block = standing.take(&random) {
      firm = block.firm
      matter = .change(change(block, on: day, &random))
    } else {
      // The smaller of two draws: whoever came early files more.
      firm = firms[min(random.below(firms.count), random.below(firms.count))]
      let resold = random.chance(perMille: Shares.resales) ? takeSold(notBy: firm) : nil
      let lot = resold ?? newLot(size(&random), on: day, &random)
      matter = .inclusion(inclusion(lot, of: firm, defect: defect(lot, &random), on: day, &random))
    }
    let isPaper = firm.isOnPaper || !isGreat && clock.isAtWork(arrival) && random.chance(perMille: Shares.paper)
    opened += 1
    let file = CaseFile(
      number: "APK-\(day.parts.year)-\(padded(opened, to: 6))", ordinal: opened - 1, firm: firm,
      channel: isPaper ? .chancery : .portal, matter: matter, random: random)
    plan(file, arrival: arrival)
    return file
  }

  /// What is wrong with the data of an application; usually nothing.
  private mutating func defect(_ lot: HardwareLot, _ random: inout SeededRandom) -> Defect? {
    let draw = random.below(1000)
    guard lot.count <= InclusionMatter.unitsInPart, draw < Shares.defects + Shares.doubts else { return nil }
    guard draw < Shares.defects else { return .doubtfulPapers }
    switch random.below(5) {
    case 0: return .wrongCheckDigit
    case 1: return standing.take(&random).map { .repeatedSerial($0) } ?? .quantityMismatch
    case 2: return .quantityMismatch
    case 3: return .cyrillicSerial
    default: return .noConsent
    }
  }

  private func inclusion(
    _ lot: HardwareLot, of firm: Firm, defect: Defect?, on day: LocalDate, _ random: inout SeededRandom
  ) -> InclusionMatter {
    let isOwned = random.chance(perMille: 750)
    let title = Papers.numbered(isOwned ? "Договор купли-продажи" : "Договор аренды", before: day, &random)
    let validUntil = isOwned ? nil : day.adding(days: random.number(in: 60...900))
    let owner = Person(&random)
    return InclusionMatter(
      lot: lot, tnvedCode: random.pick(HardwareLot.tnvedCodes, or: "8543708000"),
      possession: Possession(
        document: title, ground: isOwned ? .ownership : .otherLegalGround,
        ownerContacts: isOwned ? nil : Contacts(phone: .shown("+7 701 000 \(padded(random.below(100), to: 2)) 00")),
        ownerName: isOwned ? nil : "ИП «\(owner.shortName)»"),
      documents: [Papers.document(.possession, title, validUntil: validUntil, &random)], defect: defect)
  }

  private mutating func exclusion(
    _ block: EntryBlock, on day: LocalDate, _ random: inout SeededRandom
  ) -> ExclusionMatter {
    var blocks = [block]
    if block.lot.count > 1, random.chance(perMille: 500) {
      let left = random.number(in: 1...(block.lot.count - 1))
      blocks = [block.slice(0..<left)]
      standing.put(block.slice(left..<block.lot.count), &random)
    } else if random.chance(perMille: 300) {
      for _ in 0..<3 { if let other = standing.take(of: block.firm) { blocks.append(other) } }
      blocks.sort { $0.firstEntry < $1.firstEntry }
    }
    let ground = random.pick(
      weighted: (ExclusionGround.sale, 450), (.serviceLifeExpired, 250), (.disposal, 220), (.loss, 80))
    let title = Papers.numbered(Papers.title(of: ground), before: day, days: 1...15, &random)
    return ExclusionMatter(
      blocks: blocks, ground: ground, documents: [Papers.document(.exclusionGround, title, &random)],
      isInParts: blocks.count > 2)
  }
}
