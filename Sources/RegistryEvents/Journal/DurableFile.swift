internal import Glibc

/// Small files that appear whole or not at all.
///
/// The system calls, in their order: `open` a new file `O_EXCL`, `write`, `fsync`, `rename` (or `link` and `unlink` where nothing may be
/// replaced), `fsync` the directory. What a crash leaves is the file as it was, and at most the new file under its other name.
enum DurableFile {
  /// Writes a file.
  ///
  /// - Parameters:
  ///   - temporary: the name that the new file has first, on the same file system.
  ///   - replacing: whether a file of that name may be there.
  /// - Throws: `file-exists` where one is there that may not be replaced, and what the system refuses; then no file is left behind.
  static func write(
    _ bytes: [UInt8], to path: String, temporary: String? = nil, mode: mode_t = 0o644, replacing: Bool
  ) throws(RegistryError) {
    let temporary = temporary ?? "\(path).\(getpid()).tmp"
    // Left by a process that had this one's number and crashed.
    _ = unlink(temporary)
    let file = try SystemCalls.open(temporary, O_WRONLY | O_CREAT | O_EXCL, mode: mode)
    do throws(RegistryError) {
      try SystemCalls.write(file, at: 0, bytes)
      try SystemCalls.sync(file)
      if replacing {
        try SystemCalls.rename(temporary, path)
      } else {
        try SystemCalls.link(temporary, path)
        try SystemCalls.remove(temporary)
      }
    } catch {
      _ = unlink(temporary)
      throw error
    }
    try SystemCalls.syncDirectory(of: path)
  }

  /// Writes a file in one step for those who read it, in place of whatever has its name. It is not durable yet: where there are many, one `syncfs`
  /// does for all.
  static func replace(_ path: String, by bytes: [UInt8]) throws(RegistryError) {
    let temporary = "\(path).\(getpid()).tmp"
    _ = unlink(temporary)
    let file = try SystemCalls.open(temporary, O_WRONLY | O_CREAT | O_EXCL)
    do throws(RegistryError) {
      try SystemCalls.write(file, at: 0, bytes)
      try SystemCalls.rename(temporary, path)
    } catch {
      _ = unlink(temporary)
      throw error
    }
  }
}
