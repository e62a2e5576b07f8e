import Foundation
import TestSupport
import Testing

@testable import journal_tool

@Suite("Completion scripts are made of the same description as help", .temporaryFolder)
struct CommandLineCompletionTests {
  /// What bash offers for the words, of which the last is being typed; the files are those of a directory of the test's.
  private func offers(_ words: [String], files: [String] = []) throws -> [String] {
    let folder = URL(filePath: try TemporaryFolder.make())
    for name in files {
      let place = folder.appending(path: name)
      if name.hasSuffix("/") {
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      } else {
        try Data().write(to: place)
      }
    }
    let quoted = words.map(Shell.quoted).joined(separator: " ")
    let ask = """
      set -u
      COMP_WORDS=(sample \(quoted)); COMP_CWORD=\(words.count)
      spec=$(complete -p sample); [[ "$spec" == "complete -F _sample sample" ]] || exit 9
      _sample
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    return try bash(Shell.bash.script(for: Sample.root) + ask, in: folder).split(separator: "\n").map(String.init)
      .sorted()
  }

  private func bash(_ script: String, in folder: URL) throws -> String {
    let run = try ToolProcess.bash(script, in: folder.path)
    try #require(run.code == 0, "\(run.text)")
    return run.text
  }

  static let flags = ["--help", "--version", "-h"]

  @Test(
    "bash offers subcommands, options and values",
    arguments: [
      ([""], ["count", "help", "key", "replay"]),
      (["re"], ["replay"]),
      (["key", ""], ["new"]),
      (["help", ""], ["colours", "count", "key", "replay"]),
      (["help", "key", ""], ["new"]),
      (["help", "replay", ""], []),
      (["--g"], ["--generate-completion-script"]),
      (["--generate-completion-script", ""], ["bash", "fish", "zsh"]),
      (["count", "-"], (flags + ["--limit"]).sorted()),
      (["replay", "--r"], ["--register"]),
      (["replay", "x", "--register", ""], ["apk", "licences", "pools"]),
      (["replay", "--register", "=", "po"], ["pools"]),
      (["replay", "--register", "="], ["apk", "licences", "pools"]),
      (["replay", "--at", ""], []),
      (["key", "new", "n", ""], ["note", "sign"]),
      (["key", "new", "s"], []),
      (["key", "new", "n", "note", ""], []),
      (["count", "--", "-"], []),
    ])
  func bashOffers(words: [String], expected: [String]) throws {
    #expect(try offers(words) == expected)
  }

  @Test("bash offers files by their suffix, and any file where there is none")
  func bashFiles() throws {
    let files = ["a b.jsonl", "c.txt", "d/"]
    #expect(try offers(["replay", ""], files: files) == ["a b.jsonl", "d"])
    #expect(try offers(["replay", "--at", "x", "-q", "a"], files: files) == ["a b.jsonl"])
    #expect(try offers(["replay", "-o", ""], files: files) == ["a b.jsonl", "c.txt", "d"])
    #expect(try offers(["count", "x", "y", "c"], files: files) == ["c.txt"])
    #expect(try offers(["replay", "x", ""], files: files) == [])
  }

  @Test("The scripts of every shell name every command, option and topic", arguments: Shell.allCases)
  func complete(shell: Shell) throws {
    let script = shell.script(for: Sample.root)
    for path in Sample.root.allPaths {
      #expect(script.contains(path.command.name))
      for option in path.command.options { #expect(script.contains(option.name)) }
      for flag in path.command.allFlags { #expect(script.contains(flag.name)) }
    }
    #expect(script.contains("colours"))
    #expect(script.contains("licences"))
  }

  @Test("The tool prints the script", arguments: Shell.allCases)
  func printed(shell: Shell) async {
    let expected = Sample.Result(output: shell.script(for: Sample.root))
    #expect(await Sample.run(["--generate-completion-script", shell.rawValue]) == expected)
    #expect(await Sample.run(["--generate-completion-script=\(shell.rawValue)"]) == expected)
  }

  @Test("bash accepts the syntax of the tool's own script")
  func syntax() throws {
    let script = "set -n\n" + Shell.bash.script(for: Commands.root)
    #expect(try bash(script, in: URL(filePath: TemporaryFolder.make())) == "")
  }
}
