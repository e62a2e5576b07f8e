import RegistryEvents

extension CaseBook {
  /// A notice of changed data of a block, or of the first of its entries.
  func change(_ block: EntryBlock, on day: LocalDate, _ random: inout SeededRandom) -> ChangeMatter {
    let some = block.slice(0..<random.number(in: 1...block.lot.count))
    var changes = EntryChanges()
    let what: String
    let reason: String
    switch random.below(100) {
    case 0..<45:
      let site = Town.pick(&random).site(&random)
      changes.dataCentreAddress = site
      what = "местонахождение ЦОД: \(site)"
      reason = "Перемещение АПК в другой центр обработки данных"
    case 45..<65:
      changes.condition = .faulty
      what = "состояние: неисправное"
      reason = "Выход АПК из строя"
    case 65..<80:
      let phone = "+7 705 000 \(padded(random.below(100), to: 2)) \(padded(random.below(100), to: 2))"
      changes.contacts = Contacts(email: .shown(block.firm.email), phone: .shown(phone))
      what = "контактные данные"
      reason = "Смена контактных данных"
    case 80..<90:
      let document = Papers.numbered("Договор аренды", before: day, &random)
      changes.possessionDocument = document
      what = "документ: \(document)"
      reason = "Передача АПК в аренду"
    default:
      let address = Town.pick(&random).address(&random)
      changes.legalAddress = address
      what = "юридический адрес: \(address)"
      reason = "Перерегистрация по новому адресу"
    }
    let isLate = random.chance(perMille: Shares.lateChangeNotices)
    let age = isLate ? random.number(in: 20...45) : random.number(in: 1...9)
    return ChangeMatter(
      block: block, entries: some.entries, changes: changes,
      content: "Записи \(some.numbers), \(what)", reason: reason,
      changedOn: random.chance(perMille: Shares.undatedChangeNotices) ? nil : day.adding(days: -age))
  }
}
