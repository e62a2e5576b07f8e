internal import Dispatch

/// A value that one thread at a time has; the others sleep until it is their turn.
///
/// `Mutex` of the standard library has its waiters spin in the kernel as long as who holds it runs (`FUTEX_LOCK_PI`): right where it is held for
/// a moment, and the work of another core lost where a batch of acts is linked and judged under it.
final class SleepingMutex<Value>: @unchecked Sendable {
  // Unchecked: the value is touched between `wait` and `signal` alone, by which one thread at a time passes.
  private let turn = DispatchSemaphore(value: 1)
  private var value: Value

  init(_ value: sending Value) { self.value = value }

  func withLock<Result: ~Copyable>(_ body: (inout Value) -> sending Result) -> sending Result {
    turn.wait()
    defer { turn.signal() }
    return body(&value)
  }
}
