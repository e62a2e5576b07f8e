import Foundation
import Testing

@testable import journal_tool

@Suite("The tool as a process")
struct CommandLineProcessTests {
  /// What a script printed, in which `$tool` is the built executable, and how it ended.
  private func bash(_ script: String) throws -> (output: String, code: Int32) {
    let run = try ToolProcess.bash(script)
    return (run.text, run.code)
  }

  @Test("The version and the help go to standard output, an error to standard error")
  func streams() throws {
    #expect(try bash("$tool --version 2>/dev/null") == ("\(Commands.version)\n", 0))
    #expect(try bash("$tool 2>/dev/null").output.hasPrefix("OVERVIEW: Replays, checks and keeps"))
    #expect(try bash("$tool --nonsense 2>/dev/null") == ("", 64))
    #expect(
      try bash("$tool --nonsense 2>&1 >/dev/null").output.hasPrefix("Error: Unknown option '--nonsense'\nUsage: "))
  }

  @Test("Bytes that are not UTF-8 are refused")
  func notUTF8() throws {
    let (output, code) = try bash(#"$tool help $'a\xffb'"#)
    #expect(output.hasPrefix("Error: The argument at position 2 is not valid UTF-8\n"))
    #expect(code == 64)
  }

  @Test("A reader that went away ends the tool without a word")
  func brokenPipe() throws {
    #expect(try bash("(sleep 0.2; exec $tool help errors) | true; exit ${PIPESTATUS[0]}") == ("", 141))
  }

  @Test("A full disk, and a standard output that is closed, are exit 74", arguments: [">/dev/full", ">&-"])
  func notWritten(redirection: String) throws {
    let (output, code) = try bash("$tool --version \(redirection)")
    #expect(output.hasPrefix("Error: <stdout>: the system refused to read or write ("))
    #expect(code == 74)
  }

  @Test("A standard error that is closed changes nothing else")
  func closedError() throws {
    #expect(try bash("$tool --nonsense 2>&-") == ("", 64))
  }
}
