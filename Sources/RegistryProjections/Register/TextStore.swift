package import RegistryEvents

/// Texts as UTF-8, one behind the other in one array, each named by a small number.
///
/// Told apart by their bytes: to `String` two spellings that Unicode holds equivalent are one value, to the journal they are two
/// (format §2). A text costs its bytes and eight more; one that is kept once however often it comes, eight or sixteen beyond that.
///
/// Unsafe: raw buffers are those that a caller was lent for the call, and slices of `bytes` by ranges that `ends` bounds.
package struct TextStore: Sendable {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends.
  private(set) var ends: [Int] = []
  /// The numbers of the texts kept once; made by the first look-up.
  private(set) var interned: [Int32] = []
  private var slots: [Slot] = []

  private struct Slot {
    var hash: UInt32 = 0
    /// -1 where the slot is free.
    var index: Int32 = -1
  }

  /// A store without texts.
  package init() {}

  /// The texts that another store had; `nil` where they do not lie in the bytes, or one kept once is none of them.
  init?(bytes: [UInt8], ends: [Int], interned: [Int32]) {
    self.bytes = bytes
    self.ends = ends
    self.interned = interned
    var last = 0
    for end in ends {
      guard end >= last else { return nil }
      last = end
    }
    guard last == bytes.count, interned.count <= ends.count, interned.allSatisfy(has) else { return nil }
  }

  /// The number of texts.
  package var count: Int { ends.count }

  /// Whether a number names a text.
  func has(_ index: Int32) -> Bool { index >= 0 && Int(index) < ends.count }

  private func range(_ index: Int32) -> Range<Int> {
    let index = Int(index)
    return (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// A text.
  package subscript(index: Int32) -> String { String(decoding: bytes[range(index)], as: UTF8.self) }

  /// The bytes of a text.
  package func utf8(_ index: Int32) -> ArraySlice<UInt8> { bytes[range(index)] }

  private func holds(_ text: UnsafeRawBufferPointer, at index: Int32) -> Bool {
    let range = range(index)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBytes { TextStore.areEqual(UnsafeRawBufferPointer(rebasing: $0[range]), text) }
  }

  /// Whether bytes of one count are equal, eight at a time.
  private static func areEqual(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while left.count - index >= 8 {
      let word = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard word == right.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
      index += 8
    }
    while index < left.count {
      guard left[index] == right[index] else { return false }
      index += 1
    }
    return true
  }

  /// Keeps a text that is not expected again.
  package mutating func add(_ text: UnsafeRawBufferPointer) -> Int32 {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    return Int32(truncatingIfNeeded: ends.count - 1)
  }

  /// Keeps a text once: the number that it has already, or a new one.
  package mutating func index(of text: UnsafeRawBufferPointer) -> Int32 {
    if interned.count * 4 >= slots.count * 3 { makeSlots() }
    let hash = TextStore.hash(text)
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place].index >= 0 {
      if slots[place].hash == hash, holds(text, at: slots[place].index) { return slots[place].index }
      place = (place + 1) & mask
    }
    let index = add(text)
    interned.append(index)
    slots[place] = Slot(hash: hash, index: index)
    return index
  }

  /// Keeps a text that may well be the one kept last for this purpose.
  package mutating func index(of text: UnsafeRawBufferPointer, after last: Int32) -> Int32 {
    last >= 0 && holds(text, at: last) ? last : add(text)
  }

  /// By Swift's keyed hash: nobody can choose texts that all fall on one slot.
  private static func hash(_ text: UnsafeRawBufferPointer) -> UInt32 {
    var hasher = Hasher()
    hasher.combine(bytes: text)
    return UInt32(truncatingIfNeeded: hasher.finalize())
  }

  /// Doubles the table, or makes it for texts that came without one.
  private mutating func makeSlots() {
    var count = max(64, slots.count * 2)
    while interned.count * 4 >= count * 3 { count *= 2 }
    var made = [Slot](repeating: Slot(), count: count)
    let mask = count - 1
    bytes.withUnsafeBytes { buffer in
      for index in interned {
        let hash = TextStore.hash(UnsafeRawBufferPointer(rebasing: buffer[range(index)]))
        var place = Int(hash) & mask
        while made[place].index >= 0 { place = (place + 1) & mask }
        made[place] = Slot(hash: hash, index: index)
      }
    }
    slots = made
  }
}

extension TextStore {
  /// Keeps a text once.
  package mutating func index(of text: Characters) -> Int32 {
    if let plain = text.plain { return index(of: plain) }
    return text.resolved.withUnsafeBytes { index(of: $0) }
  }

  /// Keeps a text that is not expected again.
  package mutating func add(_ text: Characters) -> Int32 {
    if let plain = text.plain { return add(plain) }
    return text.resolved.withUnsafeBytes { add($0) }
  }

  /// Keeps a text that may well be the one kept last for this purpose.
  package mutating func index(of text: Characters, after last: Int32) -> Int32 {
    if let plain = text.plain { return index(of: plain, after: last) }
    return text.resolved.withUnsafeBytes { index(of: $0, after: last) }
  }

  /// Keeps a text once.
  package mutating func index(of text: String) -> Int32 {
    var text = text
    return text.withUTF8 { index(of: UnsafeRawBufferPointer($0)) }
  }

  /// Keeps a text that is not expected again.
  package mutating func add(_ text: String) -> Int32 {
    var text = text
    return text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }
}
