import Foundation
import TestSupport
import Testing

@testable import RegistryEvents

@Suite("Telling who has a journal open", .temporaryFolder)
struct LockHolderTests {
  static func holder(of journal: TestJournal) -> String? {
    do {
      _ = try journal.writer()
      return nil
    } catch let error as RegistryError {
      return error.code == .writerLocked ? error.detail : nil
    } catch {
      return nil
    }
  }

  @Test("the process that has the lock is told, whatever a mark says that a crash left")
  func mark() throws {
    let (journal, writer) = try JournalFailureTests.started()
    let own = try String(contentsOfFile: "/proc/self/comm", encoding: .utf8).trimmingCharacters(in: .newlines)
    for mark in ["0 1\n", "", "0 4294967295\n"] {
      try Data(mark.utf8).write(to: URL(fileURLWithPath: JournalFailureTests.file(".writing", of: journal)))
      #expect(Self.holder(of: journal) == "process \(getpid()), \(own)")
    }
    try writer.close()
    #expect(Self.holder(of: journal) == nil)
  }

  @Test("another process is told by its number and name")
  func process() throws {
    let (journal, writer) = try JournalFailureTests.started()
    try writer.close()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    // F_OFD_SETLK with F_WRLCK over the whole file, held until the end of the input.
    process.arguments = [
      "-c",
      """
      import fcntl, struct, sys
      file = open(sys.argv[1], "r+")
      fcntl.fcntl(file, 37, struct.pack("hhqqi", fcntl.F_WRLCK, 0, 0, 0, 0))
      print("locked", flush=True)
      sys.stdin.read()
      """, journal.path,
    ]
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    #expect(try output.fileHandleForReading.read(upToCount: 7) == Data("locked\n".utf8))
    #expect(Self.holder(of: journal) == "process \(process.processIdentifier), python3")
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(Self.holder(of: journal) == nil)
  }

  @Test("of a process that cannot be looked into, the mark is told as a mark; without one, nothing")
  func unseen() throws {
    let (journal, writer) = try JournalFailureTests.started()
    try writer.close()
    let file = try SystemCalls.open(journal.path, O_RDONLY)
    let paths = JournalPaths(journal.path)
    #expect(LockHolder.description(file, paths) == "")
    try Data("12 345\n".utf8).write(to: URL(fileURLWithPath: paths.mark))
    #expect(LockHolder.description(file, paths) == "process 345 by the mark beside the journal")
    try Data("12\n".utf8).write(to: URL(fileURLWithPath: paths.mark))
    #expect(LockHolder.description(file, paths) == "")
  }
}
