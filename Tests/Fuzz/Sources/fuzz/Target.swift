@testable import RegistryEvents

/// What is fuzzed: a reader of bytes from outside, with what must hold of whatever it takes.
enum Target: String, CaseIterable {
  /// The lines of a journal, with chain, signatures and standing.
  case journal
  /// Canonical JSON, against the plain parser.
  case json
  /// The protected header of a signature, and acts that were signed elsewhere.
  case jws
  /// Signed notes, checkpoints, verifier keys, policies and requests of witnesses.
  case note
  /// Proofs of an act.
  case proof
  /// Keys as PEM, JWK and SubjectPublicKeyInfo.
  case key
  /// Tiles of lines.
  case tile

  func run(_ bytes: [UInt8]) {
    switch self {
    case .journal: FuzzJournal.run(bytes)
    case .json: FuzzJSON.run(bytes)
    case .jws: FuzzJWS.run(bytes)
    case .note: FuzzNote.run(bytes)
    case .proof: FuzzProof.run(bytes)
    case .key: FuzzKey.run(bytes)
    case .tile: FuzzTile.run(bytes)
    }
  }
}

/// Ends the process where something does not hold, so that libFuzzer keeps the input.
func demand(_ condition: Bool, _ what: String) {
  if !condition { fatalError(what) }
}
