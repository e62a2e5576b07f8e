internal import RegistryEvents

/// The changes entered in the register, and which of them each unit has had, in their order.
struct EntryAmendments: Sendable {
  /// The members of a change as they were filed.
  private(set) var changes: [Change] = []
  /// Every time that a unit was changed: by which change, and where the time before is.
  private(set) var links: [Link] = []
  /// The last link of each unit up to the last changed one; -1 for none.
  private var last: [Int32] = []

  struct Change: Sendable {
    /// The canonical bytes of ``EntryChanges``, by the number of the text.
    let standing: Int32
    let hashrateTHs: Decimal?
    let powerKW: Decimal?
  }

  struct Link: Sendable {
    let unit: Int32
    let change: Int32
    /// -1 for none.
    let previous: Int32
    /// The last changes of the unit's hash rate and of its power so far; -1 for none.
    let hashrateTHsBy: Int32
    let powerKWBy: Int32
  }

  init() {}

  /// Adds a change, and answers its number.
  mutating func add(_ standing: UnsafeRawBufferPointer, _ texts: inout TextStore) throws(RegistryError) -> Int {
    let read = try MemberReader.read(judged: Array(standing)) { members throws(RegistryError) in
      try EntryChanges(&members)
    }
    add(Change(standing: texts.add(standing), hashrateTHs: read.hashrateTHs, powerKW: read.powerKW))
    return changes.count - 1
  }

  /// Adds a change that was read.
  mutating func add(_ change: Change) { changes.append(change) }

  /// Makes room for changes of units that will follow.
  mutating func reserve(links count: Int, units: Int) {
    links.reserveCapacity(count)
    last.reserveCapacity(units)
  }

  /// Changes a unit.
  mutating func amend(_ unit: Int, by change: Int) {
    if unit >= last.count { last.append(contentsOf: repeatElement(-1, count: unit + 1 - last.count)) }
    let previous = last[unit]
    last[unit] = Int32(truncatingIfNeeded: links.count)
    let number = Int32(truncatingIfNeeded: change)
    let before = previous < 0 ? nil : links[Int(previous)]
    links.append(
      Link(
        unit: Int32(truncatingIfNeeded: unit), change: number, previous: previous,
        hashrateTHsBy: changes[change].hashrateTHs != nil ? number : before?.hashrateTHsBy ?? -1,
        powerKWBy: changes[change].powerKW != nil ? number : before?.powerKWBy ?? -1))
  }

  private func lastLink(of unit: Int) -> Int32 { unit < last.count ? last[unit] : -1 }

  /// The figures that the changes of a unit have left it with, where they changed them.
  func figures(of unit: Int) -> (hashrateTHs: Decimal?, powerKW: Decimal?) {
    let place = lastLink(of: unit)
    guard place >= 0 else { return (nil, nil) }
    let link = links[Int(place)]
    return (
      link.hashrateTHsBy < 0 ? nil : changes[Int(link.hashrateTHsBy)].hashrateTHs,
      link.powerKWBy < 0 ? nil : changes[Int(link.powerKWBy)].powerKW
    )
  }

  /// The changes of a unit in their order.
  func changes(of unit: Int, _ texts: TextStore) -> [EntryChanges] {
    var read: [EntryChanges] = []
    var link = lastLink(of: unit)
    while link >= 0 {
      let standing = texts.utf8(changes[Int(links[Int(link)].change)].standing)
      let changes = try? MemberReader.read(judged: Array(standing)) { members throws(RegistryError) in
        try EntryChanges(&members)
      }
      if let changes { read.append(changes) }
      link = links[Int(link)].previous
    }
    return read.reversed()
  }
}
