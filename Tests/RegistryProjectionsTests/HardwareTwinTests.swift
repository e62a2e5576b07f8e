import Testing

@testable import RegistryEvents
@testable import RegistryProjections

@Suite("The compact register and its slow twin")
struct HardwareTwinTests {
  @Test("random acts are followed alike", arguments: 1...12)
  func alike(seed: Int) throws {
    var acts = RandomActs(seed: seed)
    var register = HardwareRegister()
    var plain = PlainRegister()
    for _ in 0..<250 {
      let act = try acts.act()
      register.apply(act, FoldContext())
      plain.apply(act, FoldContext())
      #expect(register.totals == plain.totals, "act \(act.seq)")
      #expect(
        register.anomalies.map { PlainRegister.Anomaly(code: $0.code, seq: $0.seq) } == plain.anomalies,
        "act \(act.seq)")
    }
    var values: [CanonicalValue] = []
    register.forEachEntry { values.append($0.value) }
    #expect(values == plain.values)
    #expect(register.totals { _ in true } == plain.totals)
    #expect(register.digest() == Self.digest(plain.values))
    // A test of registers that stay empty, or that nothing changes, would say little.
    #expect(register.count > 20 && register.totals.excluded > 0 && !register.amendments.links.isEmpty)
    #expect(Set(register.anomalies.map(\.code)).count >= 4)
  }

  /// The root that RFC 6962 §2.1 defines, by its recursion.
  static func digest(_ entries: [CanonicalValue]) -> Digest {
    let hasher = SHA256Hasher()
    func root(_ leaves: ArraySlice<Digest>) -> Digest {
      guard leaves.count > 1 else { return leaves.first ?? hasher.digest([]) }
      var left = 1
      while left * 2 < leaves.count { left *= 2 }
      return hasher.nodeHash(root(leaves.prefix(left)), root(leaves.dropFirst(left)))
    }
    let leaves = ([.string(HardwareRegister.schema)] + entries).map { hasher.leafHash(CanonicalWriter.bytes(of: $0)) }
    return root(leaves[...])
  }
}
