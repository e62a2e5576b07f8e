/// What went wrong, where, and what to do: every refusal of the libraries is one of these.
///
/// Equal by code and place. Never holds personal data: `detail` names members, numbers, limits and key names, not values
/// that an applicant wrote.
public struct RegistryError: Error, Sendable, Equatable {
  /// The stable name of what went wrong.
  public let code: ErrorCode
  /// Where; `nil` members are not known or do not apply.
  public var place: Place
  /// What the code leaves open, in a few words; empty when nothing.
  public let detail: String

  /// A refusal with its code, its place and what the code leaves open.
  public init(_ code: ErrorCode, at place: Place = Place(), detail: String = "") {
    self.code = code
    self.place = place
    self.detail = detail
  }

  public static func == (left: RegistryError, right: RegistryError) -> Bool {
    left.code == right.code && left.place == right.place
  }
}

/// Where in a journal, or in an input, something was found.
public struct Place: Sendable, Equatable {
  /// The line's index in the journal, from 0.
  public var seq: UInt64?
  /// The first byte concerned, counted from the start of the file.
  public var fileOffset: UInt64?
  /// The first byte concerned, counted from the start of the line or of the input.
  public var offset: Int?

  /// A place of which some parts may be unknown.
  public init(seq: UInt64? = nil, fileOffset: UInt64? = nil, offset: Int? = nil) {
    self.seq = seq
    self.fileOffset = fileOffset
    self.offset = offset
  }
}

extension RegistryError: CustomStringConvertible {
  /// `code: what it means (detail), line 3, byte 120`.
  public var description: String {
    var text = "\(code.rawValue): \(code.meaning)"
    if !detail.isEmpty { text += " (\(detail))" }
    if let seq = place.seq { text += ", line \(seq)" }
    if let offset = place.offset { text += ", byte \(offset)" }
    if let fileOffset = place.fileOffset { text += ", byte \(fileOffset) of the file" }
    return text
  }
}
