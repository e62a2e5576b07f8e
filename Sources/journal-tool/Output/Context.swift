import RegistryEvents

/// What a command has of the world: where its bytes go and come from, the environment and the clocks.
///
/// Everything that a test must be able to replace is in here; a command asks the system for none of it.
struct Context {
  /// Standard output: results, and nothing else.
  let output: ByteOutput
  /// Standard error: errors, warnings and progress.
  let errors: ByteOutput
  /// Standard input, as one descriptor or in tests its bytes.
  let input: ByteInput
  /// A variable of the environment.
  let environment: (String) -> String?
  /// The wall clock, for what is recorded now.
  let now: () -> Instant
  /// Seconds of a clock that never goes back, for rates.
  let seconds: () -> Double
  /// Sleeps for so many seconds.
  let pause: (Double) -> Void
  /// So many random bytes, for new ids.
  let random: (Int) throws -> [UInt8]

  /// A world of a test's making.
  init(
    output: ByteOutput, errors: ByteOutput, input: ByteInput = .bytes([]),
    environment: @escaping (String) -> String? = { _ in nil },
    now: @escaping () -> Instant = { .earliest }, seconds: @escaping () -> Double = { 0 },
    pause: @escaping (Double) -> Void = { _ in },
    random: @escaping (Int) throws -> [UInt8] = { [UInt8](repeating: 0, count: $0) }
  ) {
    self.output = output
    self.errors = errors
    self.input = input
    self.environment = environment
    self.now = now
    self.seconds = seconds
    self.pause = pause
    self.random = random
  }

  /// The world of this process.
  static func process() -> Context {
    let environment = SystemCalls.environment
    let output = ByteOutput(descriptor: 1, terminal: Terminal(descriptor: 1, environment: environment))
    // Unbuffered: what is said on standard error must not be lost.
    let errors = ByteOutput(
      descriptor: 2, terminal: Terminal(descriptor: 2, environment: environment), bufferSize: 1)
    return Context(
      output: output, errors: errors, input: .descriptor(0), environment: environment,
      now: { Instant(clamping: SystemCalls.wallSeconds()) }, seconds: SystemCalls.monotonicSeconds,
      pause: SystemCalls.sleep, random: SystemRandom.bytes)
  }
}

extension Context {
  /// Says something to the person, on standard error; journal data in it is to be made `visible` before.
  func note(_ text: String) {
    // Nobody can be told that standard error does not work.
    try? errors.write(text + "\n")
  }

  /// Warns on standard error: `Warning: …`.
  func warn(_ text: String) { note(errors.terminal.styled("Warning:", .yellow) + " " + text) }
}

extension Context {
  /// A new id for an act of a moment.
  func newID(at moment: Instant) throws -> UUIDv7 {
    let bytes = try random(16)
    let words = [bytes.prefix(8), bytes.dropFirst(8)].map { $0.reduce(UInt64(0)) { $0 << 8 | UInt64($1) } }
    return UUIDv7(milliseconds: moment.secondsSinceEpoch * 1000, random: (words[0], words[1]))
  }
}
