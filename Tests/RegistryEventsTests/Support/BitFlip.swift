import Testing

@testable import RegistryEvents

/// A journal in which one bit is changed, and what of it each layer finds by itself.
struct BitFlip {
  /// Where in a line a bit stands.
  enum Region: String, CaseIterable, Comparable {
    case act, prev, recorded, seq, signatures
    case lineFeed = "LF"

    static func < (left: Region, right: Region) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }

  /// What found it. Where the form refuses a line, nobody else is asked.
  struct Found: Hashable {
    var line: Int
    var region: Region
    var form = false
    var chain = false
    var signature = false
    var checkpoint = false

    var isFound: Bool { form || chain || signature }
  }

  /// The journal with every state in which a walk can be before a line: what stands before the bit is judged once.
  private let bytes: [UInt8]
  private let starts: [Int]
  private let layouts: [LineLayout]
  private let leaves: [Digest]
  private let root: Digest
  private var chainStates: [JournalWalk.State] = []
  private var fullStates: [JournalWalk.State] = []
  private let scanner = LineScanner(catalogue: .standard)
  private let hasher = SHA256Hasher()

  /// - Parameter bytes: a journal in which nothing is wrong.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let whole = Block(RawBlock(bytes: bytes, fileOffset: 0), scanner: scanner, hashing: true)
    layouts = whole.lines.map(\.layout)
    starts = layouts.map(\.start)
    leaves = whole.lines.compactMap(\.leaf)
    root = BitFlip.root(leaves, hasher)
    let chain = JournalWalk(mode: .chain, rules: TestJournal.rules, damage: .stop)
    let full = JournalWalk(mode: .full, rules: TestJournal.rules, damage: .report)
    var states = (chain.initialState, full.initialState)
    for index in starts.indices {
      chainStates.append(states.0)
      fullStates.append(states.1)
      let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
      let line = block(Array(bytes[starts[index]..<end]))
      try states.0.finish(CheckedBlock(unchecked: line)) { _ in }
      states.1.collectKeys(line)
      try states.1.finish(CheckedBlock(line, from: UInt64(index), keys: states.1.offered, scope: .all)) { _ in }
    }
    try #require(leaves.count == starts.count)
  }

  private static func root(_ leaves: [Digest], _ hasher: SHA256Hasher) -> Digest {
    var tree = MerkleFrontier()
    for leaf in leaves { tree.append(leaf, with: hasher) }
    return tree.root(with: hasher)
  }

  private func block(_ bytes: [UInt8]) -> Block {
    Block(RawBlock(bytes: bytes, fileOffset: 0), scanner: scanner, hashing: true)
  }

  /// The journal with a bit changed.
  func changed(at place: Int, bit: Int) -> [UInt8] {
    var changed = bytes
    changed[place] ^= 1 << UInt8(bit)
    return changed
  }

  func found(at place: Int, bit: Int) -> Found {
    let index = (starts.firstIndex { $0 > place } ?? starts.count) - 1
    var found = Found(line: index, region: region(of: place - starts[index], in: index))
    // The line concerned, and the next one with the `prev` that speaks of it.
    let end = index + 2 < starts.count ? starts[index + 2] : bytes.count
    var lines = Array(bytes[starts[index]..<end])
    lines[place - starts[index]] ^= 1 << UInt8(bit)
    let changed = block(lines)
    // An end without LF is told as such.
    found.form = changed.lines.contains { $0.refusal != nil } || lines.last != 0x0A
    guard !found.form else { return found }
    var state = chainStates[index]
    found.chain = (try? state.finish(CheckedBlock(unchecked: changed)) { _ in }) == nil
    let alone = block(Array(lines[...(lines.firstIndex(of: 0x0A) ?? lines.count - 1)]))
    found.signature = !stands(alone, in: fullStates[index])
    var leaves = leaves
    leaves[index] = alone.lines[0].leaf ?? leaves[index]
    found.checkpoint = BitFlip.root(leaves, hasher) != root
    return found
  }

  private func stands(_ block: Block, in state: JournalWalk.State) -> Bool {
    var state = state
    var standing: Standing?
    state.collectKeys(block)
    try? state.finish(CheckedBlock(block, from: state.lines, keys: state.offered, scope: .all)) { walked in
      if case .verified(let line) = walked { standing = line.judgement.standing }
    }
    return standing == .stands
  }

  /// A member's name and its punctuation count as the member.
  private func region(of offset: Int, in index: Int) -> Region {
    let layout = layouts[index]
    let after = offset - layout.act.range.upperBound
    let prev = #","prev":""#.utf8.count + 64 + 1
    let recorded = prev + #","recorded":"2024-03-05T05:00:00Z""#.utf8.count
    if after < 0 { return .act }
    if after < prev { return .prev }
    if after < recorded { return .recorded }
    if offset < layout.signatures.range.lowerBound - #","signatures":"#.utf8.count { return .seq }
    return offset < layout.length ? .signatures : .lineFeed
  }
}
