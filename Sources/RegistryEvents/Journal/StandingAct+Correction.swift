extension StandingAct {
  /// The act with another value at a place of its `what` (`act.corrected`, format §5): what counts from then on. The line, its hash and
  /// the verdicts stay those of the act as it was signed.
  ///
  /// - Throws: `correction-impossible` where there is no such place, or the act would not be as its type says.
  package func corrected(
    by correction: ActCorrected, catalogue: ActCatalogue = .standard
  ) throws(RegistryError) -> StandingAct {
    let path = correction.member.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard let what = act.what.replacing(path[...], with: correction.value) else { throw impossible(correction) }
    let line = act.line
    var bytes = line.bytes
    bytes.replaceSubrange(line.layout.what.range, with: CanonicalWriter.bytes(of: what))
    let raw = RawBlock(bytes: bytes + [0x0A], fileOffset: line.fileOffset, firstSeq: line.block.firstSeq)
    let block = Block(raw, scanner: LineScanner(catalogue: catalogue), hashing: false)
    guard block.lines.count == 1, block.lines[0].refusal == nil else { throw impossible(correction) }
    let corrected = Line(block: block, index: 0)
    guard corrected.act.whatProblem == nil else { throw impossible(correction) }
    return StandingAct(corrected, leafHash: leafHash, judgement: judgement)
  }

  private func impossible(_ correction: ActCorrected) -> RegistryError {
    RegistryError(
      .correctionImpossible, at: Place(seq: seq, fileOffset: act.line.fileOffset), detail: correction.member)
  }
}

extension CanonicalValue {
  /// The value with another at a path of names and indices; `nil` where the path leads to nothing.
  func replacing(_ path: ArraySlice<String>, with value: CanonicalValue) -> CanonicalValue? {
    guard let first = path.first else { return value }
    switch self {
    case .object(var members):
      guard let member = members[first]?.replacing(path.dropFirst(), with: value) else { return nil }
      members[first] = member
      return .object(members)
    case .array(var elements):
      guard let index = Int(first), elements.indices.contains(index),
        let element = elements[index].replacing(path.dropFirst(), with: value)
      else { return nil }
      elements[index] = element
      return .array(elements)
    case .null, .bool, .integer, .string: return nil
    }
  }
}
