import Testing

@testable import journal_tool

@Suite("Progress is shown to a person and to nobody else")
struct OutputProgressTests {
  /// A clock that a test sets.
  private final class Clock { var time = 100.0 }

  private func context(_ clock: Clock, isTerminal: Bool = true, width: Int = 80) -> Context {
    Context(
      output: ByteOutput(capturingAs: Terminal()),
      errors: ByteOutput(capturingAs: Terminal(isTerminal: isTerminal, width: width)), seconds: { clock.time })
  }

  @Test("With a rate and the time left, and its line is cleared at the end")
  func shown() {
    let clock = Clock()
    let context = context(clock)
    let progress = Progress("Verifying", unit: "lines", total: 1_234_567, context: context)
    progress.advance(to: 1)
    #expect(context.errors.text == "")
    clock.time += 10
    progress.advance(to: 100_000)
    let line = "Verifying 100,000 of 1,234,567 lines, 10,000/s, 1:53 left"
    #expect(context.errors.text == "\r" + line)
    progress.finish()
    progress.finish()
    #expect(context.errors.text == "\r\(line)\r\(String(repeating: " ", count: line.count))\r")
  }

  @Test("Not where no person looks on, and not for work of less than half a second")
  func hidden() {
    let clock = Clock()
    let piped = context(clock, isTerminal: false)
    let terminal = context(clock)
    let progresses = [piped, terminal].map { Progress("Reading", unit: "lines", context: $0) }
    clock.time += 0.4
    for progress in progresses { progress.advance(to: 10_000) }
    clock.time += 10
    progresses[0].advance(to: 1_000_000)
    #expect(piped.errors.text == "")
    #expect(terminal.errors.text == "")
  }

  @Test("Never wider than the terminal")
  func narrow() {
    let clock = Clock()
    let context = context(clock, width: 20)
    let progress = Progress("Verifying", unit: "lines", context: context)
    clock.time += 10
    progress.advance(to: 1_000_000)
    #expect(context.errors.text == "\rVerifying 1,000,00…")
  }

  @Test("No count and no clock stops the program", arguments: [0, 1, .max / 2, .max] as [UInt64])
  func extremes(count: UInt64) {
    let clock = Clock()
    for step in [0, 1e-300, 1e300, -1e300, .infinity, -.infinity, .nan] {
      let progress = Progress("Reading", unit: "lines", total: .max, context: context(clock))
      clock.time = step
      progress.advance(to: count)
      progress.advance(to: .max)
      progress.finish()
      clock.time = 0
    }
  }

  @Test(
    "A count has a comma after each three digits",
    arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (.max, "18,446,744,073,709,551,615")] as [(UInt64, String)])
  func grouped(number: UInt64, text: String) {
    #expect(Progress.grouped(number) == text)
  }
}

@Suite("What is known of a terminal")
struct OutputTerminalTests {
  @Test("A file has no limit and no colours, and COLUMNS sets its width")
  func file() {
    #expect(Terminal(descriptor: -1, environment: { _ in nil }) == Terminal())
    #expect(Terminal(descriptor: -1, environment: { $0 == "COLUMNS" ? "100" : nil }).width == 100)
    for wrong in ["", "0", "-1", "x"] {
      #expect(Terminal(descriptor: -1, environment: { $0 == "COLUMNS" ? wrong : nil }).width == nil)
    }
  }

  @Test("A style leaves text as it is where colours may not be used", arguments: Terminal.Style.allCases)
  func style(style: Terminal.Style) {
    #expect(Terminal().styled("x", style) == "x")
    #expect(
      Terminal(isTerminal: true, width: 80, hasColour: true).styled("x", style) == "\u{1B}[\(style.rawValue)mx\u{1B}[0m"
    )
  }
}
