import RegistryEvents
import Testing

@Suite("C2SP tlog-policy")
struct CosignaturePolicyTests {
  private static func key(_ seed: UInt8) throws -> String {
    try CosignatureTests.cosigner("w\(seed)", seed: seed).key.description
  }

  private static let log = NoteTests.goKey

  private static func policy(_ template: String) throws -> WitnessPolicy {
    var text = template.replacing("LOG", with: log)
    for seed in 1...6 as ClosedRange<UInt8> { text.replace("K\(seed)", with: try key(seed)) }
    return try WitnessPolicy(text.utf8)
  }

  /// A checkpoint that the witnesses of these seeds have cosigned.
  private static func note(_ seeds: some Sequence<UInt8>) throws -> Note {
    let signer = try NoteSigner(
      name: "log.example", key: PrivateKey(ed25519Seed: SecretBytes(copying: [UInt8](1...32))))
    var note = try Checkpoint(origin: "log.example", size: 1, root: .sha256(of: [])).signed(by: signer)
    for seed in seeds {
      note = try note.cosigned(
        by: CosignatureTests.cosigner("w\(seed)", seed: seed), at: Instant(clamping: 1_709_614_800))
    }
    return note
  }

  /// Which sets of the six witnesses meet a policy, as a bit for each set.
  private static func met(_ policy: WitnessPolicy) throws -> [Bool] {
    try (0..<64).map { set in
      let seeds = (1...6 as ClosedRange<UInt8>).filter { set >> ($0 - 1) & 1 == 1 }
      let note = try note(seeds)
      do {
        let cosignatures = try policy.demandQuorum(of: note)
        #expect(
          cosignatures.count == seeds.count(where: { seed in policy.cosigners.contains { $0.name == "w\(seed)" } }))
        return true
      } catch let error as RegistryError {
        #expect(error.code == .quorumMissing)
        return false
      }
    }
  }

  @Test(
    "the specification's example asks for two of the first three and one of the others, over every set of witnesses")
  func example() throws {
    let policy = try Self.policy(
      """
      log LOG

      witness X1 K1
      witness X2 K2
      witness X3 K3
      group X-witnesses 2 X1 X2 X3

      witness Y1 K4
      witness Y2 K5
      witness Y3 K6
      group Y-witnesses any Y1 Y2 Y3

      group X-and-Y all X-witnesses Y-witnesses
      quorum X-and-Y

      """)
    #expect(policy.logs.map(\.description) == [Self.log] && policy.cosigners.count == 6)
    let expected = (0..<64).map { ($0 & 7).nonzeroBitCount >= 2 && $0 >> 3 != 0 }
    #expect(try Self.met(policy) == expected)
  }

  @Test("k of n, over every k and every set", arguments: 0...6)
  func threshold(quorum: Int) throws {
    let keys = try (1...6 as ClosedRange<UInt8>).map { try CosignatureTests.cosigner("w\($0)", seed: $0).key }
    let policy = try WitnessPolicy(cosigners: keys, quorum: quorum)
    #expect(try Self.met(policy) == (0..<64).map { $0.nonzeroBitCount >= quorum })
  }

  @Test(
    "other forms of a policy",
    arguments: [
      ("quorum none\n", 0), ("quorum none", 0), ("witness w K1\nquorum none\n", 0), ("witness w K1\nquorum w\n", 1),
      ("\n# comment\n\t # another comment\n\twitness \t w1  K1   https://w1.example.kz/  \n\n  quorum\tw1", 1),
      ("log LOG https://log.example.kz/\nwitness w K1\nquorum w\n", 1),
      ("witness all K1\nwitness any K2\ngroup group 2 all any\nquorum group\n", 2),
      ("witness Куә K1\nquorum Куә\n", 1), ("witness a K1\nwitness b K2\ngroup g any b\nquorum a\n", 1),
    ])
  func forms(text: String, least: Int) throws {
    let policy = try Self.policy(text)
    #expect((try? policy.demandQuorum(of: Self.note(1...6))) != nil)
    #expect(((try? policy.demandQuorum(of: Self.note([]))) != nil) == (least == 0))
    #expect((try? policy.demandQuorum(of: Self.note(1..<UInt8(1 + least)))) != nil)
  }

  @Test("a witness that cannot be checked may be named, and never counts")
  func uncheckable() throws {
    let encoded = [0x06] + [UInt8](repeating: 1, count: 1312)
    let id = Digest.sha256(of: Array("m".utf8) + [0x0A] + encoded).bytes.prefix(4)
    let key = "m+\(Hex.encode(Array(id)))+\(Base64.standard.encode(encoded))"
    let group = try Self.policy("witness m \(key)\nwitness a K1\nwitness b K2\ngroup g 2 m a b\nquorum g\n")
    #expect(group.cosigners.count == 2)
    #expect(code { _ = try group.demandQuorum(of: Self.note([1])) } == .quorumMissing)
    #expect(try group.demandQuorum(of: Self.note([1, 2])).count == 2)
    let alone = try Self.policy("witness m \(key)\nquorum m\n")
    #expect(code { _ = try alone.demandQuorum(of: Self.note(1...6)) } == .quorumMissing)
    let short = "m+\(Hex.encode(Array(id)))+\(Base64.standard.encode(encoded.dropLast()))"
    #expect(code { _ = try Self.policy("witness m \(short)\nquorum m\n") } == .policyMalformed)
  }

  @Test(
    "what is no policy is malformed",
    arguments: [
      "", "\n", "quorum none\n\u{1}", "quorum none\r\n", "quorum none\n\u{7F}", "quibble w1\nquorum none\n",
      "QUORUM none\n", "witness w1 K1 https://w1.example.kz/ # comment\nquorum w1\n", "log\nquorum none\n",
      "log garbage\nquorum none\n", "log K1\nquorum none\n", "log LOG\nlog LOG\nquorum none\n",
      "log LOG u u\nquorum none\n", "witness w1\nquorum w1\n", "witness w1 LOG\nquorum w1\n",
      "witness none K1\nquorum none\n", "witness w1 K1\nwitness w1 K2\nquorum w1\n",
      "witness w1 K1\nwitness w2 K1\nquorum w1\n", "witness w1 K1\ngroup w1 any w1\nquorum w1\n",
      "witness w1 K1\ngroup g1 1\nquorum w1\n", "witness w1 K1\ngroup none any w1\nquorum none\n",
      "witness w1 K1\ngroup g1 0 w1\nquorum g1\n", "witness w1 K1\ngroup g1 -1 w1\nquorum g1\n",
      "witness w1 K1\ngroup g1 01 w1\nquorum g1\n", "witness w1 K1\ngroup g1 2 w1\nquorum g1\n",
      "witness w1 K1\ngroup g1 18446744073709551617 w1\nquorum g1\n", "witness w1 K1\ngroup g1 any w2\nquorum g1\n",
      "group g1 any w1\nwitness w1 K1\nquorum g1\n", "witness w1 K1\ngroup g1 any none w1\nquorum g1\n",
      "witness w1 K1\ngroup g1 all w1 w1\nquorum g1\n",
      "witness w1 K1\nwitness w2 K2\ngroup g1 any w1 w2\ngroup g2 any w1\nquorum g1\n", "witness w1 K1\n",
      "witness w1 K1\nquorum w1\nquorum w1\n", "quorum none\nquorum none\n", "quorum unknown\n",
      "quorum w1\nwitness w1 K1\n", "quorum\n", "witness w1 K1\nquorum w1 w1\n", "group g any g\nquorum g\n",
    ])
  func malformed(text: String) {
    #expect(code { _ = try Self.policy(text) } == .policyMalformed)
  }

  @Test("a quorum beyond the witnesses, and one key under two names, are no policy")
  func impossible() throws {
    let key = try CosignatureTests.cosigner("a", seed: 1).key
    let again = try CosignatureTests.cosigner("b", seed: 1).key
    #expect(code { _ = try WitnessPolicy(cosigners: [key], quorum: 2) } == .policyMalformed)
    #expect(code { _ = try WitnessPolicy(cosigners: [key], quorum: -1) } == .policyMalformed)
    #expect(code { _ = try WitnessPolicy(cosigners: [key, again], quorum: 1) } == .policyMalformed)
  }
}
