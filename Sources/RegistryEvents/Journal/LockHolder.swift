/// Who has a journal open for writing, for those who wait for it.
///
/// `F_OFD_GETLK` and `/proc/locks` tell no process for a lock of this kind, since it belongs to an open file. The process that has the file open is
/// found in `/proc`, where `fdinfo` lists the locks of each open file (proc(5)). Of another user's processes it shows nothing; then the mark
/// beside the journal is asked, which a writer that crashed may have left.
enum LockHolder {
  /// The holder in words; empty where nobody can be told.
  static func description(_ file: SystemCalls.File, _ paths: JournalPaths) -> String {
    if let holder = process(holding: file) {
      let name = (try? SystemCalls.contents("/proc/\(holder)/comm")).map { String(decoding: $0, as: UTF8.self) } ?? ""
      let words = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return words.isEmpty ? "process \(holder)" : "process \(holder), \(words)"
    }
    guard let marked = try? JournalRecovery.markedProcess(paths) else { return "" }
    return "process \(marked) by the mark beside the journal"
  }

  /// The process that holds a write lock on a file.
  private static func process(holding file: SystemCalls.File) -> String? {
    guard let status = try? SystemCalls.status(file), let names = try? SystemCalls.names(in: "/proc") else {
      return nil
    }
    return names.first { name in
      guard UInt32(name) != nil, let files = try? SystemCalls.names(in: "/proc/\(name)/fd") else { return false }
      return files.contains { holdsLock("/proc/\(name)", $0, on: status) }
    }
  }

  private static func holdsLock(_ process: String, _ file: String, on status: SystemCalls.Status) -> Bool {
    guard let other = try? SystemCalls.status(path: "\(process)/fd/\(file)"), other.isSameFile(as: status),
      let info = try? SystemCalls.contents("\(process)/fdinfo/\(file)")
    else { return false }
    let lines = String(decoding: info, as: UTF8.self).split(separator: "\n")
    return lines.contains { line in
      let words = line.split(whereSeparator: \.isWhitespace)
      return words.first == "lock:" && words.contains("OFDLCK") && words.contains("WRITE")
    }
  }
}
