private import Glibc
import RegistryEvents

/// A file that appears whole or not at all.
///
/// The bytes go to a new file beside the target, `.journal-tool-<process>-<n>.tmp`; `commit` writes them through to the
/// disk and gives the file its name in one step. Whatever fails before leaves the target as it was and no other file; so
/// does forgetting `commit`. A device or a pipe (`/dev/stderr`, `>(…)`) has no such step and is written directly.
///
/// The system calls, in their order: `stat` the target, `open` new file `O_EXCL`, `write`…, `fsync`, `rename` (or `link`
/// and `unlink` where nothing may be replaced), `fsync` the directory.
final class OutputFile {
  /// Where the bytes are written to; its `SystemError`s are for `wrapping(_:)` to name the file in.
  let output: ByteOutput

  private let path: String
  private let target: Target
  private let descriptor: Int32
  private var isOpen = true

  private enum Target {
    case device
    case file(at: String, temporary: String, mode: UInt32?, replacing: Bool)
  }

  /// Opens the new file; `replacing` says whether a file of that name may be there.
  ///
  /// A link is followed, and a file that is replaced keeps its permissions; a new one has 0644 less the process's mask.
  /// Throws a `ToolError` with exit 73.
  init(_ path: String, replacing: Bool = true) throws(ToolError) {
    self.path = path
    do {
      (target, descriptor) = try OutputFile.open(path, replacing: replacing)
    } catch {
      throw ToolError(error, path: path, exitCode: .cantCreate)
    }
    output = ByteOutput(descriptor: descriptor)
  }

  deinit { discard() }

  private static func open(_ path: String, replacing: Bool) throws(SystemError) -> (Target, Int32) {
    switch try SystemCalls.kind(path) {
    case .device: return (.device, try SystemCalls.openToWrite(path))
    case .directory: throw SystemError(number: EISDIR)
    case .regular where !replacing: throw SystemError(number: EEXIST)
    case .regular(let mode): return try create(at: SystemCalls.resolve(path), mode: mode, replacing: replacing)
    case .missing: return try create(at: path, mode: nil, replacing: replacing)
    }
  }

  /// The new file beside the target, under the first name that no other file of this process has.
  private static func create(at place: String, mode: UInt32?, replacing: Bool) throws(SystemError) -> (Target, Int32) {
    var number = 0
    while true {
      let temporary = directory(of: place) + "/.journal-tool-\(SystemCalls.processNumber)-\(number).tmp"
      do throws(SystemError) {
        let descriptor = try SystemCalls.create(temporary)
        return (.file(at: place, temporary: temporary, mode: mode, replacing: replacing), descriptor)
      } catch {
        guard error.isExisting, number < 100 else { throw error }
        number += 1
      }
    }
  }

  /// What stands before the last slash; `.` where there is none.
  static func directory(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Gives the file its name once everything is on the disk; throws a `ToolError` with exit 73, and nothing is left.
  func commit() throws(ToolError) {
    guard isOpen else { return }
    defer { discard() }
    do {
      try output.flush()
      guard case .file(let place, let temporary, let mode, let replacing) = target else { return }
      if let mode { try SystemCalls.setMode(descriptor, mode) }
      try SystemCalls.sync(descriptor)
      if replacing {
        try SystemCalls.rename(temporary, place)
      } else {
        try SystemCalls.link(temporary, place)
      }
      try SystemCalls.syncDirectory(OutputFile.directory(of: place))
    } catch {
      throw wrapping(error)
    }
  }

  /// Leaves everything as it was before.
  func discard() {
    guard isOpen else { return }
    isOpen = false
    if case .file(_, let temporary, _, _) = target { SystemCalls.unlink(temporary) }
    SystemCalls.close(descriptor)
  }

  /// The error of a write, with the file's name and exit 73.
  func wrapping(_ error: SystemError) -> ToolError { ToolError(error, path: path, exitCode: .cantCreate) }
}

extension Context {
  /// Writes a result to standard output, or where `path` is given and not `-` to that file, whole or not at all.
  ///
  /// Throws what `body` throws, and then no file is left; or a `ToolError` with exit 73.
  func result<Value>(
    to path: String?, replacing: Bool = true, _ body: (ByteOutput) throws -> Value
  ) throws -> Value {
    guard let path, path != "-" else { return try body(output) }
    let file = try OutputFile(path, replacing: replacing)
    do {
      let value = try body(file.output)
      try file.commit()
      return value
    } catch let error as SystemError {
      throw file.wrapping(error)
    }
  }
}
