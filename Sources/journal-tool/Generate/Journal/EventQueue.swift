import RegistryEvents

/// What is still to happen, the earliest first: a binary heap. Of two at one instant the one put in first comes first.
struct EventQueue<Event> {
  private struct Item {
    let at: Instant
    let order: UInt64
    let event: Event

    func isBefore(_ other: Item) -> Bool { at == other.at ? order < other.order : at < other.at }
  }

  private var heap: [Item] = []
  private var pushed: UInt64 = 0

  /// The instant of the earliest; `nil` when nothing is left.
  var nextInstant: Instant? { heap.first?.at }

  /// Puts one in.
  mutating func push(_ event: Event, at instant: Instant) {
    heap.append(Item(at: instant, order: pushed, event: event))
    pushed += 1
    var child = heap.count - 1
    while child > 0, heap[child].isBefore(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes the earliest out.
  mutating func pop() -> (at: Instant, event: Event)? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return (first.at, first.event) }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in (2 * parent + 1)..<(2 * parent + 3) where child < heap.count && heap[child].isBefore(heap[least]) {
        least = child
      }
      guard least != parent else { break }
      heap.swapAt(least, parent)
      parent = least
    }
    return (first.at, first.event)
  }
}
