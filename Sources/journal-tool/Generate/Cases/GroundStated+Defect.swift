import RegistryEvents

extension GroundStated {
  /// The ground for refusal that a defect gives, and why it holds.
  init(_ defect: Defect, _ lot: HardwareLot) {
    switch defect {
    case .wrongCheckDigit:
      self.init(ground: .unreliable, text: "Контрольный разряд БИН (ИИН) заявителя неверен")
    case .repeatedSerial(let block):
      self.init(
        ground: .unreliable,
        text: "Серийный номер \(block.lot.serialNumber(0)) уже значится в реестре, запись № \(block.firstEntry)")
    case .quantityMismatch:
      self.init(
        ground: .unreliable,
        text: "Количество АПК в заявлении (\(lot.count + 1)) не равно числу строк приложения 3 (\(lot.count))")
    case .cyrillicSerial:
      self.init(ground: .nonConforming, text: "В серийном номере первой строки приложения 3 – буква кириллицы")
    case .noConsent:
      self.init(
        ground: .noConsent, text: "Не дано согласие на доступ к персональным данным ограниченного доступа")
    case .doubtfulPapers:
      self.init(
        ground: .negativeOpinion,
        text: "По сведениям органа государственных доходов декларация \(lot.customsDeclaration) требует подтверждения")
    }
  }
}
