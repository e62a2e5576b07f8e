internal import Dispatch
internal import Synchronization

/// Work that is done on all cores and taken back in the order in which it was started, a few pieces under way at a time.
///
/// Whoever waits for a piece does work that nobody has begun meanwhile: a thread that only waited would leave a core idle where
/// Dispatch counts it among the threads that a core has.
struct Pipeline<Output: Sendable> {
  private var underWay: [Piece] = []

  private static var capacity: Int { 4 }

  /// A piece of work, done by the first thread that comes to it.
  private final class Piece: Sendable {
    private enum State: Sendable {
      case waiting(@Sendable () -> Output)
      case begun
      case done(Output)
    }

    private let state: Mutex<State>
    private let done = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () -> Output) { state = Mutex(.waiting(work)) }

    /// Whether somebody has begun it.
    var isBegun: Bool {
      state.withLock { state in
        if case .waiting = state { return false }
        return true
      }
    }

    /// Whether it is done.
    var isDone: Bool {
      state.withLock { state in
        if case .done = state { return true }
        return false
      }
    }

    /// Does the work, unless somebody has begun it.
    func work() {
      let work: (@Sendable () -> Output)? = state.withLock { state in
        guard case .waiting(let work) = state else { return nil }
        state = .begun
        return work
      }
      guard let output = work?() else { return }
      state.withLock { $0 = .done(output) }
      done.signal()
    }

    /// Sees to it that nobody is at the work any more: it is not begun from now on, and is waited for where it was.
    func abandon() {
      let isBegun = state.withLock { state in
        guard case .waiting = state else { return true }
        state = .begun
        return false
      }
      if isBegun { done.wait() }
    }

    /// The output, once the work is done; to be asked for once.
    func output() -> Output? {
      done.wait()
      return state.withLock { state in
        guard case .done(let output) = state else { return nil }
        return output
      }
    }
  }

  var hasRoom: Bool { underWay.count < Pipeline.capacity }

  mutating func start(_ work: @escaping @Sendable () -> Output) {
    let piece = Piece(work)
    underWay.append(piece)
    DispatchQueue.global().async { piece.work() }
  }

  /// Waits for the oldest piece and takes its output; `nil` when nothing is under way.
  mutating func next() -> Output? {
    guard let oldest = underWay.first else { return nil }
    while !oldest.isDone, let piece = underWay.first(where: { !$0.isBegun }) { piece.work() }
    underWay.removeFirst()
    return oldest.output()
  }

  /// Gives up what is under way, for who leaves early: nothing of it is at work any more when this returns. A thread that was would meet
  /// libcrypto taken down where the process ends.
  mutating func abandon() {
    for piece in underWay { piece.abandon() }
    underWay = []
  }
}
