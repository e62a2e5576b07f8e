private import Glibc

/// The system calls that secrets need. The only unsafe code for them, safe as that of `SystemCalls` is.
extension SystemCalls {
  /// Makes a file that was not there, which nobody but its owner can read or write.
  static func createPrivate(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemError(number: errno) }
    return descriptor
  }

  /// The permissions of an open regular file; `nil` for a pipe or a device.
  static func mode(ofRegular descriptor: Int32) -> UInt32? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return status.st_mode & 0o777
  }

  /// Writes a question on the terminal that controls the process and reads a line from it that is not shown; `nil` where there is
  /// no terminal, or the person breaks off.
  ///
  /// While it reads, the terminal sends no signals, so that none can leave it without echo; what the interrupt key gives ends the
  /// line instead.
  static func askInSecret(_ question: String, limit: Int) throws(SystemError) -> [UInt8]? {
    let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var before = termios()
    guard tcgetattr(descriptor, &before) == 0 else { throw SystemError(number: errno) }
    var silent = before
    silent.c_lflag &= ~tcflag_t(ECHO | ISIG)
    let interrupt = withUnsafeMutableBytes(of: &silent.c_cc) { characters in
      characters[Int(VEOL)] = characters[Int(VINTR)]
      return characters[Int(VINTR)]
    }
    guard tcsetattr(descriptor, TCSAFLUSH, &silent) == 0 else { throw SystemError(number: errno) }
    defer {
      tcsetattr(descriptor, TCSAFLUSH, &before)
      try? write(descriptor, [0x0A])
    }
    try write(descriptor, Array(question.utf8))
    var line: [UInt8] = []
    while line.count <= limit {
      var more = try read(descriptor, count: limit + 1)
      defer { wipe(&more) }
      line += more
      if more.isEmpty || more.last == interrupt {
        wipe(&line)
        return nil
      }
      if more.last == 0x0A { return line.dropLast() }
    }
    return line
  }

  /// Overwrites bytes with zeros, which the compiler may not leave out.
  static func wipe(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
      if let start = buffer.baseAddress { explicit_bzero(start, buffer.count) }
    }
  }
}
