/// What a day is in the working calendar, and by what.
public enum DayKind: Sendable, Hashable {
  /// Monday to Friday, and nothing said against it.
  case working
  /// Saturday or Sunday.
  case weekend
  /// A holiday of the Law on holidays, by its English name; on a Saturday or Sunday too.
  case holiday(String)
  /// 7 January or the first day of Kurban Ait: a day off that no other day replaces (Labour Code art. 84(5)).
  case dayOff(String)
  /// The working day after a holiday that fell on a Saturday or Sunday (Law on holidays art. 5).
  case substitute(for: String)
  /// Off by a declared decision, with its source.
  case declaredOff(source: String)
  /// Working by a declared decision, with its source.
  case declaredWorking(source: String)

  /// Whether work is done on such a day.
  public var isWorking: Bool {
    switch self {
    case .working, .declaredWorking: return true
    case .weekend, .holiday, .dayOff, .substitute, .declaredOff: return false
    }
  }
}
