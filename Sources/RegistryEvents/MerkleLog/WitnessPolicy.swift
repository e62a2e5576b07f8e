/// Which witnesses must have cosigned a checkpoint before it is relied on (C2SP `tlog-policy`).
///
/// ```
/// log apk.registry.example.kz/2024+bb3d4c32+AXa5…
/// witness ministry ministry.example.kz/w1+d8042a87+BCtu…
/// witness university university.example.kz/w1+67f7aea0+BEqS…
/// witness archive archive.example.kz/w1+da77ade7+BOvN…
/// group outside 2 ministry university archive
/// quorum outside
/// ```
///
/// A witness of a type that cannot be checked here, ML-DSA-44 (0x06), may be named and never counts.
public struct WitnessPolicy: Sendable {
  /// The note keys of the journals; any of them may have signed. None where the policy leaves them open.
  public let logs: [VerifierKey]
  /// The witnesses whose cosignatures can be checked.
  public let cosigners: [CosignerKey]

  private let rule: Rule

  /// A policy that asks for cosignatures of at least `quorum` of some witnesses.
  ///
  /// - Throws: `policy-malformed` where there are fewer witnesses than that, or two have one public key.
  public init(cosigners: [CosignerKey], quorum: Int) throws {
    guard (0...cosigners.count).contains(quorum) else {
      throw RegistryError(.policyMalformed, detail: "a quorum of \(quorum) of \(cosigners.count)")
    }
    guard Set(cosigners.map(\.publicKey)).count == cosigners.count else {
      throw RegistryError(.policyMalformed, detail: "two witnesses with one key")
    }
    logs = []
    self.cosigners = cosigners
    let group = Rule.Group(threshold: quorum, members: cosigners.map(Rule.Member.witness))
    rule = Rule(groups: [group], quorum: .group(0))
  }

  /// Reads a policy's file.
  ///
  /// - Throws: `policy-malformed`, with the number of the line where one is wrong.
  public init(_ bytes: some Collection<UInt8>) throws {
    var parser = WitnessPolicyParser()
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard parser.take(line) else { throw RegistryError(.policyMalformed, detail: "line \(index + 1) of the policy") }
    }
    guard let quorum = parser.quorum else { throw RegistryError(.policyMalformed, detail: "no quorum") }
    logs = parser.logs
    cosigners = parser.cosigners
    rule = Rule(groups: parser.groups, quorum: quorum)
  }

  /// Verifies a checkpoint's cosignatures and demands the quorum.
  ///
  /// - Returns: the cosignatures of the policy's witnesses.
  /// - Throws: `note-unsigned` where a known witness's line fails, `quorum-missing` where too few have signed.
  public func demandQuorum(of note: Note) throws -> [Cosignature] {
    let cosignatures = try note.cosignatures(by: cosigners)
    guard rule.isMet(by: Set(cosignatures.map(\.cosigner))) else {
      throw RegistryError(.quorumMissing, detail: "\(cosignatures.count) of \(cosigners.count) witnesses")
    }
    return cosignatures
  }

  /// The quorum's rule. A group names only groups before it, so that one pass decides.
  struct Rule: Sendable {
    /// What a group is made of.
    enum Member: Sendable, Hashable {
      case witness(CosignerKey)
      /// A witness whose cosignatures cannot be checked.
      case uncheckable
      case group(Int)
    }

    struct Group: Sendable {
      let threshold: Int
      let members: [Member]
    }

    let groups: [Group]
    let quorum: Member?

    /// Whether the witnesses that cosigned are enough; a rule without a quorum (`none`) asks for none.
    func isMet(by signed: Set<CosignerKey>) -> Bool {
      guard let quorum else { return true }
      var isWitnessed: [Bool] = []
      func counts(_ member: Member) -> Bool {
        switch member {
        case .witness(let key): return signed.contains(key)
        case .uncheckable: return false
        case .group(let index): return isWitnessed[index]
        }
      }
      for group in groups { isWitnessed.append(group.members.filter(counts).count >= group.threshold) }
      return counts(quorum)
    }
  }
}
