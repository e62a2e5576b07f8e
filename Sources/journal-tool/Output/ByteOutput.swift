/// Where bytes go, through a buffer: a file descriptor, or memory in tests.
///
/// Of one task: not to be shared.
final class ByteOutput {
  /// What is known of the place.
  let terminal: Terminal

  private let descriptor: Int32?
  private let bufferSize: Int
  private var buffer: [UInt8] = []

  /// A place behind a file descriptor, which stays open; bytes are passed on when `bufferSize` have come together.
  init(descriptor: Int32, terminal: Terminal = Terminal(), bufferSize: Int = 65_536) {
    self.descriptor = descriptor
    self.terminal = terminal
    self.bufferSize = bufferSize
  }

  /// Memory.
  init(capturingAs terminal: Terminal = Terminal()) {
    descriptor = nil
    self.terminal = terminal
    bufferSize = .max
  }

  /// What has been written and not passed on: in memory, everything.
  var captured: [UInt8] { buffer }

  /// Writes text as UTF-8; throws `SystemError`.
  func write(_ text: String) throws(SystemError) {
    buffer.append(contentsOf: text.utf8)
    try passOn()
  }

  /// Writes bytes as they are; throws `SystemError`.
  func write(bytes: some Sequence<UInt8>) throws(SystemError) {
    buffer.append(contentsOf: bytes)
    try passOn()
  }

  /// Passes on what the buffer holds; throws `SystemError`.
  func flush() throws(SystemError) {
    guard let descriptor, !buffer.isEmpty else { return }
    // Emptied first: bytes that the system refused once are not tried again.
    let bytes = buffer
    buffer = []
    try SystemCalls.write(descriptor, bytes)
    buffer.reserveCapacity(min(bytes.count, bufferSize))
  }

  private func passOn() throws(SystemError) {
    if buffer.count >= bufferSize { try flush() }
  }
}
