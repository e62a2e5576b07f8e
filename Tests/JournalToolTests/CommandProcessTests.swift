import Foundation
import TestSupport
import Testing

@testable import journal_tool

@Suite("Commands as processes", .temporaryFolder)
struct CommandProcessTests {
  /// What a script printed, in which `$tool` is the built executable, and how it ended. It runs in the folder of the package.
  private func bash(_ script: String) throws -> (output: String, code: Int32) {
    let run = try ToolProcess.bash(script)
    return (run.text, run.code)
  }

  @Test("A journal from standard input is replayed and verified like a file")
  func standardInput() throws {
    let replay = "replay %s --at 2024-06-30 --format json"
    let file = try bash("$tool \(replay.replacing("%s", with: "Journals/apk-2024.jsonl"))")
    #expect(try bash("$tool \(replay.replacing("%s", with: "-")) <Journals/apk-2024.jsonl") == file)
    #expect(try bash("cat Journals/apk-2024.jsonl | $tool \(replay.replacing("%s", with: "-"))") == file)
    #expect(try bash("$tool verify - <Journals/tour.jsonl | tail -n 1") == ("Nothing is wrong.\n", 0))
    let broken = try bash("head -c 20000 Journals/tour.jsonl | $tool verify - --format json; exit ${PIPESTATUS[1]}")
    #expect(broken.output.contains("\"code\": \"torn-tail\"") && broken.code == 1)
    let named = try bash("head -n 3 Journals/tour.jsonl | tail -n 2 | $tool replay - --at 2024-06-30")
    #expect(named.output.hasPrefix("Error: <stdin>: line 0, byte 0: ") && named.code == 1)
  }

  @Test("A proof is checked on a clean machine that holds three files: the line, the proof and the key")
  func threeFiles() throws {
    let run = try bash(
      """
      set -e
      here=$(mktemp -d); clean=$(mktemp -d); trap 'rm -r "$here" "$clean"' EXIT
      cp Journals/tour.jsonl "$here"; cp -r Journals/tour.checkpoints "$here"
      $tool prove "$here/tour.jsonl" 17 --output "$clean/act.tlog-proof" --line "$clean/act.json"
      echo '\(CommandProofFixture.verifierKey)' >"$clean/journal.vkey"
      rm -r "$here"/*; cd "$clean"; ls
      env -i "$tool" check-proof --proof act.tlog-proof --line act.json --key journal.vkey
      sed -i 's/2024/2025/' act.json
      env -i "$tool" check-proof --proof act.tlog-proof --line act.json --key journal.vkey && exit 9 || [ $? = 1 ]
      """)
    #expect(run.code == 0)
    #expect(
      run.output.hasPrefix("act.json\nact.tlog-proof\njournal.vkey\njournal    \(CommandProofFixture.origin)\n"))
    #expect(run.output.contains("The proof holds: the line is in the journal that the key signed.\n"))
    #expect(run.output.contains("[proof-invalid]"))
  }

  @Test("Two processes give the same bytes in every format", arguments: ["text", "csv"])
  func deterministic(format: String) throws {
    let words = "replay Journals/apk-2024.jsonl --at 2024-12-31 --format \(format)"
    let first = try bash("$tool \(words)")
    #expect(first.code == 0 && first.output.utf8.count > 100_000)
    #expect(try bash("$tool \(words)") == first)
  }

  @Test("Results go to standard output and nothing else does")
  func streams() throws {
    let warned = "replay Journals/tour.jsonl --at 2024-06-30 --verify none --format json"
    #expect(try bash("$tool \(warned) 2>/dev/null").output.hasPrefix("{\n"))
    #expect(try bash("$tool \(warned) 2>&1 >/dev/null").output.hasPrefix("Warning: Nothing was verified"))
    #expect(try bash("$tool replay Journals/none.jsonl --at 2024-06-30 2>/dev/null") == ("", 66))
    #expect(try bash("$tool verify Journals/tour.jsonl 2>&1 >/dev/null") == ("", 0))
  }

  @Test("A result that cannot be written is exit 73 or 74")
  func notWritten() throws {
    let words = "replay Journals/tour.jsonl --at 2024-06-30"
    #expect(try bash("$tool \(words) --output /nowhere/x").code == 73)
    #expect(try bash("$tool \(words) >/dev/full").code == 74)
    #expect(try bash("$tool \(words) --format json | true; exit ${PIPESTATUS[0]}").code == 141)
  }

  @Test("A passphrase is asked for at the terminal and not shown, and the terminal is left as it was")
  func prompt() throws {
    let pem = try CommandFolder.package("Tests/RegistryEventsTests/Fixtures/keys/ed25519.encrypted.pem")
    let key = try CommandFolder().write(pem, to: "key.pem", mode: 0o600)
    // `script` gives the tool a terminal; what is typed comes a moment later.
    func terminal(_ typed: String, _ command: String) throws -> String {
      try bash(
        """
        (sleep 0.4; printf '\(typed)'; sleep 0.4) | script -qec "\(command); stty -a" /dev/null
        """
      ).output
    }
    /// What `stty` says of echo and of signals from the keyboard.
    func isAsBefore(_ output: String) -> Bool {
      output.contains("isig icanon") && output.contains(" echo ") && !output.contains("-isig")
    }
    let opened = try terminal("құпия сөз\\n", "$tool key show \(key)")
    #expect(opened.contains("Passphrase for ") && opened.contains("kid") && opened.contains("BEGIN PUBLIC KEY"))
    #expect(!opened.contains("құпия"))
    #expect(isAsBefore(opened))
    let broken = try terminal("құп\\003", "$tool key show \(key)")
    #expect(broken.contains("[passphrase-needed]") && isAsBefore(broken))
    let none = try bash("setsid -w $tool key show \(key) </dev/null")
    #expect(none.output.contains("[passphrase-needed]") && none.code == 65)
  }
}
