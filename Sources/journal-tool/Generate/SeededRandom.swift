import RegistryEvents

/// A stream of numbers that depends on a seed and a purpose alone: SplitMix64 (Steele, Lea, Flood, "Fast Splittable
/// Pseudorandom Number Generators", OOPSLA 2014), started from a SHA-256 of both.
///
/// Each purpose has a stream of its own, so that one more draw for one purpose leaves all others as they were. Nothing
/// here is a secret and nothing is fit to be one.
struct SeededRandom {
  private var state: UInt64

  /// The stream of a purpose, such as `case 17`, under a seed.
  init(seed: UInt64, purpose: String) {
    let digest = Digest.sha256(of: Array("registry-journal generator | \(seed) | \(purpose)".utf8))
    state = digest.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The stream that starts from a state.
  init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number of 0 to `bound` − 1; 0 for a bound below 1. The bias is below 2^−40 for the bounds used here.
  mutating func below(_ bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number of a range, both ends included.
  mutating func number(in range: ClosedRange<Int>) -> Int { range.lowerBound + below(range.count) }

  /// True so many times in a thousand.
  mutating func chance(perMille: Int) -> Bool { below(1000) < perMille }

  /// One of several; `fallback` where there are none.
  mutating func pick<Element>(_ elements: [Element], or fallback: Element) -> Element {
    elements.isEmpty ? fallback : elements[below(elements.count)]
  }

  /// One of several by weight.
  mutating func pick<Element>(weighted first: (Element, Int), _ others: (Element, Int)...) -> Element {
    var left = below(others.reduce(first.1) { $0 + $1.1 }) - first.1
    for (element, weight) in others where left >= 0 {
      left -= weight
      if left < 0 { return element }
    }
    return first.0
  }
}
