private import Glibc

/// What the system said no with.
struct SystemError: Error, Sendable, Equatable {
  /// The number of the error, an `errno`.
  let number: Int32

  /// The system's message; English, since no locale is set.
  ///
  /// Safe: `strerror` answers a C string for every number. Its buffer could change only under a call on another thread for
  /// an unknown number, and it stays terminated even then.
  var message: String { String(cString: strerror(number)) }

  /// Whether there is no such file or directory on the path.
  var isMissing: Bool { number == ENOENT || number == ENOTDIR }

  /// Whether the file is there already.
  var isExisting: Bool { number == EEXIST }

  /// Whether the reader of a pipe went away.
  var isBrokenPipe: Bool { number == EPIPE }
}

/// The system calls of the command line, one wrapper each.
///
/// The only unsafe code of `Output`. Safe: every pointer handed to the system is that of a Swift buffer or string for the
/// length of the call, with its true length; no pointer outlives its call.
enum SystemCalls {
  /// Opens a file to read.
  static func openToRead(_ path: String) throws(SystemError) -> Int32 {
    try retrying { open(path, O_RDONLY | O_CLOEXEC) }
  }

  /// Opens what is there already, a device or a pipe, to write.
  static func openToWrite(_ path: String) throws(SystemError) -> Int32 {
    try retrying { open(path, O_WRONLY | O_CLOEXEC) }
  }

