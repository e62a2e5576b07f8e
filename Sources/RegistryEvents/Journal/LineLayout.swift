/// Where the parts of a line are and what its fixed members say: all that one pass over its bytes finds out.
///
/// Ranges count from the start of the line; a line has at most 65,535 bytes, so sixteen bits hold every offset.
struct LineLayout: Sendable {
  /// A range of bytes of the line; empty where an optional member is absent.
  struct Span: Sendable, Hashable {
    var start: UInt16 = 0
    var end: UInt16 = 0

    init() {}

    init(_ range: Range<Int>) {
      start = UInt16(truncatingIfNeeded: range.lowerBound)
      end = UInt16(truncatingIfNeeded: range.upperBound)
    }

    var isEmpty: Bool { start == end }
    var range: Range<Int> { Int(start)..<Int(end) }
  }

  /// The line's bytes without LF, counted from the start of its block.
  var start = 0
  var length = 0

  /// The bytes of the act's object.
  var act = Span()
  var at = Instant.earliest
  var recorded = Instant.earliest
  var id = UUIDv7(milliseconds: 0, random: (0, 0))
  /// The characters of `case`, `journal` and `type`; the values of `seen`, `signers` and `what`.
  var caseNumber = Span()
  var journal = Span()
  var type = Span()
  var seen = Span()
  var signers = Span()
  var what = Span()
  var version: Int64 = 0
  var prev = Digest(writing: { _ in })
  var seq: UInt64 = 0
  /// The array of signatures.
  var signatures = Span()

  /// The Swift type of the act's `what`; `nil` when type or version is unknown.
  var known: ObjectIdentifier?
  /// Whether the type lies in a control area.
  var isControl = false
  /// What is wrong with the `what` of a known type, by its offset in the line.
  var whatError: ScanError?
}
