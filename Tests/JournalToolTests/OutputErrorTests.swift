import RegistryEvents
import Testing

@testable import journal_tool

@Suite("Every error says what, where, which code, and what to do")
struct OutputErrorTests {
  private func report(_ error: any Error, terminal: Terminal = Terminal()) -> (text: String, code: ExitCode) {
    let context = Context(output: ByteOutput(capturingAs: Terminal()), errors: ByteOutput(capturingAs: terminal))
    let code = ErrorPrinter(context: context).report(error)
    return (context.errors.text, code)
  }

  @Test("An error of a line of a file")
  func line() {
    let error = RegistryError(.seqGap, at: Place(seq: 17, fileOffset: 20331, offset: 4), detail: "18 expected")
    let (text, code) = report(ToolError(error, path: "journals/x.jsonl"))
    #expect(
      text == """
        Error: journals/x.jsonl: line 17, byte 20331: `seq` is not the line's index: a line is missing or out of place \
        (18 expected) [seq-gap]
          what to do: compare with a copy from elsewhere

        """)
    #expect(code == .findings)
  }

  @Test(
    "A place says what is known",
    arguments: [
      (Place(), nil), (Place(seq: 0), "line 0"), (Place(offset: 3), "byte 3"), (Place(fileOffset: 9), "byte 9"),
      (Place(seq: 2, offset: 3), "line 2, byte 3 of the line"),
      (Place(seq: 2, fileOffset: 9, offset: 3), "line 2, byte 9"),
    ] as [(Place, String?)])
  func place(place: Place, text: String?) {
    #expect(ErrorPrinter.place(place) == text)
  }

  @Test("An error without a file, and one whose remedy and exit code the command knows better")
  func others() {
    #expect(
      report(RegistryError(.keyMalformed)).text == """
        Error: not a well-formed key [key-malformed]
          what to do: make a key with `journal-tool key new`

        """)
    let error = ToolError(RegistryError(.fileMissing), path: "k\u{1B}.pem", remedy: "look", exitCode: .dataError)
    #expect(report(error).text == "Error: k\\u{1b}.pem: there is no such file [file-missing]\n  what to do: look\n")
    #expect(report(error).code == .dataError)
  }

  @Test("A reader of standard output that went away is no error to speak of")
  func brokenPipe() {
    let (text, code) = report(SystemError(number: 32))
    #expect(text == "")
    #expect(code == .brokenPipe)
  }

  @Test("A full disk behind standard output is exit 74")
  func full() async {
    #expect(report(SystemError(number: 28)).code == .ioError)
    let context = Context(output: ByteOutput(descriptor: -1), errors: ByteOutput(capturingAs: Terminal()))
    #expect(await Sample.tool.run(["help"], context) == .ioError)
    #expect(
      context.errors.text.hasPrefix("Error: <stdout>: the system refused to read or write (Bad file descriptor) ["))
  }

  @Test("An error of a kind that nobody foresaw is a defect of the program")
  func unforeseen() {
    struct Unforeseen: Error {}
    #expect(report(Unforeseen()).code == .software)
  }

  @Test("The heading is red where colours may be used")
  func colour() {
    let text = report(RegistryError(.seqGap), terminal: Terminal(isTerminal: true, width: 80, hasColour: true)).text
    #expect(text.hasPrefix("\u{1B}[31mError:\u{1B}[0m `seq`"))
  }

  @Test("Every code ends the process as input, output or findings, never as success", arguments: ErrorCode.allCases)
  func codes(code: ErrorCode) {
    #expect([.findings, .dataError, .noInput, .cantCreate, .ioError].contains(ExitCode(for: code)))
    let text = ErrorPrinter.text(of: ToolError(RegistryError(code)))
    #expect(text.hasPrefix(code.meaning + " [" + code.rawValue + "]\n  what to do: " + code.remedy))
  }

  @Test(
    "The exit code by the kind of error",
    arguments: [
      (.prevMismatch, .findings), (.headMoved, .findings), (.roleNotAllowed, .findings),
      (.checkpointContradicted, .findings),
      (.memberOrder, .dataError), (.keyMalformed, .dataError), (.noteMalformed, .dataError), (.fileMissing, .noInput),
      (.fileExists, .cantCreate), (.inputOutput, .ioError), (.syncFailed, .ioError),
    ] as [(ErrorCode, ExitCode)])
  func exitCode(code: ErrorCode, exit: ExitCode) {
    #expect(ExitCode(for: code) == exit)
  }

  @Test("What a library refuses gets the name of the file, and what names it already keeps it")
  func naming() throws {
    let named = ToolError(RegistryError(.seqGap), path: "a")
    #expect(throws: named) { try ToolError.naming("a") { throw RegistryError(.seqGap) } }
    #expect(throws: named) { try ToolError.naming("b") { throw named } }
    #expect(try ToolError.naming("a") { 3 } == 3)
  }

  @Test("A warning goes to standard error")
  func warning() {
    let context = Context(output: ByteOutput(capturingAs: Terminal()), errors: ByteOutput(capturingAs: Terminal()))
    context.warn("nothing was verified")
    #expect(context.errors.text == "Warning: nothing was verified\n")
    #expect(context.output.text == "")
  }

  @Test("Results that were written before an error come before it")
  func order() async throws {
    let context = Context(output: ByteOutput(capturingAs: Terminal()), errors: ByteOutput(capturingAs: Terminal()))
    let command = Command("c", abstract: "") { _, context in
      try context.output.write("half\n")
      throw RegistryError(.seqGap)
    }
    #expect(await Tool(root: command, version: "").run([], context) == .findings)
    #expect(context.output.text == "half\n")
    #expect(context.errors.text.hasPrefix("Error: `seq` is not"))
  }
}
