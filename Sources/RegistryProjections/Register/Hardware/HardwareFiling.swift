internal import RegistryEvents

/// A filing of the hardware register that no result has met yet: what it said, kept as bytes until it is needed.
struct HardwareFiling: Sendable {
  enum Kind: Int, Sendable { case inclusion, exclusion, change }

  /// The id of the act.
  let id: UUIDv7
  let kind: Kind
  let caseNumber: String?
  /// The `what` of the filing.
  let what: [UInt8]
  /// The first standing part of each number.
  private(set) var standingParts: [Int64: (leaf: Digest?, what: [UInt8])] = [:]

  init(_ kind: Kind, _ act: Act) {
    id = act.id
    self.kind = kind
    caseNumber = act.caseNumber
    what = act.whatBytes
  }

  /// A filing as it was written down.
  init(
    id: UUIDv7, kind: Kind, caseNumber: String?, what: [UInt8], standingParts: [Int64: (leaf: Digest?, what: [UInt8])]
  ) {
    self.id = id
    self.kind = kind
    self.caseNumber = caseNumber
    self.what = what
    self.standingParts = standingParts
  }

  /// How many numbered parts the filing announces.
  private var partCount: Int64 {
    let count = try? MemberReader.read(judged: what) { members throws(RegistryError) in
      try HardwareFiling.partCount(&members)
    }
    return count ?? 0
  }

  /// The same in a pass over the filing.
  static func partCount(_ members: inout MemberReader) throws(RegistryError) -> Int64 {
    members.seek("parts") ? try members.integer("parts") : 0
  }

  /// Takes in a part; tells why not if it cannot.
  mutating func add(_ part: StandingAct, number: Int64) -> RegisterAnomaly.Code? {
    guard number >= 1, number <= partCount else { return .partUnknown }
    guard standingParts[number] == nil else { return .partRepeated }
    standingParts[number] = (part.leafHash, part.act.whatBytes)
    return nil
  }

  /// The parts in the order of their numbers, if so many are there and, where hashes are known, as a decision says.
  func parts(_ count: Int64, matching digest: Digest) -> [[UInt8]]? {
    if count == 0, standingParts.isEmpty, digest == HardwareFiling.ofNoParts { return [] }
    let ordered = standingParts.sorted { $0.key < $1.key }.map(\.value)
    guard ordered.count == count else { return nil }
    let leaves = ordered.compactMap(\.leaf)
    guard leaves.count < ordered.count || HardwareFiling.partsDigest(leaves) == digest else { return nil }
    return ordered.map(\.what)
  }

  /// SHA-256 of the leaf hashes, 32 bytes each, in the order of the parts' numbers (format §1).
  static func partsDigest(_ leaves: [Digest]) -> Digest {
    leaves.isEmpty ? ofNoParts : Digest.sha256(of: leaves.flatMap(\.bytes))
  }

  private static let ofNoParts = Digest.sha256(of: [])
}
