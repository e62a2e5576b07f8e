extension JournalWalk {
  /// Why what was verified before cannot be gone on from.
  enum Unresumable: Error {
    /// The journal is not the one that was verified.
    case journal(RegistryError)
    /// Reading it failed.
    case reading(RegistryError)
  }

  /// The state before the first line of a record's window, with the keys read again from the lines that the record names.
  ///
  /// Bytes that are read are compared with the record: the control lines, and with `rereading` every line before the window.
  func resumed(
    from record: VerificationRecord, _ reader: JournalReader, rereading: Bool
  ) throws(Unresumable) -> State {
    var state = initialState
    guard record.window.lines > 0 else { return state }
    do throws(RegistryError) {
      if rereading { try state.rehash(record, reader) }
    } catch {
      throw error.code == .checkpointContradicted ? .journal(error) : .reading(error)
    }
    let scanner = LineScanner(catalogue: catalogue)
    for control in record.controls where control.seq < record.window.lines {
      let bytes: [UInt8]?
      do throws(RegistryError) { bytes = try reader.line(at: control.offset) } catch { throw .reading(error) }
      let block = bytes.map { Block(RawBlock(bytes: $0, fileOffset: control.offset), scanner: scanner, hashing: true) }
      guard let block, block.lines.count == 1, block.lines[0].leaf == control.leaf else {
        throw .journal(record.contradiction("line \(control.seq)"))
      }
      do throws(RegistryError) { try state.learn(block, at: control.seq) } catch { throw .journal(error) }
    }
    state.resume(from: record)
    return state
  }
}

extension VerificationRecord {
  /// The finding that the journal is not the one that was verified.
  func contradiction(_ what: String) -> RegistryError {
    RegistryError(
      .checkpointContradicted, at: Place(seq: size), detail: "\(what) is not what was verified before")
  }
}

extension JournalWalk.State {
  /// Follows a control line out of its place, as it was judged before.
  fileprivate mutating func learn(_ block: Block, at seq: UInt64) throws(RegistryError) {
    let line = Line(block: block, index: 0)
    if seq == 0 { try open(line) }
    collectKeys(block)
    let checked = CheckedBlock(block, from: seq, keys: offered, scope: .controlActs)
    _ = try judge.judge(line, checked.checks.first ?? [], seq: seq)
  }

  /// Hashes the lines before a record's window again, and compares their tree with the one that was verified.
  fileprivate mutating func rehash(_ record: VerificationRecord, _ reader: JournalReader) throws(RegistryError) {
    var reader = try reader.again()
    var tree = MerkleFrontier()
    var end: UInt64 = 0
    while tree.size < record.window.lines, let block = try reader.nextBlock() {
      block.forEachLine { line, start in
        tree.append(hasher.leafHash(line), with: hasher)
        end = start + UInt64(line.count) + 1
        keepRoot(of: tree, endingAt: end)
        return tree.size < record.window.lines
      }
    }
    guard tree == record.window.tree, end == record.window.bytes else {
      throw record.contradiction("a line up to \(record.window.lines - 1)")
    }
  }
}

extension JournalReader {
  /// The bytes of the line that begins at an offset, with its LF; `nil` where none ends within the format's limit.
  func line(at offset: UInt64) throws(RegistryError) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: LineScanner.longestLine + 1)
    var count = 0
    while count < bytes.count {
      let read = try bytes.withUnsafeMutableBufferPointer { buffer throws(RegistryError) in
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[count...])
        return try SystemCalls.read(file, at: offset + UInt64(count), into: UnsafeMutableRawBufferPointer(rest))
      }
      if let feed = bytes[count..<(count + read)].firstIndex(of: 0x0A) { return Array(bytes[...feed]) }
      if read == 0 { return nil }
      count += read
    }
    return nil
  }
}
