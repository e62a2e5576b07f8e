import Testing

@testable import journal_tool

@Suite("Commands print what their transcripts say")
struct CommandTranscriptTests {
  @Test("The transcript holds", arguments: try CommandTranscript.names())
  func transcript(name: String) async throws {
    let (recorded, actual) = try await CommandTranscript(name).compare()
    #expect(actual == recorded)
  }
}
