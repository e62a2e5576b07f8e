import Testing

@testable import RegistryEvents

@Suite("An act as it is corrected")
struct StandingCorrectionTests {
  /// The last act of a journal, as it stands.
  private func standing() throws -> StandingAct {
    var journal = try RawJournal.started()
    try journal.append(journal.draft(journal.registered()), by: journal.official)
    return try #require(try journal.walk().lines.last?.standingAct)
  }

  private func correction(_ member: String, _ value: CanonicalValue, of act: StandingAct) -> ActCorrected {
    ActCorrected(act: act.act.id, ground: "misspelt", member: member, value: value)
  }

  @Test("one member reads as corrected, and everything else as it was signed")
  func corrected() throws {
    let act = try standing()
    let corrected = try act.corrected(by: correction("incomingNumber", "ВХ-2024/17", of: act))
    #expect(try corrected.act.payload(Registered.self).incomingNumber == "ВХ-2024/17")
    #expect(try corrected.act.payload(Registered.self).filing == act.act.payload(Registered.self).filing)
    #expect(corrected.seq == act.seq && corrected.leafHash == act.leafHash && corrected.recorded == act.recorded)
    #expect(corrected.judgement?.standing == .stands)
    #expect(corrected.act.id == act.act.id && corrected.act.at == act.act.at)
    #expect(try act.act.payload(Registered.self).incomingNumber != "ВХ-2024/17")
  }

  @Test(
    "a correction that leads nowhere, or makes the act other than its type says, is none: correction-impossible",
    arguments: [
      ("incomingnumber", "x"), ("", "x"), ("incomingNumber.0", "x"), ("incomingNumber", 7), ("filing", "no id"),
      ("incomingNumber", nil), ("incomingNumber", ["x"]),
    ] as [(String, CanonicalValue)])
  func impossible(member: String, value: CanonicalValue) throws {
    let act = try standing()
    let error = #expect(throws: RegistryError.self) { try act.corrected(by: correction(member, value, of: act)) }
    #expect(error?.code == .correctionImpossible)
    #expect(error?.place.seq == act.seq)
  }

  @Test("a path leads through objects and arrays, and nothing beside its end changes")
  func paths() {
    let value: CanonicalValue = ["a": [["b": 1], ["b": 2]], "c": "d"]
    #expect(value.replacing(["a", "1", "b"], with: 3) == ["a": [["b": 1], ["b": 3]], "c": "d"])
    #expect(value.replacing(["c"], with: nil) == ["a": [["b": 1], ["b": 2]], "c": nil])
    for path in [["a", "2"], ["a", "-1"], ["a", "b"], ["c", "d"], ["x"], ["a", "0", "c"]] {
      #expect(value.replacing(path[...], with: 0) == nil, "\(path)")
    }
  }
}
