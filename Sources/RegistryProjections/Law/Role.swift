/// A party to a procedure: who must act, and in what capacity a key signs.
public struct Role: Sendable, Hashable {
  /// The name in a journal, e.g. `authorisedPerson`.
  public let id: String
  /// The party as the orders name it.
  public let title: OfficialText

  init(_ id: String, kk: String?, ru: String?) {
    self.id = id
    self.title = OfficialText(kk: kk, ru: ru)
  }

  /// The recipient of the service, and the digital miner who gives notice of a change.
  public static let applicant = Role("applicant", kk: "көрсетілетін қызметті алушы", ru: "услугополучатель")
  /// The worker of the provider's chancery.
  public static let chanceryWorker = Role("chanceryWorker", kk: "кеңсе қызметкері", ru: "работник канцелярии")
  /// An employee of the provider.
  public static let providerEmployee = Role(
    "providerEmployee", kk: "көрсетілетін қызметті берушінің қызметкері", ru: "работник услугодателя")
  /// The authorised person of the provider.
  public static let authorisedPerson = Role(
    "authorisedPerson", kk: "көрсетілетін қызметті берушінің уәкілетті тұлғасы", ru: "уполномоченное лицо услугодателя")
  /// The head of the structural subdivision, or who stands in for him.
  public static let headOfUnit = Role(
    "headOfUnit", kk: "құрылымдық бөлімшенің басшысы не оны алмастыратын тұлға",
    ru: "руководитель структурного подразделения либо лицо, его замещающее")
  /// The head of the provider (the authorised body).
  public static let headOfProvider = Role("headOfProvider", kk: nil, ru: "руководитель услугодателя")
  /// A deputy of the head of the provider.
  public static let deputyHead = Role("deputyHead", kk: nil, ru: "заместитель руководителя услугодателя")
  /// The body that considers complaints.
  public static let complaintsBody = Role(
    "complaintsBody", kk: "шағымды қарайтын орган", ru: "орган, рассматривающий жалобу")
  /// The body that assesses the quality of public services.
  public static let qualityBody = Role(
    "qualityBody", kk: "мемлекеттік қызметтер көрсету сапасын бағалау және бақылау жөніндегі уәкілетті орган",
    ru: "уполномоченный орган по оценке и контролю за качеством оказания государственных услуг")
  /// The provider of the service as a body: it has duties, and its people sign.
  public static let provider = Role("provider", kk: "көрсетілетін қызметті беруші", ru: "услугодатель")

  /// The roles that a key can hold.
  public static let signing: [Role] = [
    applicant, chanceryWorker, providerEmployee, authorisedPerson, headOfUnit, headOfProvider, deputyHead,
    complaintsBody,
    qualityBody,
  ]
}
