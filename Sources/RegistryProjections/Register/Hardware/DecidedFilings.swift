internal import RegistryEvents

/// The filings that a result has met: asked for only where a decision names a filing that does not wait, which is an anomaly. So they are
/// a list, and a set from the first question on.
struct DecidedFilings: Sendable {
  private(set) var ids: [UUIDv7] = []
  private var known: Set<UUIDv7>?

  init(_ ids: [UUIDv7] = []) { self.ids = ids }

  mutating func add(_ id: UUIDv7) {
    ids.append(id)
    known?.insert(id)
  }

  mutating func contains(_ id: UUIDv7) -> Bool {
    let set = known ?? Set(ids)
    known = set
    return set.contains(id)
  }
}