  /// Makes a file that was not there, readable by all as far as the process's mask lets it.
  static func create(_ path: String) throws(SystemError) -> Int32 {
    try retrying { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644) }
  }

  /// Reads at most `count` bytes; none at the end of the input.
  static func read(_ descriptor: Int32, count: Int) throws(SystemError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, count)) { buffer, initialized in
      repeat {
        let result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        failure = result < 0 ? errno : 0
        initialized = max(0, result)
      } while failure == EINTR
    }
    if failure != 0 { throw SystemError(number: failure) }
    return bytes
  }

  /// Writes every byte, however often the system takes only a part.
  static func write(_ descriptor: Int32, _ bytes: [UInt8]) throws(SystemError) {
    let failure: Int32 = bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if written == 0 {
          return EIO
        } else if errno != EINTR {
          return errno
        }
      }
      return 0
    }
    if failure != 0 { throw SystemError(number: failure) }
  }

  /// Waits until the file's bytes are on the disk.
  static func sync(_ descriptor: Int32) throws(SystemError) { _ = try retrying { fsync(descriptor) } }

  /// Waits until the names in a directory are on the disk; a file system that cannot is taken at its word.
  static func syncDirectory(_ path: String) throws(SystemError) {
    let descriptor = try retrying { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { SystemCalls.close(descriptor) }
    do throws(SystemError) {
      try sync(descriptor)
    } catch {
      if error.number != EINVAL { throw error }
    }
  }

  /// Closes a descriptor; what could fail has been synced before.
  static func close(_ descriptor: Int32) { _ = Glibc.close(descriptor) }

  /// A regular file, open to read, that is this process's user's own and that nobody else may write to; `nil` for any other.
  static func ownFile(_ path: String) throws(SystemError) -> OwnFile? {
    let descriptor = try retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    let file = OwnFile(descriptor: descriptor)
    guard let status = file.status, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
      status.st_mode & 0o022 == 0
    else { return nil }
    return file
  }

  /// Makes a directory that only its owner can enter, and those above it that are not there.
  static func makeDirectories(_ path: String) throws(SystemError) {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    let parent = OutputFile.directory(of: path)
    guard errno == ENOENT, parent != path, parent != "." else { throw SystemError(number: errno) }
    try makeDirectories(parent)
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw SystemError(number: errno) }
  }

  /// Gives a file its new name in place of whatever had it.
  static func rename(_ from: String, _ to: String) throws(SystemError) { _ = try retrying { Glibc.rename(from, to) } }

  /// Gives a file a second name, which nothing may have.
  static func link(_ from: String, _ to: String) throws(SystemError) { _ = try retrying { Glibc.link(from, to) } }

  /// Takes a file's name away, if it has it.
  static func unlink(_ path: String) { _ = Glibc.unlink(path) }

  /// Gives a file the permissions `mode`.
  static func setMode(_ descriptor: Int32, _ mode: UInt32) throws(SystemError) {
    _ = try retrying { fchmod(descriptor, mode) }
  }

  /// What stands at a path, links followed.
  static func kind(_ path: String) throws(SystemError) -> FileKind {
    var status = stat()
    do throws(SystemError) {
      _ = try retrying { stat(path, &status) }
    } catch {
      if error.number == ENOENT { return .missing }
      throw error
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .regular(mode: status.st_mode & 0o777)
    case S_IFDIR: return .directory
    default: return .device
    }
  }

  /// The number of bytes of a regular file; `nil` for anything else.
  static func size(_ path: String) -> UInt64? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return UInt64(clamping: status.st_size)
  }

  /// The path without links, of a file that is there.
  static func resolve(_ path: String) throws(SystemError) -> String {
    guard let resolved = realpath(path, nil) else { throw SystemError(number: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of a terminal; `nil` where it does not say.
  static func terminalColumns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// The number of this process.
  static var processNumber: Int32 { getpid() }

  /// A variable of the environment.
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Seconds of a clock that never goes back, from an arbitrary start.
  static func monotonicSeconds() -> Double { seconds(CLOCK_MONOTONIC).exact }

  /// Sleeps for so many seconds, or until a signal comes.
  static func sleep(_ seconds: Double) {
    let whole = max(0, min(seconds, 86_400)).rounded(.down)
    let fraction = max(0, min(seconds - whole, 0.999_999_999))
    var time = timespec(tv_sec: Int(whole), tv_nsec: Int(fraction * 1_000_000_000))
    _ = nanosleep(&time, nil)
  }

  /// Whole seconds since 1970-01-01T00:00:00Z by the system's clock.
  static func wallSeconds() -> Int64 { seconds(CLOCK_REALTIME).whole }

  /// Has a write to a closed pipe fail instead of ending the process.
  static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Puts an empty file where standard input, output or error is closed, so that no file opened later takes its number and
  /// gets what is meant for it; writing there fails.
  static func occupyStandardDescriptors() {
    for descriptor: Int32 in 0...2 where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest number that is free: this one, since those before it are taken.
      _ = open("/dev/null", O_RDONLY)
    }
  }

  private static func seconds(_ clock: clockid_t) -> (whole: Int64, exact: Double) {
    var time = timespec()
    clock_gettime(clock, &time)
    return (Int64(time.tv_sec), Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000)
  }

  /// The result of a call that answers −1 on failure, made again while a signal interrupts it.
  private static func retrying(_ call: () -> Int32) throws(SystemError) -> Int32 {
    while true {
      let result = call()
      if result >= 0 { return result }
      if errno != EINTR { throw SystemError(number: errno) }
    }
  }
}

/// A file of this process's user, open to read; closed when the last reference is gone.
final class OwnFile: Sendable {
  private let descriptor: Int32

  fileprivate init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { SystemCalls.close(descriptor) }

  fileprivate var status: stat? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status : nil
  }

  /// How many bytes it has.
  var size: Int { Int(status?.st_size ?? 0) }

  /// Reads bytes from a place on, as far as the system gives them: how many those are, 0 at the end; `nil` where it refuses.
  func read(at place: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, place)
      if count >= 0 { return count }
      if errno != EINTR { return nil }
    }
  }
}

/// What stands at a path.
enum FileKind: Sendable, Equatable {
  /// Nothing, or a link to nothing.
  case missing
  /// A regular file with its permissions.
  case regular(mode: UInt32)
  /// A directory.
  case directory
  /// A device, a pipe or a socket: what is written to it cannot be taken back.
  case device
}
