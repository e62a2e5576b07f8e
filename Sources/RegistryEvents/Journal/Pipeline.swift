internal import Dispatch
internal import Synchronization

/// Work that is done on other cores and taken back in the order in which it was started, a few pieces under way at a time.
struct Pipeline<Output: Sendable> {
  private var underWay: [Piece] = []

  private static var capacity: Int { 4 }

  private final class Piece: Sendable {
    let done = DispatchSemaphore(value: 0)
    let output = Mutex<Output?>(nil)
  }

  var hasRoom: Bool { underWay.count < Pipeline.capacity }

  mutating func start(_ work: @escaping @Sendable () -> Output) {
    let piece = Piece()
    underWay.append(piece)
    DispatchQueue.global().async {
      let output = work()
      piece.output.withLock { $0 = output }
      piece.done.signal()
    }
  }

  /// Waits for the oldest piece and takes its output; `nil` when nothing is under way.
  mutating func next() -> Output? {
    guard let piece = underWay.first else { return nil }
    underWay.removeFirst()
    piece.done.wait()
    return piece.output.withLock { $0 }
  }
}
