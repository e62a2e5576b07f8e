internal import RegistryEvents

/// What standing acts that are known take out of the state, or mend in it (`act.annulled`, `act.corrected`, format §5).
///
/// An act counts as amended for every reading known at or after the amendment, whatever the amendment's date: so a state is folded anew
/// once an amendment of something folded is met.
public struct Amendments: Sendable, Hashable {
  /// An amendment, by its line.
  private struct Amendment: Sendable, Hashable {
    let seq: UInt64
    /// What is mended; `nil` where the act is annulled.
    let correction: ActCorrected?
  }

  private var byAct: [UUIDv7: [Amendment]] = [:]

  /// No amendments.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { byAct.isEmpty }

  /// Takes in a standing act, if it is an amendment.
  mutating func declare(_ standing: StandingAct) throws(RegistryError) {
    if standing.act.is(ActAnnulled.self) {
      let annulled = try standing.act.payload(ActAnnulled.self)
      byAct[annulled.act, default: []].append(Amendment(seq: standing.seq, correction: nil))
    } else if standing.act.is(ActCorrected.self) {
      let corrected = try standing.act.payload(ActCorrected.self)
      byAct[corrected.act, default: []].append(Amendment(seq: standing.seq, correction: corrected))
    }
  }

  /// The lines of all amendments.
  var lines: Set<UInt64> { Set(byAct.values.joined().map(\.seq)) }

  /// What became of an act.
  struct Outcome {
    /// What it counts as; `nil` where it is annulled.
    var act: StandingAct?
    /// The lines of the amendments that changed it; empty where it counts as it was signed.
    var by: [UInt64] = []
  }

  /// What an act counts as. Amendments that stand before the act, and those of acts that are judged once, change nothing; nor does a
  /// correction that cannot be made.
  func outcome(of standing: StandingAct) -> Outcome {
    var outcome = Outcome(act: standing)
    guard let amendments = byAct[standing.act.id], standing.act.canBeAnnulled else { return outcome }
    for amendment in amendments where amendment.seq > standing.seq {
      guard let act = outcome.act else { break }
      if let correction = amendment.correction {
        guard act.act.canBeCorrected, let corrected = try? act.corrected(by: correction) else { continue }
        outcome.act = corrected
      } else {
        outcome.act = nil
      }
      outcome.by.append(amendment.seq)
    }
    return outcome
  }
}
