internal import CLinux
internal import Glibc

/// The system calls that the journal makes, one wrapper each: `EINTR` is waited out, a short write is continued, and a
/// failure becomes an error with the system's own words.
enum SystemCalls {
  /// An open file; closed when the last reference is gone.
  final class File: Sendable {
    let descriptor: Int32
    let path: String

    fileprivate init(descriptor: Int32, path: String) {
      self.descriptor = descriptor
      self.path = path
    }

    deinit { _ = Glibc.close(descriptor) }
  }

  /// What `fstat` says of a file.
  struct Status: Equatable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    let mode: UInt32
    let isRegular: Bool

    func isSameFile(as other: Status) -> Bool { device == other.device && inode == other.inode }
  }

  static func failure(_ call: StaticString, _ number: Int32 = errno) -> RegistryError {
    let code: ErrorCode
    switch number {
    case ENOENT: code = .fileMissing
    case EEXIST: code = .fileExists
    default: code = .inputOutput
    }
    return RegistryError(code, detail: "\(call): \(String(cString: strerror(number)))")
  }

  /// Repeats a call that a signal interrupted.
  private static func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  static func open(_ path: String, _ flags: Int32, mode: mode_t = 0o644) throws(RegistryError) -> File {
    let descriptor = uninterrupted { Glibc.open(path, flags | O_CLOEXEC, mode) }
    guard descriptor >= 0 else { throw failure("open") }
    return File(descriptor: descriptor, path: path)
  }

  /// The standard input as a file of its own descriptor.
  static func standardInput() throws(RegistryError) -> File {
    let descriptor = fcntl(0, F_DUPFD_CLOEXEC, 3)
    guard descriptor >= 0 else { throw failure("fcntl") }
    return File(descriptor: descriptor, path: "-")
  }

  static func status(_ file: File) throws(RegistryError) -> Status {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw failure("fstat") }
    return Status(status)
  }

  static func status(path: String) throws(RegistryError) -> Status {
    var status = stat()
    guard stat(path, &status) == 0 else { throw failure("stat") }
    return Status(status)
  }

  /// Reads up to the buffer's size from where the file stands; 0 at its end.
  static func read(_ file: File, into buffer: UnsafeMutableRawBufferPointer) throws(RegistryError) -> Int {
    let count = uninterrupted { Glibc.read(file.descriptor, buffer.baseAddress, buffer.count) }
    guard count >= 0 else { throw failure("read") }
    return count
  }

  /// Whether nothing of an open file was read yet by whoever reads it in turn.
  static func isAtStart(_ file: File) -> Bool { lseek(file.descriptor, 0, SEEK_CUR) == 0 }

  /// Reads up to the buffer's size from a place in the file; 0 past its end.
  static func read(
    _ file: File, at offset: UInt64, into buffer: UnsafeMutableRawBufferPointer
  ) throws(RegistryError) -> Int {
    let count = uninterrupted { pread(file.descriptor, buffer.baseAddress, buffer.count, off_t(clamping: offset)) }
    guard count >= 0 else { throw failure("pread") }
    return count
  }

  /// Up to so many bytes from a place in the file; none past its end.
  static func read(_ file: File, at offset: UInt64, count: Int) throws(RegistryError) -> [UInt8] {
    guard count > 0 else { return [] }
    var failure: RegistryError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, size in
      do throws(RegistryError) {
        size = try read(file, at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Writes all of the bytes at a place in the file.
  static func write(_ file: File, at offset: UInt64, _ bytes: some Collection<UInt8>) throws(RegistryError) {
    let copy = ContiguousArray(bytes)
    var done = 0
    while done < copy.count {
      let written = copy.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[done...])
        return uninterrupted { pwrite(file.descriptor, rest.baseAddress, rest.count, off_t(clamping: offset) + done) }
      }
      guard written >= 0 else { throw failure("pwrite") }
      done += written
    }
  }

  /// Makes what was written durable, with the size that is needed to read it back.
  static func syncData(_ file: File) throws(RegistryError) {
    guard uninterrupted({ fdatasync(file.descriptor) }) == 0 else { throw failure("fdatasync") }
  }

  /// Makes a file, or the names in a directory, durable.
  static func sync(_ file: File) throws(RegistryError) {
    guard uninterrupted({ fsync(file.descriptor) }) == 0 else { throw failure("fsync") }
  }

  /// Makes the names in the directory that holds a path durable.
  static func syncDirectory(of path: String) throws(RegistryError) {
    try sync(open(directory(of: path), O_RDONLY | O_DIRECTORY))
  }

  /// Makes everything durable that was written to the file system of a file.
  static func syncFileSystem(_ file: File) throws(RegistryError) {
    guard uninterrupted({ syncfs(file.descriptor) }) == 0 else { throw failure("syncfs") }
  }

  static func truncate(_ file: File, to size: UInt64) throws(RegistryError) {
    guard uninterrupted({ ftruncate(file.descriptor, off_t(clamping: size)) }) == 0 else { throw failure("ftruncate") }
  }

  /// The names in a directory, sorted by bytes; none where there is no such directory.
  static func names(in directory: String) throws(RegistryError) -> [String] {
    guard let stream = opendir(directory) else {
      if errno == ENOENT { return [] }
      throw failure("opendir")
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        // Unsafe: readdir(3) ends the name with a NUL inside d_name.
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// All bytes of a small file.
  static func contents(_ path: String, limit: Int = 1 << 20) throws(RegistryError) -> [UInt8] {
    let file = try open(path, O_RDONLY)
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = try chunk.withUnsafeMutableBufferPointer { buffer throws(RegistryError) in
        try read(file, into: UnsafeMutableRawBufferPointer(buffer))
      }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= limit else { throw RegistryError(.inputOutput, detail: "more than \(limit) bytes") }
    }
  }

  /// Makes a directory with its name durable; one that is there is left as it is.
  static func makeDirectory(_ path: String) throws(RegistryError) {
    if mkdir(path, 0o755) == 0 { return try syncDirectory(of: path) }
    guard errno == EEXIST else { throw failure("mkdir") }
  }

  /// Gives a file a name in place of whatever has it.
  static func rename(_ from: String, _ to: String) throws(RegistryError) {
    guard Glibc.rename(from, to) == 0 else { throw failure("rename") }
  }

  /// Gives a file a second name, which nothing may have.
  static func link(_ from: String, _ to: String) throws(RegistryError) {
    guard Glibc.link(from, to) == 0 else { throw failure("link") }
  }

  static func remove(_ path: String) throws(RegistryError) {
    guard unlink(path) == 0 else { throw failure("unlink") }
  }

  /// The directory part of a path.
  static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
  }

  /// Open file description locks (Linux `fcntl(2)`): they belong to the open file, not to the process, so two writers in
  /// one process exclude each other as well. Swift does not import the constant.
  private static let setLock: Int32 = 37

  /// Takes the write lock over the whole of a file, now and for all that it grows to; false where another holds it.
  static func lockForWriting(_ file: File) throws(RegistryError) -> Bool {
    var lock = flock(l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
    if fcntl(file.descriptor, setLock, &lock) == 0 { return true }
    guard errno == EAGAIN || errno == EACCES else { throw failure("fcntl") }
    return false
  }

  /// Gives the write lock back.
  static func unlock(_ file: File) throws(RegistryError) {
    var lock = flock(l_type: Int16(F_UNLCK), l_whence: Int16(SEEK_SET), l_start: 0, l_len: 0, l_pid: 0)
    guard fcntl(file.descriptor, setLock, &lock) == 0 else { throw failure("fcntl") }
  }

  /// The file systems whose locks and syncs are this machine's own, by the magic numbers of `statfs(2)`.
  private static let localFileSystems: Set<Int> = [
    0xEF53, 0x5846_5342, 0x9123_683E, 0x0102_1994, 0x2FC1_2FC1, 0xF2F5_2010, 0x794C_7630, 0x8584_58F6, 0xCA45_1A4E,
    0x3153_464A, 0x5265_4973,
  ]

  static func isOnLocalFileSystem(_ file: File) throws(RegistryError) -> Bool {
    var status = statfs()
    guard fstatfs(file.descriptor, &status) == 0 else { throw failure("fstatfs") }
    return localFileSystems.contains(Int(status.f_type))
  }
}

extension SystemCalls.Status {
  fileprivate init(_ status: stat) {
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    size = Int64(status.st_size)
    mode = UInt32(status.st_mode & 0o7777)
    isRegular = status.st_mode & S_IFMT == S_IFREG
  }
}
