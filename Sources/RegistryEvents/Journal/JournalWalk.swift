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

  private let mode: VerificationMode
  private let rules: SigningRules
  private let catalogue: ActCatalogue
  private let damage: Damage
  private let signaturesOf: SignatureScope
  private let rootsAt: Set<UInt64>

  /// Whose signatures are checked in mode full.
  enum SignatureScope: Sendable {
    case all
    /// Those of control acts, by which the keys are known; all other acts are handed on as read.
    case controlActs
  }

  /// A walk.
  ///
  /// - Parameters:
  ///   - rules: which roles may do which act.
  ///   - catalogue: the types of acts that the reader knows.
  ///   - rootsAt: the numbers of lines at which the root is to be known as well, to compare it with checkpoints.
  public init(
    mode: VerificationMode, rules: SigningRules, catalogue: ActCatalogue = .standard, damage: Damage = .stop,
    rootsAt: Set<UInt64> = []
  ) {
    self.init(mode: mode, rules: rules, catalogue: catalogue, damage: damage, rootsAt: rootsAt, signaturesOf: .all)
  }

  init(
    mode: VerificationMode, rules: SigningRules, catalogue: ActCatalogue, damage: Damage, rootsAt: Set<UInt64>,
    signaturesOf: SignatureScope
  ) {
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
  /// - Throws: the first refusal, if damage stops the walk; `journal-empty`, what is wrong with line 0 and
  ///   `format-newer-than-reader`, after which nothing can be said, in any case; and what reading the file throws.
  public func run(
    _ reader: JournalReader, _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) -> WalkSummary {
    var reader = reader
    return try walk(&reader, body).summary(reader)
  }

  /// Judges whole lines that are in no file yet, as a journal of their own.
  func judge(_ raw: RawBlock) throws(RegistryError) -> State {
    var state = start()
    let block = Block(raw, scanner: LineScanner(catalogue: catalogue), hashing: true)
    let keys = state.collectKeys(block)
    try state.finish(CheckedBlock(block, keys: keys, scope: signaturesOf)) { _ in }
    return state
  }

  /// The state before line 0.
  func start() -> State {
    State(mode: mode, rules: rules, damage: damage, rootsAt: rootsAt, signaturesOf: signaturesOf)
  }

  /// The walk itself, with the state in which it leaves the chain and the keys.
  func walk(
    _ reader: inout JournalReader, _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) -> State {
    var state = start()
    try extend(&state, by: { () throws(RegistryError) in try reader.nextBlock() }, body)
    return state
  }

  /// Goes on from a state with further blocks of whole lines, until there are none.
  func extend(
    _ state: inout State, by nextBlock: () throws(RegistryError) -> RawBlock?,
    _ body: (WalkedLine) throws(RegistryError) -> Void
  ) throws(RegistryError) {
    let scanner = LineScanner(catalogue: catalogue)
    let hashing = mode != .none
    var scanning = Pipeline<Block>()
    var checking = Pipeline<CheckedBlock>()
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
        let keys = state.collectKeys(block)
        let scope = signaturesOf
        checking.start { CheckedBlock(block, keys: keys, scope: scope) }
      } else {
        try state.finish(CheckedBlock(unchecked: block), body)
      }
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

  init(_ block: Block, keys: [KeyName: PublicKey], scope: JournalWalk.SignatureScope) {
    self.block = block
    let verifier = JWSVerifier()
    checks = block.lines.indices.map { index in
      let line = Line(block: block, index: index)
      guard line.scanned.refusal == nil, scope == .all || line.act.isControl else { return [] }
      return block.withLine(line.layout) { SignatureCheck.all($0, line.layout, verifier: verifier) { keys[$0] } }
    }
  }
}
