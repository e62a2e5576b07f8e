/// The capacities in which keys of a generated journal sign.
enum OfficeRole: String, Sendable {
  case keyMaster, applicant, chanceryWorker, providerEmployee, authorisedPerson, headOfUnit, headOfProvider, deputyHead,
    complaintsBody, qualityBody

  /// The position as documents name it, in Russian.
  var position: String {
    switch self {
    case .keyMaster: "Администратор ключей"
    case .applicant: "Заявитель"
    case .chanceryWorker: "Работник канцелярии"
    case .providerEmployee: "Главный эксперт управления цифровых активов"
    case .authorisedPerson: "Уполномоченное лицо услугодателя"
    case .headOfUnit: "Руководитель управления цифровых активов"
    case .headOfProvider: "Министр"
    case .deputyHead: "Вице-министр"
    case .complaintsBody: "Член апелляционной комиссии вышестоящего органа"
    case .qualityBody: "Инспектор по качеству государственных услуг"
    }
  }
}
