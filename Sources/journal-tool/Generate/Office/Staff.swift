import RegistryEvents

/// The people of the office: who holds which role, with which key.
struct Staff: Sendable {
  /// The keyMasters, who hold no other role; each is a holder of his own.
  private(set) var keyMasters: [Official] = []
  /// The others, in the order in which they are enrolled.
  private(set) var officials: [Official] = []
  /// Whose key is revoked and not yet replaced.
  var absent: Int?
  private let keys: TestKeys

  /// The people of a seed, their keys valid from an instant. The member of the higher body signs with RS256.
  ///
  /// - Parameter withProvider: with the head of the provider and a deputy, whom the hardware register does not need.
  /// - Throws: what the making of a key throws.
  init(keys: TestKeys, from: Instant, withProvider: Bool = false) throws {
    self.keys = keys
    var random = SeededRandom(seed: keys.seed, purpose: "staff")
    func official(_ role: OfficeRole, _ number: Int) throws -> Official {
      let id = "\(role.rawValue)-\(number)"
      let key = role == .complaintsBody ? try keys.rsa() : try keys.ed25519(id)
      return Official(id: id, person: Person(&random), roles: [role], key: key, from: from)
    }
    for number in 1...2 { keyMasters.append(try official(.keyMaster, number)) }
    for (role, count) in Staff.posts + (withProvider ? [(.headOfProvider, 1), (.deputyHead, 1)] : []) {
      for number in 1...count { officials.append(try official(role, number)) }
    }
  }

  private static let posts: [(OfficeRole, Int)] = [
    (.chanceryWorker, 2), (.providerEmployee, 3), (.authorisedPerson, 2), (.headOfUnit, 1), (.complaintsBody, 1),
    (.qualityBody, 1),
  ]

  /// Who acts in a role: of several, the one on whom a number falls. `nil` where nobody holds it.
  func holder(of role: OfficeRole, _ number: Int) -> Official? {
    if role == .keyMaster { return keyMasters[number % keyMasters.count] }
    let holders = officials.indices.filter { $0 != absent && officials[$0].roles.contains(role) }
    return holders.isEmpty ? nil : officials[holders[number % holders.count]]
  }

  /// The index of the last to hold a role.
  func lastIndex(of role: OfficeRole) -> Int? { officials.lastIndex { $0.roles.contains(role) } }

  /// Gives a further role.
  mutating func add(_ role: OfficeRole, to index: Int, from: Instant) {
    if !officials[index].roles.contains(role) { officials[index].roles.append(role) }
    officials[index].from = from
  }

  /// Gives a new key.
  ///
  /// - Throws: what the making of a key throws.
  mutating func renewKey(of index: Int, from: Instant) throws {
    officials[index].keyNumber += 1
    officials[index].key = try keys.ed25519(officials[index].id, officials[index].keyNumber)
    officials[index].from = from
  }
}
