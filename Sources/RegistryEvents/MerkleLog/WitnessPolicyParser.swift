/// Reads a policy's file line by line (C2SP `tlog-policy`).
///
/// Names are bytes without meaning. A line can name only what lines before it define, each thing once in all groups together, so that no
/// witness counts twice.
struct WitnessPolicyParser {
  private(set) var logs: [VerifierKey] = []
  private(set) var cosigners: [CosignerKey] = []
  private(set) var groups: [WitnessPolicy.Rule.Group] = []
  /// The quorum; the outer `nil` while there was no such line, the inner one for `none`.
  private(set) var quorum: WitnessPolicy.Rule.Member??

  private var members: [[UInt8]: WitnessPolicy.Rule.Member] = [:]
  private var grouped: Set<[UInt8]> = []
  private var publicKeys: Set<[UInt8]> = []
  private var logKeys: Set<PublicKey> = []

  /// The most lines of each kind; the specification asks for 32 at least.
  private static let limit = 1024
  private static let none = Array("none".utf8)

  /// Takes a line in; false where it is wrong.
  mutating func take(_ line: some Collection<UInt8>) -> Bool {
    guard line.allSatisfy({ $0 == 0x09 || (0x20...0x7E).contains($0) || $0 >= 0x80 }) else { return false }
    let words = line.split(whereSeparator: { $0 == 0x09 || $0 == 0x20 }).map { Array($0) }
    guard let first = words.first, first.first != UInt8(ascii: "#") else { return true }
    switch String(decoding: first, as: UTF8.self) {
    case "log": return (2...3).contains(words.count) && takeLog(words[1])
    case "witness": return (3...4).contains(words.count) && takeWitness(words[1], words[2])
    case "group": return words.count >= 4 && takeGroup(words[1], words[2], words[3...])
    case "quorum": return words.count == 2 && takeQuorum(words[1])
    default: return false
    }
  }

  private mutating func takeLog(_ text: [UInt8]) -> Bool {
    guard let text = String(validating: text, as: UTF8.self), let key = try? VerifierKey(text),
      logKeys.insert(key.publicKey).inserted, logs.count < WitnessPolicyParser.limit
    else { return false }
    logs.append(key)
    return true
  }

  private mutating func takeWitness(_ name: [UInt8], _ text: [UInt8]) -> Bool {
    guard let text = String(validating: text, as: UTF8.self), let (_, encoded) = NoteKey.parts(of: text),
      publicKeys.insert(Array(encoded.dropFirst())).inserted
    else { return false }
    if let key = try? CosignerKey(text) {
      cosigners.append(key)
      return define(name, .witness(key))
    }
    let isMLDSA = encoded[0] == NoteKey.SignatureType.cosignatureMLDSA.rawValue
    return isMLDSA && encoded.count == 1 + WitnessPolicyParser.mldsaKeyByteCount && define(name, .uncheckable)
  }

  private static let mldsaKeyByteCount = 1312

  private mutating func takeGroup(_ name: [UInt8], _ count: [UInt8], _ names: ArraySlice<[UInt8]>) -> Bool {
    let threshold: Int?
    switch String(decoding: count, as: UTF8.self) {
    case "any": threshold = 1
    case "all": threshold = names.count
    default: threshold = UInt64(decimal: count).flatMap { Int(exactly: $0) }
    }
    guard let threshold, (1...names.count).contains(threshold), names.allSatisfy({ grouped.insert($0).inserted }) else {
      return false
    }
    let members = names.compactMap { self.members[$0] }
    guard members.count == names.count else { return false }
    groups.append(WitnessPolicy.Rule.Group(threshold: threshold, members: members))
    return define(name, .group(groups.count - 1))
  }

  private mutating func takeQuorum(_ name: [UInt8]) -> Bool {
    guard quorum == nil else { return false }
    if name == WitnessPolicyParser.none {
      quorum = .some(nil)
      return true
    }
    guard let member = members[name] else { return false }
    quorum = .some(member)
    return true
  }

  private mutating func define(_ name: [UInt8], _ member: WitnessPolicy.Rule.Member) -> Bool {
    guard name != WitnessPolicyParser.none, members.count < WitnessPolicyParser.limit else { return false }
    return members.updateValue(member, forKey: name) == nil
  }
}
