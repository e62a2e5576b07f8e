/// The convention by which terms are counted, named by a journal when it is opened, so that a later reader counts as its
/// officials did.
public enum TermPolicy: String, Sendable, Hashable, CaseIterable {
  /// The day of the event is not counted; a provider's term ends when its office closes, a filing's on the portal at
  /// 24:00, in Astana's time.
  case startDayExcluded = "start-day-excluded"
}
