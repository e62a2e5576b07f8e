internal import RegistryEvents

/// What the units of one application share, each text kept once for all applications.
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

  /// The texts that holdings name by number.
  struct Texts: Sendable {
    var strings = InternedTexts()

    /// A personal value, or below -1 the commitment in its place; -1 for none.
    mutating func index(of personal: Personal?) -> Int32 {
      switch personal {
      case .shown(let text): return strings.index(of: text)
      case .committed(let digest): return -2 - strings.index(of: digest)
      case nil: return -1
      }
    }

    func personal(_ index: Int32) -> Personal {
      index < 0 ? .committed(strings[-2 - index]) : .shown(strings[index])
    }

    func contacts(_ holding: HardwareHolding) -> Contacts {
      Contacts(email: holding.email == -1 ? nil : personal(holding.email), phone: personal(holding.phone))
    }
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
    self.caseNumber = caseNumber.map { texts.strings.index(of: $0) } ?? -1
    holderName = texts.strings.index(of: shared.0.name)
    holderId = texts.index(of: shared.0.id)
    email = texts.index(of: shared.1.email)
    phone = texts.index(of: shared.1.phone)
    dataCentreAddress = texts.strings.index(of: shared.2)
    legalAddress = texts.strings.index(of: shared.3)
    possessionDocument = texts.strings.index(of: shared.4)
    tnvedCode = texts.strings.index(of: shared.5)
    units = listed
  }
}
