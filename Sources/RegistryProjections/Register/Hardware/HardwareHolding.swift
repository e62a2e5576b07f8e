internal import RegistryEvents

/// What the units of one application share, each text kept once for all applications.
struct HardwareHolding: Sendable {
  /// -1 for none.
  let caseNumber: Int32
  let holderName: Int32
  let holderId: Int32
  let contacts: Int32
  let legalAddress: Int32
  let dataCentreAddress: Int32
  let tnvedCode: Int32
  let possessionDocument: Int32

  /// The texts that holdings name by number.
  struct Texts: Sendable {
    private(set) var strings = Interned<String>()
    private(set) var holderIds = Interned<Personal>()
    private(set) var contacts = Interned<Contacts>()

    mutating func index(of text: String) -> Int32 { strings.index(of: text) }
    mutating func index(of id: Personal) -> Int32 { holderIds.index(of: id) }
    mutating func index(of contacts: Contacts) -> Int32 { self.contacts.index(of: contacts) }
  }

  /// Reads what the units of an application for inclusion share, and the units that are listed in it.
  init(
    _ what: [UInt8], caseNumber: String?, _ texts: inout Texts, _ units: inout [Unit]
  ) throws(RegistryError) {
    let (shared, listed) = try MemberReader.read(judged: what) { members throws(RegistryError) in
      _ = members.seek("applicant")
      let applicant = try members.object("applicant", Applicant.init)
      _ = members.seek("contacts")
      let contacts = try members.object("contacts", Contacts.init)
      let dataCentreAddress = try members.string("dataCentreAddress")
      _ = members.seek("legalAddress")
      let legalAddress = try members.string("legalAddress")
      _ = members.seek("possession")
      let possession = try members.object("possession") { members throws(RegistryError) in
        let document = try members.string("document")
        members.skipRest()
        return document
      }
      _ = members.seek("tnvedCode")
      let tnvedCode = try members.string("tnvedCode")
      let units = try members.objects("units", Unit.init)
      return ((applicant, contacts, dataCentreAddress, legalAddress, possession, tnvedCode), units)
    }
    self.caseNumber = caseNumber.map { texts.index(of: $0) } ?? -1
    holderName = texts.index(of: shared.0.name)
    holderId = texts.index(of: shared.0.id)
    contacts = texts.index(of: shared.1)
    dataCentreAddress = texts.index(of: shared.2)
    legalAddress = texts.index(of: shared.3)
    possessionDocument = texts.index(of: shared.4)
    tnvedCode = texts.index(of: shared.5)
    units = listed
  }
}
