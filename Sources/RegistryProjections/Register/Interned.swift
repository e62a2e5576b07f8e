/// Values that repeat, each kept once and named by a small number.
struct Interned<Value: Hashable & Sendable>: Sendable {
  private(set) var values: [Value] = []
  private var indices: [Value: Int32] = [:]

  init() {}

  /// The values that another had, each once.
  init(_ values: [Value]) {
    self.values = values
    indices = Dictionary(values.enumerated().map { ($1, Int32(truncatingIfNeeded: $0)) }) { first, _ in first }
  }

  mutating func index(of value: Value) -> Int32 {
    if let index = indices[value] { return index }
    let index = Int32(truncatingIfNeeded: values.count)
    indices[value] = index
    values.append(value)
    return index
  }

  subscript(index: Int32) -> Value { values[Int(index)] }
}
