/// Values that repeat, each kept once and named by a small number.
struct Interned<Value: Hashable & Sendable>: Sendable {
  private var values: [Value] = []
  private var indices: [Value: Int32] = [:]

  mutating func index(of value: Value) -> Int32 {
    if let index = indices[value] { return index }
    let index = Int32(truncatingIfNeeded: values.count)
    indices[value] = index
    values.append(value)
    return index
  }

  subscript(index: Int32) -> Value { values[Int(index)] }
}

/// Texts that repeat. Told apart by their bytes: to `String` two spellings that Unicode holds equivalent are one value, to the
/// journal they are two (format §2).
struct InternedTexts: Sendable {
  private var texts = Interned<Text>()

  private struct Text: Hashable {
    let string: String

    static func == (left: Text, right: Text) -> Bool { left.string.utf8.elementsEqual(right.string.utf8) }

    func hash(into hasher: inout Hasher) {
      var string = string
      string.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
  }

  mutating func index(of text: String) -> Int32 { texts.index(of: Text(string: text)) }

  subscript(index: Int32) -> String { texts[index].string }
}
