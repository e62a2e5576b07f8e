import RegistryEvents
import RegistryProjections

/// The hardware register as replayed, and which of its entries are asked for.
struct HardwareReplay: RegisterReplay {
  /// The register as at the state asked for.
  let register: HardwareRegister
  /// What was read and checked.
  let report: ReplayReport
  /// The moment as the command line gave it.
  let moment: EffectiveMoment
  /// The holders whose entries are asked for; empty for all.
  let holders: [String]
  /// Whether entries and digest are left out.
  let totalsOnly: Bool

  /// Whether an entry is asked for: its holder is named by БИН or ИИН, or by the digest that stands in its place.
  func selects(_ entry: HardwareEntry) -> Bool {
    if holders.isEmpty { return true }
    switch entry.holderId {
    case .shown(let id), .committed(let id): return holders.contains { $0.utf8.elementsEqual(id.utf8) }
    }
  }

  /// Gives every entry asked for to a function, in the order of the numbers.
  func forEachEntry(_ body: (HardwareEntry) throws -> Void) throws {
    try register.forEachEntry { (entry) throws in if selects(entry) { try body(entry) } }
  }

  /// The totals of the entries asked for.
  var selectedTotals: HardwareRegister.Totals { register.totals(where: selects) }
}
