/// A line of a journal as it was read: canonical, its members well-formed, and nothing more. Neither its place in the
/// chain nor a signature was checked; see ``VerifiedLine``.
public struct Line: Sendable {
  let block: Block
  let index: Int

  var scanned: Block.ScannedLine { block.lines[index] }
  var layout: LineLayout { block.lines[index].layout }

  /// The line's index, by its own account; counted on from the journals before this one where they are read as one.
  public var seq: UInt64 { block.firstSeq &+ layout.seq }
  /// Where the line begins, counted in bytes from the start of the file.
  public var fileOffset: UInt64 { block.fileOffset + UInt64(layout.start) }
  /// The leaf hash of the line before, by the line's own account.
  public var prev: Digest { layout.prev }
  /// When the journal took the act in.
  public var recorded: Instant { layout.recorded }
  /// The bytes of the line, without its LF.
  public var bytes: [UInt8] { block.withLine(layout) { Array($0) } }
  /// The act.
  public var act: Act { Act(line: self) }
  /// The number of signatures.
  public var signatureCount: Int { signatureElements.count }

  /// The thumbprints of the keys that the signatures name, in their order; empty for evidence kept beside the journal and
  /// for headers that cannot be read. Nothing is checked.
  public var signingKeys: [String] {
    block.withLine(layout) { line in
      var cursor = CanonicalCursor(line, range: layout.signatures.range)
      return SignatureElement.all(&cursor).map { element in
        guard case .jws(let protected, _) = element else { return "" }
        return (try? ProtectedHeader(encoded: line[protected]))?.kid ?? ""
      }
    }
  }

  /// The elements of `signatures` as they stand.
  var signatureElements: [SignatureElement] {
    block.withLine(layout) { line in
      var cursor = CanonicalCursor(line, range: layout.signatures.range)
      return SignatureElement.all(&cursor)
    }
  }
}

/// An element of `signatures` (format §4), by the places of its texts in the line.
enum SignatureElement: Sendable {
  /// A detached JWS: the protected header and the signature, base64url.
  case jws(protected: Range<Int>, signature: Range<Int>)
  /// The digest of CMS evidence, hex.
  case cms(Range<Int>)

  static func all(_ cursor: inout CanonicalCursor) -> [SignatureElement] {
    var elements: [SignatureElement] = []
    cursor.enter()
    while let element = next(&cursor) { elements.append(element) }
    return elements
  }

  /// The next element; `nil` at the array's end, which is passed over.
  @inline(__always)
  static func next(_ cursor: inout CanonicalCursor) -> SignatureElement? {
    guard cursor.nextElement() else { return nil }
    cursor.enter()
    guard cursor.nextMember() != nil else { return .cms(0..<0) }
    let first = cursor.string()
    guard cursor.nextMember() != nil else { return .cms(first) }
    let second = cursor.string()
    _ = cursor.nextMember()
    return .jws(protected: first, signature: second)
  }
}
