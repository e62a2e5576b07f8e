/// An act on its way into a journal, with what needs no history known: whether its signatures fit. Made by ``JournalWriter/prepare(_:)``.
///
/// It is found out before the writer's turn comes, so that threads wait for each other no longer than linking and judging take. That they
/// fit is a matter of the act's bytes and of keys that are named by their own hash, so it holds for whichever journal takes the act in.
public struct PreparedAct: Sendable {
  let signed: SignedAct
  /// One for each signature; `nil` where they must be checked against the line itself, with the keys then known.
  private let checks: [SignatureCheck]?

  /// How many acts one core takes at a time: so much work that handing it over costs little beside it.
  private static let share = 16

  private init(_ signed: SignedAct, keys: OfferedKeys, verifier: JWSVerifier) {
    self.signed = signed
    if let makers = signed.makers {
      checks = makers.map { SignatureCheck(madeBy: $0) }
    } else if signed.act.count <= LineScanner.longestAct, signed.signatures.count <= LineScanner.mostSignatures {
      let found = signed.signatures.map { signature in
        Array(signature.protected.utf8).withUnsafeBytes { header in
          Array(signature.signature.utf8).withUnsafeBytes { text in
            signed.act.withUnsafeBytes { SignatureCheck(header, text, act: $0, verifier: verifier, keys: keys) }
          }
        }
      }
      checks = found.contains { $0.outcome == .keyUnseen } ? nil : found
    } else {
      checks = nil
    }
  }

  /// Prepares acts, on all cores where there are many signatures to check.
  static func all(_ acts: [SignedAct], keys: OfferedKeys) -> [PreparedAct] {
    @Sendable func prepare(_ share: ArraySlice<SignedAct>) -> [PreparedAct] {
      let verifier = JWSVerifier()
      return share.map { PreparedAct($0, keys: keys, verifier: verifier) }
    }
    guard acts.count > PreparedAct.share, acts.contains(where: { $0.makers == nil }) else { return prepare(acts[...]) }
    var prepared: [PreparedAct] = []
    var preparing = Pipeline<[PreparedAct]>()
    for start in stride(from: 0, to: acts.count, by: PreparedAct.share) {
      if !preparing.hasRoom, let share = preparing.next() { prepared += share }
      preparing.start { prepare(acts[start..<min(start + PreparedAct.share, acts.count)]) }
    }
    while let share = preparing.next() { prepared += share }
    return prepared
  }

  /// The checks of the signatures in the act's line.
  ///
  /// Those made before hold for the line if its act has the very bytes that were checked. It begins with them, so an equal
  /// count says so; and a line whose signatures are other texts than the ones checked has escapes in it and is refused.
  func checks(of line: Line, verifier: JWSVerifier, keys: OfferedKeys) -> [SignatureCheck] {
    if let checks, line.layout.act.range.count == signed.act.count { return checks }
    return line.block.withLine(line.layout) {
      SignatureCheck.all($0, line.layout, verifier: verifier, keys: keys)
    }
  }
}
