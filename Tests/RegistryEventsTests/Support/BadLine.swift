import Testing

@testable import RegistryEvents

/// A way in which the line after a right beginning can be wrong, and what is to be said of it.
struct BadLine: Sendable, CustomTestStringConvertible {
  /// What is wrong, in a few words.
  let why: String
  /// Every finding, in its order.
  let codes: [ErrorCode]
  /// Whether the act counts; `nil` where the line is refused or nobody asks.
  let standing: Standing?
  /// Appends the line to a journal of three lines; lines before the last are right.
  let add: @Sendable (inout RawJournal) throws -> Void

  var testDescription: String { "\(why): \(codes.map(\.rawValue).joined(separator: ", "))" }

  init(
    _ why: String, _ codes: ErrorCode..., standing: Standing? = nil,
    add: @escaping @Sendable (inout RawJournal) throws -> Void
  ) {
    self.why = why
    self.codes = codes
    self.standing = standing
    self.add = add
  }

  /// A right line with a text changed.
  static func replacing(_ why: String, _ code: ErrorCode, _ old: String, _ new: String) -> BadLine {
    BadLine(why, code) { try $0.append(replacing: old, with: new) }
  }

  /// The journal with the wrong line last.
  func journal() throws -> RawJournal {
    var journal = try RawJournal.started()
    try #require(journal.walk().findings == [])
    try add(&journal)
    return journal
  }
}
