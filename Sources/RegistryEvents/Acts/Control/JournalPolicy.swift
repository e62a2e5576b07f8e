/// What line 0 settles where the texts leave a choice (format §3, §5). Members that this version does not read are kept.
public struct JournalPolicy: Sendable, Hashable {
  /// The members as they stand.
  public var members: CanonicalValue

  /// A policy of these members.
  public init(_ members: CanonicalValue = [:]) { self.members = members }

  /// The hours within which an act must be recorded for its own date to count (format §5); 24 unless said.
  public var recordingGraceHours: Int64 { members["recordingGraceHours"]?.integer ?? 24 }

  /// The roles whose acts must say what their author had seen (format §3).
  public var seenRequired: [String] { members["seenRequired"]?.array?.compactMap(\.string) ?? [] }
}

extension JournalPolicy {
  static let schema = Schema.openMembers(
    .optional("dayCounting", .text(64), "how days are counted, such as start-day-excluded"),
    .optional(
      "recordingGraceHours", .integer(0...8760), "hours within which an act must be recorded for its date to count"),
    .optional("seenRequired", .array(.string(.role), count: 0...32), "roles whose acts must give `seen`"),
    .optional("workdayEnd", .text(5), "the end of the provider's working day, hh:mm"))

  /// The members as they stand.
  var value: CanonicalValue { members }
}
