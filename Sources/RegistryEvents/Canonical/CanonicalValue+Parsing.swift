extension CanonicalValue {
  /// Reads canonical JSON (format §2) and nothing else: the bytes must be what the writer would write.
  ///
  /// - Throws: a ``RegistryError`` whose place holds the offset of the first byte concerned.
  public init(canonical bytes: some Collection<UInt8>) throws(RegistryError) {
    let copy = Array(bytes)
    let result: Result<CanonicalValue, ScanError> = copy.withUnsafeBytes { buffer in
      do throws(ScanError) {
        var scanner = CanonicalScanner(buffer, range: 0..<buffer.count)
        try scanner.value(depth: 1)
        guard scanner.at == scanner.end else { throw scanner.error(.trailingBytes, at: scanner.at) }
        var cursor = CanonicalCursor(buffer, range: 0..<buffer.count)
        return .success(cursor.value())
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let value): self = value
    case .failure(let error): throw RegistryError(error.code, at: Place(offset: error.offset))
    }
  }

  /// Reads JSON as people and programs write it (RFC 8259: white space, members in any order, any escape), within the
  /// same limits of value: what an applicant's system hands in before it is made canonical and signed.
  ///
  /// - Throws: a ``RegistryError`` whose place holds the offset of the first byte concerned.
  public init(json bytes: some Collection<UInt8>) throws(RegistryError) {
    var parser = JSONParser(Array(bytes))
    do {
      self = try parser.document()
    } catch {
      throw RegistryError(error.code, at: Place(offset: error.offset))
    }
  }
}
