@testable import RegistryEvents
@testable import RegistryProjections

/// The slow twin of ``HardwareRegister``: follows the same acts by their trees, keeps every entry as the JSON that a replay prints, and
/// shares no code with the register but the names of the anomalies.
struct PlainRegister {
  private struct Filing {
    let kind: String
    let caseNumber: CanonicalValue
    let what: CanonicalValue
    var parts: [Int64: (leaf: Digest?, what: CanonicalValue)] = [:]
  }

  struct Anomaly: Equatable {
    let code: RegisterAnomaly.Code
    let seq: UInt64
  }

  private var open: [String: Filing] = [:]
  private var decided: Set<String> = []
  private(set) var entries: [Int64: [String: CanonicalValue]] = [:]
  private(set) var anomalies: [Anomaly] = []

  mutating func apply(_ standing: StandingAct, _ context: FoldContext) {
    let act = standing.act
    let what = act.what
    func note(_ code: RegisterAnomaly.Code, _ register: inout PlainRegister) {
      register.anomalies.append(Anomaly(code: code, seq: standing.seq))
    }
    let filing = what["filing"]?.string ?? ""
    switch act.type {
    case "apk.inclusionFiled", "apk.exclusionFiled", "apk.changeNotified":
      open[act.id.description] = Filing(
        kind: act.type, caseNumber: act.caseNumber.map(CanonicalValue.string) ?? .null, what: what)
    case "apk.unitsListed", "apk.entriesListed":
      let number = what["number"]?.integer ?? 0
      let announced = open[filing]?.what["parts"]?.integer ?? 0
      if open[filing] == nil || number < 1 || number > announced { return note(.partUnknown, &self) }
      if open[filing]?.parts[number] != nil { return note(.partRepeated, &self) }
      open[filing]?.parts[number] = (standing.leafHash, what)
    case "apk.refused", "apk.completenessRefused", "apk.intakeRefused":
      if open.removeValue(forKey: filing) != nil { decided.insert(filing) }
    case "apk.included", "apk.excluded", "apk.changeEntered":
      let kinds = ["apk.included": "apk.inclusionFiled", "apk.excluded": "apk.exclusionFiled"]
      guard let met = open[filing], met.kind == kinds[act.type] ?? "apk.changeNotified" else {
        return note(decided.contains(filing) ? .filingDecided : .filingUnknown, &self)
      }
      let parts = met.parts.sorted { $0.key < $1.key }.map(\.value)
      let leaves = parts.compactMap { $0.leaf?.bytes }
      let digest = Digest.sha256(of: leaves.flatMap { $0 }).description
      guard Int64(parts.count) == met.what["parts"]?.integer,
        leaves.count < parts.count || digest == what["partsDigest"]?.string
      else { return note(.partsDiffer, &self) }
      let lists = [met.what] + parts.map(\.what)
      let day = CanonicalValue.string(context.time.date(of: act.at).description)
      if act.type == "apk.included" {
        let units = lists.flatMap { $0["units"]?.array ?? [] }
        let (first, last) = PlainRegister.range(what["entries"])
        guard !units.isEmpty, last - first == Int64(units.count) - 1,
          !(first...last).contains(where: { entries[$0] != nil })
        else {
          return note(.entryNumbers, &self)
        }
        for (number, unit) in zip(first...last, units) {
          entries[number] = PlainRegister.entry(number, unit, met.what, day: day, caseNumber: met.caseNumber)
        }
      } else {
        for range in lists.flatMap({ $0["entries"]?.array ?? [] }) {
          touch(range, met.what, act.type, day: day, standing.seq)
        }
      }
      open[filing] = nil
      decided.insert(filing)
    default: break
    }
  }

  private mutating func touch(
    _ range: CanonicalValue, _ filed: CanonicalValue, _ type: String, day: CanonicalValue, _ seq: UInt64
  ) {
    let (first, last) = PlainRegister.range(range)
    var wasThere = true
    for number in stride(from: first, through: last, by: 1) {
      guard let entry = entries[number] else {
        if wasThere { anomalies.append(Anomaly(code: .entryUnknown, seq: seq)) }
        wasThere = false
        continue
      }
      wasThere = true
      if type == "apk.excluded" {
        if entry["excludedOn"] == .null {
          entries[number]?["excludedOn"] = day
        } else {
          anomalies.append(Anomaly(code: .entryUnknown, seq: seq))
        }
      } else if case .object(let changes)? = filed["changes"] {
        entries[number]?.merge(changes) { _, new in new }
        if case .object(var contacts)? = changes["contacts"] {
          contacts["email"] = contacts["email"] ?? nil
          entries[number]?["contacts"] = .object(contacts)
        }
      }
    }
  }

  private static func range(_ value: CanonicalValue?) -> (Int64, Int64) {
    (value?["first"]?.integer ?? 1, value?["last"]?.integer ?? 0)
  }

  private static func entry(
    _ number: Int64, _ unit: CanonicalValue, _ filed: CanonicalValue, day: CanonicalValue, caseNumber: CanonicalValue
  ) -> [String: CanonicalValue] {
    [
      "case": caseNumber, "condition": unit["condition"] ?? .null, "contacts": filed["contacts"] ?? .null,
      "customsDeclaration": unit["customsDeclaration"] ?? .null,
      "dataCentreAddress": filed["dataCentreAddress"] ?? .null,
      "enteredOn": day, "excludedOn": .null, "hashrateTHs": unit["hashrateTHs"] ?? .null,
      "holderId": filed["applicant"]?["id"] ?? .null, "holderName": filed["applicant"]?["name"] ?? .null,
      "legalAddress": filed["legalAddress"] ?? .null, "model": unit["model"] ?? .null, "number": .integer(number),
      "possessionDocument": filed["possession"]?["document"] ?? .null, "powerKW": unit["powerKW"] ?? .null,
      "serialNumber": unit["serialNumber"] ?? .null, "tnvedCode": filed["tnvedCode"] ?? .null,
    ]
  }

  /// The totals, summed anew from the entries.
  var totals: HardwareRegister.Totals {
    var totals = HardwareRegister.Totals()
    for entry in entries.values {
      guard entry["excludedOn"] == .null else {
        totals.excluded += 1
        continue
      }
      totals.standing += 1
      totals.hashrateTHs += entry["hashrateTHs"]?.string.flatMap { Decimal($0) } ?? .zero
      totals.powerKW += entry["powerKW"]?.string.flatMap { Decimal($0) } ?? .zero
    }
    return totals
  }

  /// The entries as a replay prints them, by number.
  var values: [CanonicalValue] { entries.sorted { $0.key < $1.key }.map { .object($0.value) } }
}
