/// Reads a journal from its first line to its last, checks it as far as asked, and hands on each line in order.
///
/// Three stages: blocks of lines are split, scanned and hashed on any core; their signatures, which need no history, are
/// checked on any core once the keys that they may name have been collected; then one thread links and judges line by line.
/// Memory is that of the few blocks under way.
public struct JournalWalk {
  /// What to do at the first line that is refused or out of place.
  public enum Damage: Sendable {
    /// Throw: no state is built on a journal that is not whole.
    case stop
    /// Record a finding and go on: an auditor wants to see all of it.
    case report
  }

  let mode: VerificationMode
  let rules: SigningRules
  let catalogue: ActCatalogue
  let damage: Damage
  let signaturesOf: SignatureScope
  let rootsAt: Set<UInt64>
  let predecessor: JournalEnd?
  /// Whether what authors had seen too far back to be compared on the way is looked up in the file. A writer has done that when it took the act in.
  var comparesSeen = true
  /// So many lines that authors had seen too far back are kept, four megabytes of them, before they are looked up in the file.
  var mostUnresolved = 65_536

  /// Whose signatures are checked in mode full.
  enum SignatureScope: Sendable, Equatable {
    case all
    /// Those of control acts, by which the keys are known; all other acts are handed on as read.
    case controlActs
    /// Those of control acts, and from a line on all.
    case since(UInt64)

    /// Whether signatures of a line are checked.
    func includes(_ line: Line, at index: UInt64) -> Bool {
      switch self {
      case .all: return true
      case .controlActs: return line.act.isControl
      case .since(let first): return index >= first || line.act.isControl
      }
    }
  }

  /// A walk.
  ///
  /// - Parameters:
  ///   - rules: which roles may do which act.
  ///   - catalogue: the types of acts that the reader knows.
  ///   - rootsAt: the numbers of lines at which the root is to be known as well, to compare it with checkpoints.
  ///   - predecessor: the journal that this one continues; without it that is not checked, which is told.
  public init(
    mode: VerificationMode, rules: SigningRules, catalogue: ActCatalogue = .standard, damage: Damage = .stop,
    rootsAt: Set<UInt64> = [], predecessor: JournalEnd? = nil
  ) {
    self.init(
      mode: mode, rules: rules, catalogue: catalogue, damage: damage, rootsAt: rootsAt, signaturesOf: .all,
      predecessor: predecessor)
  }

  init(
    mode: VerificationMode, rules: SigningRules, catalogue: ActCatalogue, damage: Damage, rootsAt: Set<UInt64>,
    signaturesOf: SignatureScope, predecessor: JournalEnd? = nil
  ) {
    self.predecessor = predecessor
    self.mode = mode
    self.rules = rules
    self.catalogue = catalogue
    self.damage = damage
    self.rootsAt = rootsAt
    self.signaturesOf = signaturesOf
  }

  /// Walks the journal.
  ///
  /// - Parameter body: is given each well-formed line in order; what it throws ends the walk.
  /// At a control act that this reader does not know, a walk that reports damage ends its judging: lines from there on are still read,
  /// hashed and linked, and not handed on.
  ///
  /// - Parameter digestsFile: whether the file is hashed whole, for a journal that continues it.
  /// - Throws: the first refusal or unknown control act, if damage stops the walk; `journal-empty` and what is wrong with line 0, after
  ///   which nothing can be said, in any case; and what reading the file throws.
  public func run(
    _ reader: JournalReader, digestsFile: Bool = false, _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) -> WalkSummary {
    var reader = digestsFile ? try reader.hashingFile() : reader
    return try walk(&reader, body).summary(reader)
  }

  /// Judges whole lines that are in no file yet, as a journal of their own.
  func judge(_ raw: RawBlock) throws(RegistryError) -> State {
    var state = initialState
    let block = Block(raw, scanner: LineScanner(catalogue: catalogue), hashing: true)
    state.collectKeys(block)
    try state.finish(CheckedBlock(block, from: 0, keys: state.offered, scope: signaturesOf)) { _ in }
    return state
  }

  /// The state before line 0.
  var initialState: State {
    State(
      mode: mode, rules: rules, damage: damage, rootsAt: rootsAt, signaturesOf: signaturesOf, predecessor: predecessor,
      comparesSeen: comparesSeen)
  }

  /// The walk itself, with the state in which it leaves the chain and the keys.
  ///
  /// - Parameter resumed: the state before the first line that the reader gives; where there is none, that is line 0.
  func walk(
    _ reader: inout JournalReader, from resumed: State? = nil, _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) -> State {
    var state = resumed ?? initialState
    try extend(&state, of: reader, by: { () throws(RegistryError) in try reader.nextBlock() }, body)
    return state
  }

  /// Goes on from a state with further blocks of whole lines, until there are none.
  ///
  /// - Parameter file: the file that they are of, where lines are looked up again.
  func extend(
    _ state: inout State, of file: JournalReader, by nextBlock: () throws(RegistryError) -> RawBlock?,
    _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    var next = state.lines
    let scanner = LineScanner(catalogue: catalogue)
    let hashing = mode != .none
    var scanning = Pipeline<Block>()
    var checking = Pipeline<CheckedBlock>()
    defer {
      scanning.abandon()
      checking.abandon()
    }
    var isAtEnd = false
    while true {
      while !isAtEnd, scanning.hasRoom {
        guard let raw = try nextBlock() else {
          isAtEnd = true
          break
        }
        scanning.start { Block(raw, scanner: scanner, hashing: hashing) }
      }
      guard let block = scanning.next() else { break }
      if mode == .full {
        if !checking.hasRoom, let checked = checking.next() { try state.finish(checked, body) }
        state.collectKeys(block)
        let (keys, scope, first) = (state.offered, signaturesOf, next)
        checking.start { CheckedBlock(block, from: first, keys: keys, scope: scope) }
      } else {
        try state.finish(CheckedBlock(unchecked: block), body)
      }
      if state.unresolved.count >= mostUnresolved { try state.compareSeen(in: file) }
      next += UInt64(block.lines.count)
    }
    while let checked = checking.next() { try state.finish(checked, body) }
  }
}

/// A block with the outcome of every signature in it.
struct CheckedBlock: Sendable {
  let block: Block
  /// By line; empty where none was checked.
  let checks: [[SignatureCheck]]

  init(unchecked block: Block) {
    self.block = block
    checks = []
  }

  /// - Parameter first: the index of the block's first line.
  init(_ block: Block, from first: UInt64, keys: OfferedKeys, scope: JournalWalk.SignatureScope) {
    self.block = block
    let verifier = JWSVerifier()
    checks = block.lines.indices.map { index in
      let line = Line(block: block, index: index)
      guard line.scanned.refusal == nil, scope.includes(line, at: first + UInt64(index)) else { return [] }
      return block.withLine(line.layout) { SignatureCheck.all($0, line.layout, verifier: verifier, keys: keys) }
    }
  }
}
