import RegistryEvents

/// Where whole inputs come from: acts, keys, checkpoints and proofs, never a journal.
enum ByteInput: Sendable {
  /// A file descriptor of this process.
  case descriptor(Int32)
  /// The bytes themselves.
  case bytes([UInt8])

  /// The largest input that is read whole, 64 MiB.
  static let limit = 64 << 20

  /// Every byte; throws `SystemError`, and `nil` where there are more than `limit`.
  func readAll(limit: Int) throws(SystemError) -> [UInt8]? {
    switch self {
    case .bytes(let bytes): return bytes.count <= limit ? bytes : nil
    case .descriptor(let descriptor):
      var bytes: [UInt8] = []
      while bytes.count <= limit {
        let more = try SystemCalls.read(descriptor, count: 65_536)
        if more.isEmpty { return bytes }
        bytes += more
      }
      return nil
    }
  }
}

extension Context {
  /// The bytes of a file, or of standard input where the path is `-`.
  ///
  /// Throws a `ToolError`: exit 66 where the file cannot be opened, 65 where it has more than `limit` bytes, 74 where
  /// reading fails.
  func read(_ path: String, limit: Int = ByteInput.limit) throws(ToolError) -> [UInt8] {
    let name = path == "-" ? "<stdin>" : path
    var source = input
    if path != "-" {
      do { source = .descriptor(try SystemCalls.openToRead(path)) } catch {
        throw ToolError(error, path: path, exitCode: .noInput)
      }
    }
    defer { if path != "-", case .descriptor(let descriptor) = source { SystemCalls.close(descriptor) } }
    let bytes: [UInt8]?
    do { bytes = try source.readAll(limit: limit) } catch { throw ToolError(error, path: name) }
    guard let bytes else {
      throw ToolError(
        RegistryError(.valueInvalid, detail: "more than \(limit) bytes"), path: name, exitCode: .dataError)
    }
    return bytes
  }
}
