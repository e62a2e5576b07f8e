internal import RegistryEvents

/// What the units of one application share, by the numbers of its texts.
struct HardwareHolding: Sendable {
  /// -1 for none.
  let caseNumber: Int32
  let holderName: Int32
  let holderId: Int32
  let email: Int32
  let phone: Int32
  let legalAddress: Int32
  let dataCentreAddress: Int32
  let tnvedCode: Int32
  let possessionDocument: Int32

  /// Reads what the units of an application for inclusion share, and how many parts it announces; the next member is then the list of
  /// units. A document is seldom that of another application, but that of the one before.
  static func read(
    _ members: inout MemberReader, caseNumber: String?, after last: HardwareHolding?, _ texts: inout TextStore
  ) throws(RegistryError) -> (HardwareHolding, partCount: Int64) {
    let caseNumber = caseNumber.map { texts.add($0) } ?? -1
    _ = members.seek("applicant")
    try members.enterObject("applicant")
    let holderId = try texts.index(ofPersonal: "id", &members)
    _ = members.seek("name")
    let holderName = texts.index(of: try members.characters("name"))
    members.leaveObject()
    _ = members.seek("contacts")
    try members.enterObject("contacts")
    let email = try members.isNext("email") ? texts.index(ofPersonal: "email", &members) : -1
    let phone = try texts.index(ofPersonal: "phone", &members)
    members.leaveObject()
    _ = members.seek("dataCentreAddress")
    let dataCentreAddress = texts.index(of: try members.characters("dataCentreAddress"))
    _ = members.seek("legalAddress")
    let legalAddress = texts.index(of: try members.characters("legalAddress"))
    let partCount = try HardwareFiling.partCount(&members)
    _ = members.seek("possession")
    try members.enterObject("possession")
    let document = texts.index(of: try members.characters("document"), after: last?.possessionDocument ?? -1)
    members.leaveObject()
    _ = members.seek("tnvedCode")
    let tnvedCode = texts.index(of: try members.characters("tnvedCode"))
    let holding = HardwareHolding(
      caseNumber: caseNumber, holderName: holderName, holderId: holderId, email: email, phone: phone,
      legalAddress: legalAddress, dataCentreAddress: dataCentreAddress, tnvedCode: tnvedCode,
      possessionDocument: document)
    return (holding, partCount)
  }

  /// The numbers of the texts, in the order of the members.
  var numbers: [Int32] {
    [
      caseNumber, holderName, holderId, email, phone, legalAddress, dataCentreAddress, tnvedCode, possessionDocument,
    ]
  }
}

extension HardwareHolding {
  /// A holding by the numbers of its texts, in the order of the members.
  init(_ numbers: (Int) -> Int32) {
    self.init(
      caseNumber: numbers(0), holderName: numbers(1), holderId: numbers(2), email: numbers(3), phone: numbers(4),
      legalAddress: numbers(5), dataCentreAddress: numbers(6), tnvedCode: numbers(7), possessionDocument: numbers(8))
  }
}

extension TextStore {
  /// Keeps the text of a personal member once: its number, or below -1 that of the commitment in its place.
  fileprivate mutating func index(
    ofPersonal name: StaticString, _ members: inout MemberReader
  ) throws(RegistryError) -> Int32 {
    if members.isText(name) { return index(of: try members.characters(name)) }
    switch try members.personal(name) {
    case .shown(let text): return index(of: text)
    case .committed(let digest): return -2 - index(of: digest)
    }
  }

  /// The personal value, or commitment, of a number.
  func personal(_ index: Int32) -> Personal {
    index < 0 ? .committed(self[-2 - index]) : .shown(self[index])
  }

  /// The contacts of a holding.
  func contacts(_ holding: HardwareHolding) -> Contacts {
    Contacts(email: holding.email == -1 ? nil : personal(holding.email), phone: personal(holding.phone))
  }
}
