/// The characters of a string as they stand in the bytes that a ``MemberReader`` reads.
///
/// Unsafe: points into the buffer that the reader was lent. It is asked for, used and dropped within the closure that got the reader, as
/// the reader itself is; it is `package`, and no type keeps one.
package struct Characters {
  private let standing: UnsafeRawBufferPointer
  private let hasEscape: Bool

  init(_ standing: UnsafeRawBufferPointer, hasEscape: Bool) {
    self.standing = standing
    self.hasEscape = hasEscape
  }

  /// The text in UTF-8 where no escape stands in it, without a copy; `nil` where one does.
  package var plain: UnsafeRawBufferPointer? { hasEscape ? nil : standing }

  /// The text in UTF-8, escapes resolved.
  package var resolved: [UInt8] {
    let cursor = CanonicalCursor(standing, range: 0..<standing.count)
    return Array(cursor.text(0..<standing.count).utf8)
  }
}

/// Steps through members one at a time, without a closure for each object: for those who read a few members of very many acts.
extension MemberReader {
  /// The characters of a string member.
  package mutating func characters(_ name: StaticString) throws(RegistryError) -> Characters {
    try require(name)
    guard cursor.current == UInt8(ascii: "\"") else { throw failure(.memberType, name) }
    let range = cursor.string()
    let standing = UnsafeRawBufferPointer(rebasing: cursor.bytes[range])
    let characters = Characters(standing, hasEscape: cursor.sawEscape)
    advance()
    return characters
  }

  /// The characters of a string member that may be absent.
  package mutating func optionalCharacters(_ name: StaticString) throws(RegistryError) -> Characters? {
    isNext(name) ? try characters(name) : nil
  }

  /// Whether the next member is a string of this name.
  package func isText(_ name: StaticString) -> Bool { isNext(name) && cursor.current == UInt8(ascii: "\"") }

  /// The bytes of a member of any kind as they stand; used and dropped like ``Characters``.
  package mutating func standing(_ name: StaticString) throws(RegistryError) -> UnsafeRawBufferPointer {
    try require(name)
    let bytes = UnsafeRawBufferPointer(rebasing: cursor.bytes[cursor.skip()])
    advance()
    return bytes
  }

  /// A decimal quantity.
  package mutating func decimal(_ name: StaticString) throws(RegistryError) -> Decimal {
    let place = failure(.valueInvalid, name)
    guard let value = try characters(name).plain.flatMap({ Decimal(ascii: $0) }) else { throw place }
    return value
  }

  /// An id.
  package mutating func id(_ name: StaticString) throws(RegistryError) -> UUIDv7 {
    let place = failure(.valueInvalid, name)
    guard let value = try characters(name).plain.flatMap({ UUIDv7(ascii: $0) }) else { throw place }
    return value
  }

  /// A digest in hex.
  package mutating func digest(_ name: StaticString) throws(RegistryError) -> Digest {
    let place = failure(.valueInvalid, name)
    guard let value = try characters(name).plain.flatMap({ Digest(hex: $0, 0..<$0.count) }) else { throw place }
    return value
  }

  /// Steps into an object member, whose members are the next ones until ``leaveObject()``.
  package mutating func enterObject(_ name: StaticString) throws(RegistryError) {
    try require(name)
    guard cursor.current == UInt8(ascii: "{") else { throw failure(.memberType, name) }
    cursor.enter()
    advance()
  }

  /// Passes over what is left of the object stepped into.
  package mutating func leaveObject() {
    skipRest()
    advance()
  }

  /// Steps into an array of objects; ``nextObject()`` then goes from one to the next.
  package mutating func enterObjects(_ name: StaticString) throws(RegistryError) {
    try require(name)
    guard cursor.current == UInt8(ascii: "[") else { throw failure(.memberType, name) }
    cursor.enter()
    pending = nil
  }

  /// Steps into the next object of the array stepped into, past what is left of the one before; false at the array's end, which is
  /// passed over.
  package mutating func nextObject() throws(RegistryError) -> Bool {
    skipRest()
    guard cursor.nextElement() else {
      advance()
      return false
    }
    guard cursor.current == UInt8(ascii: "{") else { throw RegistryError(.memberType, at: Place(offset: cursor.at)) }
    cursor.enter()
    advance()
    return true
  }
}
