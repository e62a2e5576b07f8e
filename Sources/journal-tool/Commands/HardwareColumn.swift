import RegistryEvents
import RegistryProjections

/// The columns of Appendix 1 (I-10) in their order, by the names that the JSON gives them.
enum HardwareColumn: String, CaseIterable {
  case number, enteredOn, holderName, holderId, legalAddress, dataCentreAddress, contacts
  case model, serialNumber, tnvedCode, hashrateTHs, powerKW, customsDeclaration, possessionDocument, excludedOn

  /// The cell of an entry; empty where there is nothing, and the digest where a personal value is not shown.
  func text(of entry: HardwareEntry) -> String {
    switch self {
    case .number: return "\(entry.number)"
    case .enteredOn: return entry.enteredOn.description
    case .holderName: return entry.holderName
    case .holderId: return HardwareColumn.text(of: entry.holderId)
    case .legalAddress: return entry.legalAddress
    case .dataCentreAddress: return entry.dataCentreAddress
    case .contacts:
      return [entry.contacts.email, entry.contacts.phone].compactMap(\.self).map(HardwareColumn.text)
        .joined(separator: ", ")
    case .model: return entry.model
    case .serialNumber: return entry.serialNumber
    case .tnvedCode: return entry.tnvedCode
    case .hashrateTHs: return entry.hashrateTHs.description
    case .powerKW: return entry.powerKW.description
    case .customsDeclaration: return entry.customsDeclaration ?? ""
    case .possessionDocument: return entry.possessionDocument
    case .excludedOn: return entry.excludedOn?.description ?? ""
    }
  }

  /// A personal value, or `sd:` and the digest that stands in its place (format §8).
  private static func text(of personal: Personal) -> String {
    switch personal {
    case .shown(let text): return text
    case .committed(let digest): return "sd:" + digest
    }
  }

  /// The column of a table for people: where the width does not hold all, what tells entries apart stays.
  var tableColumn: TableColumn {
    switch self {
    case .number: return TableColumn("no", numeric: true, key: true)
    case .enteredOn: return TableColumn("entered", key: true, leftOutRank: 1)
    case .holderName: return TableColumn("holder", least: 12)
    case .holderId: return TableColumn("БИН/ИИН", key: true, leftOutRank: 2)
    case .legalAddress: return TableColumn("legal address", least: 30, leftOutRank: 8)
    case .dataCentreAddress: return TableColumn("data centre", least: 30, leftOutRank: 3)
    case .contacts: return TableColumn("contacts", least: 24, leftOutRank: 7)
    case .model: return TableColumn("model", least: 16, leftOutRank: 0)
    case .serialNumber: return TableColumn("serial number", key: true)
    case .tnvedCode: return TableColumn("ТН ВЭД", key: true, leftOutRank: 6)
    case .hashrateTHs: return TableColumn("TH/s", numeric: true, key: true)
    case .powerKW: return TableColumn("kW", numeric: true, key: true)
    case .customsDeclaration: return TableColumn("declaration", leftOutRank: 5)
    case .possessionDocument: return TableColumn("possession", least: 24, leftOutRank: 4)
    case .excludedOn: return TableColumn("excluded", key: true)
    }
  }
}
