public import RegistryEvents

/// Every register that the law lays out, in one pass, for the digests of their states: ``Registers`` without the index that decisions ask.
public struct DigestedRegisters: Sendable {
  /// The register of hardware (order 138/НҚ).
  public private(set) var hardware = HardwareRegister()
  /// Those whose entries are made one by one.
  public private(set) var others: [EntryRegister]

  /// Empty registers.
  public init(law book: RuleBook = .standard) { others = EntryRegister.all(of: book) }

  /// Follows an act. Acts come in the order of their lines.
  public mutating func apply(_ act: StandingAct, _ context: FoldContext) {
    hardware.apply(act, context)
    for index in others.indices { others[index].apply(act, context) }
  }

  /// The digest of each, sorted by name.
  public var digests: [RegisterDigested.Register] {
    let apk = RegisterDigested.Register(
      digest: hardware.digest(), register: "apk", schema: HardwareRegister.schema)
    let rest = others.map { register in
      RegisterDigested.Register(
        digest: register.digest(), register: register.layout.id, schema: register.layout.schema)
    }
    return ([apk] + rest).sorted { $0.register.utf8.lexicographicallyPrecedes($1.register.utf8) }
  }
}

/// What became of checking one register of an act `register.digested` against the state that its line follows from.
public struct RegisterDigestCheck: Sendable, Hashable {
  /// What is to be said.
  public enum Status: String, Sendable {
    /// The state has that digest.
    case agrees
    /// It has another, or the checkpoint is not one of this journal.
    case differs
    /// It is a register or a shape of state that this reader does not know, or an act that does not stand.
    case unchecked
  }

  /// The line of the act.
  public let seq: UInt64
  /// The number of lines that the state follows from.
  public let size: UInt64
  /// What the act says.
  public let stated: RegisterDigested.Register
  /// Whether it is so.
  public let status: Status
}

extension RegisterDigestCheck {
  /// Checks every standing act `register.digested` of a journal.
  ///
  /// One replay gives what the acts say, and another the states and the journal's roots; a further one for each state that an act of the area `act`
  /// precedes, since such acts take others out of what is known from then on.
  ///
  /// - Parameters:
  ///   - mode: how much is checked on the way.
  ///   - journals: opens the journal at its first line, after those that it continues, the oldest first: its registers go on from theirs.
  /// - Throws: the first refusal of a line: no state is built on a journal that is not whole; `predecessor-missing` and `predecessor-mismatch`.
  public static func all(
    mode: VerificationMode = .full, rules: SigningRules = RuleBook.standard.signingRules,
    journals: () throws(RegistryError) -> [JournalReader]
  ) throws(RegistryError) -> [RegisterDigestCheck] {
    var said: [(seq: UInt64, act: RegisterDigested)] = []
    var mended: UInt64 = .max
    var passed: UInt64 = 0
    var first: UInt64 = 0
    let replay = Replay(asOf: AsOf(effective: .latest), mode: mode, rules: rules)
    _ = try replay.pass(
      try journals(),
      begin: { _ in
        first = passed
        said = []
      },
      line: { line in
        if line.act.type.utf8.starts(with: "act.".utf8) { mended = min(mended, passed) }
        passed += 1
      },
      fold: { (act, _) throws(RegistryError) in
        if act.act.says(RegisterDigested.self) { said.append((act.seq, try act.act.payload(RegisterDigested.self))) }
      })
    // Lines of the journal alone; a state of lines that were still to come is none of it.
    let sizes = Set(said.compactMap { UInt64(exactly: $0.act.size) }.filter { $0 < passed - first })
    var built = try states(at: sizes.filter { first + $0 <= mended }, from: first, mode: mode, rules: rules, journals)
    for size in sizes where first + size > mended {
      built.merge(try states(known: size, from: first, mode: mode, rules: rules, journals)) { first, _ in first }
    }
    return said.flatMap { counted, act in
      let (seq, size) = (counted - first, UInt64(clamping: act.size))
      let state = built[size]
      return act.registers.map { stated in
        let mine = state?.digests.first { $0.register == stated.register && $0.schema == stated.schema }
        let isOfJournal = size <= seq && state?.root == act.root
        let status: Status = !isOfJournal ? .differs : mine.map { $0 == stated ? .agrees : .differs } ?? .unchecked
        return RegisterDigestCheck(seq: seq, size: size, stated: stated, status: status)
      }
    }
  }

  /// What a journal is at a number of lines.
  private typealias State = (root: Digest?, digests: [RegisterDigested.Register])

  /// The states at numbers of lines before which nothing was taken out, in one pass.
  ///
  /// - Parameter first: the number of lines of the journals that it continues.
  private static func states(
    at sizes: Set<UInt64>, from first: UInt64, mode: VerificationMode, rules: SigningRules,
    _ journals: () throws(RegistryError) -> [JournalReader]
  ) throws(RegistryError) -> [UInt64: State] {
    guard !sizes.isEmpty else { return [:] }
    var registers = DigestedRegisters()
    var digests: [UInt64: [RegisterDigested.Register]] = [:]
    var passed: UInt64 = 0
    func keep() { if passed > first, sizes.contains(passed - first) { digests[passed - first] = registers.digests } }
    let replay = Replay(asOf: AsOf(effective: .latest), mode: mode, rules: rules, rootsAt: sizes)
    let (report, _) = try replay.pass(
      try journals(),
      line: { _ in
        keep()
        passed += 1
      }, fold: { (act, context) in registers.apply(act, context) })
    keep()
    return Dictionary(uniqueKeysWithValues: digests.map { ($0.key, (report.summary.roots[$0.key], $0.value)) })
  }

  /// The state as known at a number of lines.
  private static func states(
    known size: UInt64, from first: UInt64, mode: VerificationMode, rules: SigningRules,
    _ journals: () throws(RegistryError) -> [JournalReader]
  ) throws(RegistryError) -> [UInt64: State] {
    let asOf = AsOf(effective: .latest, known: .seq(first + size - 1))
    let (registers, report) = try Replay(asOf: asOf, mode: mode, rules: rules, rootsAt: [size]).run(
      journals, into: { DigestedRegisters() }, fold: { (registers, act, context) in registers.apply(act, context) })
    return [size: (report.summary.roots[size], registers.digests)]
  }
}
