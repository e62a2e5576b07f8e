internal import Synchronization

/// The keys that the lines of a journal offer for enrolment, entitled or not, each found by the protected header of its signatures.
///
/// Shared by all cores: a key is named by its own hash, so whoever finds one that a later line offers has found the same key.
/// An RSA key has one thumbprint (RFC 7638) and two headers, one for each of its algorithms.
final class OfferedKeys: Sendable {
  /// A key and the header of its signatures.
  final class Signer: Sendable {
    let key: PublicKey
    let header: ProtectedHeader

    init(_ key: PublicKey) {
      self.key = key
      header = ProtectedHeader(key)
    }
  }

  /// A part of the keys, by the keyed hash of the header, so that nobody can make them meet.
  private final class Shelf: Sendable {
    let signers = Mutex<[Int: [Signer]]>([:])
  }

  /// Several, so that cores seldom wait for each other.
  private let shelves = (0..<16).map { _ in Shelf() }
  /// Where keys are looked for that are not among these.
  private let others: OfferedKeys?

  /// No keys of their own, beside others.
  init(beside others: OfferedKeys? = nil) { self.others = others }

  /// Takes keys in; those that are known stay as they are.
  func insert(_ keys: [PublicKey]) {
    for key in keys {
      let signer = Signer(key)
      let hash = signer.header.encoded.withUnsafeBytes(OfferedKeys.hash)
      shelf(hash).signers.withLock { signers in
        if signers[hash]?.contains(where: { $0.key == key }) ?? false { return }
        signers[hash, default: []].append(signer)
      }
    }
  }

  /// The key whose signatures have a header; `nil` for a key that is not known, and for what is no header.
  func signer(header: UnsafeRawBufferPointer) -> Signer? {
    let hash = OfferedKeys.hash(header)
    let named = shelf(hash).signers.withLock { $0[hash] }
    let signer = named?.first { signer in signer.header.encoded.withUnsafeBytes { $0.elementsEqual(header) } }
    return signer ?? others?.signer(header: header)
  }

  private func shelf(_ hash: Int) -> Shelf { shelves[hash & (shelves.count - 1)] }

  private static func hash(_ header: UnsafeRawBufferPointer) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: header)
    return hasher.finalize()
  }
}
