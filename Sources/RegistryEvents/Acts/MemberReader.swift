/// Reads the members of a canonical object one after the other, in the order of their names.
///
/// Made for the hot path: nothing is allocated but the values asked for. A reader cannot be copied or kept, so it cannot
/// outlive the bytes it reads; an initialiser of ``ActPayload`` receives one and asks for each member in byte order.
/// Whoever asks out of order finds a member missing, and what was not asked for is refused as unknown.
public struct MemberReader: ~Copyable {
  var cursor: CanonicalCursor
  /// The name of the member that the cursor stands before, if one is left in this object.
  var pending: Range<Int>?

  /// A reader of the object at the cursor.
  init(_ cursor: CanonicalCursor) {
    self.cursor = cursor
    self.cursor.enter()
    pending = self.cursor.nextMember()
  }

  /// Reads members of the object that `bytes` hold, which its schema has judged; the body need not ask for all of them.
  package static func read<Value>(
    judged bytes: [UInt8], _ body: (inout MemberReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    try bytes.withUnsafeBufferPointer { buffer throws(RegistryError) in
      let buffer = UnsafeRawBufferPointer(buffer)
      var members = MemberReader(CanonicalCursor(buffer, range: 0..<buffer.count))
      return try body(&members)
    }
  }

  /// Whether the next member has this name.
  package func isNext(_ name: StaticString) -> Bool {
    guard let pending else { return false }
    return cursor.matches(pending, name)
  }

  func failure(_ code: ErrorCode, _ name: StaticString) -> RegistryError {
    RegistryError(code, at: Place(offset: pending?.lowerBound ?? cursor.at), detail: "\(name)")
  }

  func require(_ name: StaticString) throws(RegistryError) {
    guard isNext(name) else { throw failure(.memberMissing, name) }
  }

  mutating func advance() { pending = cursor.nextMember() }

  /// Passes over members up to one of this name; false, with the cursor where it would stand, where the object has none from here on. For
  /// those who need a few members of bytes that their schema has judged.
  package mutating func seek(_ name: StaticString) -> Bool {
    while let pending {
      if isNext(name) { return true }
      if cursor.isAfter(pending, name) { return false }
      cursor.skip()
      advance()
    }
    return false
  }

  /// Passes over what is left of this object.
  package mutating func skipRest() {
    while pending != nil {
      cursor.skip()
      advance()
    }
  }

  /// The text of a string member.
  public mutating func string(_ name: StaticString) throws(RegistryError) -> String {
    try require(name)
    guard cursor.current == UInt8(ascii: "\"") else { throw failure(.memberType, name) }
    let text = cursor.text(cursor.string())
    advance()
    return text
  }

  /// The text of a string member that may be absent.
  public mutating func optionalString(_ name: StaticString) throws(RegistryError) -> String? {
    isNext(name) ? try string(name) : nil
  }

  /// The number of an integer member.
  public mutating func integer(_ name: StaticString) throws(RegistryError) -> Int64 {
    try require(name)
    guard cursor.current == UInt8(ascii: "-") || cursor.current &- UInt8(ascii: "0") < 10 else {
      throw failure(.memberType, name)
    }
    let number = cursor.integer()
    advance()
    return number
  }

  /// The number of an integer member that may be absent.
  public mutating func optionalInteger(_ name: StaticString) throws(RegistryError) -> Int64? {
    isNext(name) ? try integer(name) : nil
  }

  /// The value of a member that is true or false.
  public mutating func boolean(_ name: StaticString) throws(RegistryError) -> Bool {
    try require(name)
    guard cursor.current == UInt8(ascii: "t") || cursor.current == UInt8(ascii: "f") else {
      throw failure(.memberType, name)
    }
    let value = cursor.current == UInt8(ascii: "t")
    cursor.skip()
    advance()
    return value
  }

  /// A string member read by a failable initialiser, such as that of ``Instant``, ``LocalDate`` or ``Decimal``.
  public mutating func value<Value>(
    _ name: StaticString, _ read: (String) -> Value?
  ) throws(RegistryError) -> Value {
    let place = failure(.valueInvalid, name)
    guard let value = read(try string(name)) else { throw place }
    return value
  }

  /// A string member that may be absent, read by a failable initialiser.
  public mutating func optionalValue<Value>(
    _ name: StaticString, _ read: (String) -> Value?
  ) throws(RegistryError) -> Value? {
    isNext(name) ? try value(name, read) : nil
  }

  /// A personal member (format §8): the value, or its commitment.
  public mutating func personal(_ name: StaticString) throws(RegistryError) -> Personal {
    try require(name)
    guard cursor.current == UInt8(ascii: "{") else { return .shown(try string(name)) }
    let digests = try object(name) { members throws(RegistryError) in try members.strings("_sd") }
    guard digests.count == 1 else { throw failure(.valueInvalid, name) }
    return .committed(digests[0])
  }

  /// A personal member that may be absent.
  public mutating func optionalPersonal(_ name: StaticString) throws(RegistryError) -> Personal? {
    isNext(name) ? try personal(name) : nil
  }

  /// An object member, its members read by a function that must ask for all of them.
  public mutating func object<Value>(
    _ name: StaticString, _ read: (inout MemberReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    try require(name)
    let value = try element(name, read)
    advance()
    return value
  }

  /// An object member that may be absent.
  public mutating func optionalObject<Value>(
    _ name: StaticString, _ read: (inout MemberReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value? {
    isNext(name) ? try object(name, read) : nil
  }

  /// An array of objects, each read by a function that must ask for all of its members.
  public mutating func objects<Value>(
    _ name: StaticString, _ read: (inout MemberReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> [Value] {
    try require(name)
    guard cursor.current == UInt8(ascii: "[") else { throw failure(.memberType, name) }
    cursor.enter()
    var values: [Value] = []
    while cursor.nextElement() { values.append(try element(name, read)) }
    advance()
    return values
  }

  /// An array of strings.
  public mutating func strings(_ name: StaticString) throws(RegistryError) -> [String] {
    try require(name)
    guard cursor.current == UInt8(ascii: "[") else { throw failure(.memberType, name) }
    cursor.enter()
    var values: [String] = []
    while cursor.nextElement() {
      guard cursor.current == UInt8(ascii: "\"") else { throw failure(.memberType, name) }
      values.append(cursor.text(cursor.string()))
    }
    advance()
    return values
  }

  /// An array of strings that may be absent.
  public mutating func optionalStrings(_ name: StaticString) throws(RegistryError) -> [String]? {
    isNext(name) ? try strings(name) : nil
  }

  /// A member of any kind as a tree.
  public mutating func tree(_ name: StaticString) throws(RegistryError) -> CanonicalValue {
    try require(name)
    let value = cursor.value()
    advance()
    return value
  }

  /// A member of any kind, which may be absent, as a tree.
  public mutating func optionalTree(_ name: StaticString) throws(RegistryError) -> CanonicalValue? {
    guard isNext(name) else { return Optional.none }
    return try tree(name)
  }

  private mutating func element<Value>(
    _ name: StaticString, _ read: (inout MemberReader) throws(RegistryError) -> Value
  ) throws(RegistryError) -> Value {
    guard cursor.current == UInt8(ascii: "{") else { throw failure(.memberType, name) }
    cursor.enter()
    advance()
    let value = try read(&self)
    try finish()
    return value
  }

  /// Refuses a member that nobody asked for.
  func finish() throws(RegistryError) {
    guard pending == nil else {
      throw RegistryError(.memberUnknown, at: Place(offset: pending?.lowerBound))
    }
  }
}
