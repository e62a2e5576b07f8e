import Foundation
import Testing

@testable import RegistryEvents

@Suite("Signatures of acts")
struct CryptoJWSTests {
  private struct Vectors: Decodable {
    var thumbprints: [String: String]
    var privateSeedOfRoot: String
  }

  private struct Line {
    var act: [UInt8]
    var signatures: [(protected: String, signature: String)]
    var jwks: [CanonicalValue]
  }

  /// The act's bytes, the signatures and the keys of each line, found with Foundation and by position: `act` comes first in a
  /// line, `prev` after it.
  private static func lines() throws -> [Line] {
    try CryptoFixture.bytes("vectors/five-lines.jsonl").split(separator: 0x0A).map { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      let json = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
      let end = try #require(text.range(of: ",\"prev\":"))
      let act = text[..<end.lowerBound].dropFirst("{\"act\":".count)
      let what = (json["act"] as? [String: Any])?["what"] as? [String: Any]
      let keys = (what?["keys"] as? [[String: Any]] ?? []) + (what.map { [$0] } ?? [])
      let signatures = try #require(json["signatures"] as? [[String: String]])
      return Line(
        act: Array(act.utf8),
        signatures: try signatures.map { (try #require($0["protected"]), try #require($0["signature"])) },
        jwks: keys.compactMap { $0["jwk"] as? [String: String] }.map { .object($0.mapValues { .string($0) }) })
    }
  }

  @Test("the five lines' signatures verify, by the keys that the lines enrol, and none of another act")
  func fiveLines() throws {
    let lines = try CryptoJWSTests.lines()
    let keys = try lines.flatMap(\.jwks).map { try PublicKey(jwk: $0) }
    let vectors = try CryptoFixture.json("vectors/five-lines.json", as: Vectors.self)
    #expect(Set(keys.map(\.thumbprint)) == Set(vectors.thumbprints.values))
    let verifier = JWSVerifier()
    var count = 0
    for line in lines {
      for (protected, signature) in line.signatures {
        let header = try ProtectedHeader(encoded: protected.utf8)
        let key = try #require(keys.first { $0.thumbprint == header.kid })
        #expect(header == ProtectedHeader(key))
        #expect(verifier.verify(signature.utf8, header: header, act: line.act, key: key))
        #expect(!verifier.verify(signature.utf8, header: header, act: line.act.dropLast(), key: key))
        #expect(!verifier.verify((signature + "A").utf8, header: header, act: line.act, key: key))
        #expect(!verifier.verify((signature + "=").utf8, header: header, act: line.act, key: key))
        #expect(!verifier.verify("".utf8, header: header, act: line.act, key: key))
        #expect(!verifier.verify(String(repeating: "A", count: 5000).utf8, header: header, act: line.act, key: key))
        for other in keys where other != key {
          #expect(!verifier.verify(signature.utf8, header: header, act: line.act, key: other))
        }
        count += 1
      }
    }
    #expect(count == 8 && keys.count == 3)
  }

  @Test("the root key signs line 0 again to the same bytes")
  func signedAgain() throws {
    let vectors = try CryptoFixture.json("vectors/five-lines.json", as: Vectors.self)
    let line = try CryptoJWSTests.lines()[0]
    let seed = SecretBytes(copying: try CryptoFixture.hex(vectors.privateSeedOfRoot))
    let jws = try DetachedJWS.sign(line.act, with: PrivateKey(ed25519Seed: seed))
    #expect(jws.protected == line.signatures[0].protected)
    #expect(jws.signature == line.signatures[0].signature)
    #expect(jws.canonicalValue == ["protected": .string(jws.protected), "signature": .string(jws.signature)])
  }

  @Test("what a key signs its public half verifies, an act of any length", arguments: SignatureAlgorithm.allCases)
  func roundTrips(algorithm: SignatureAlgorithm) throws {
    let key = try PrivateKey.generate(algorithm, rsaBitCount: 2048)
    let header = ProtectedHeader(key.publicKey)
    let verifier = JWSVerifier()
    for count in [0, 1, 2, 3, 700, 49_152] {
      let act = [UInt8](repeating: 0x7B, count: count)
      let jws = try DetachedJWS.sign(act, with: key)
      #expect(Array(jws.protected.utf8) == header.encoded)
      #expect(verifier.verify(jws.signature.utf8, header: header, act: act, key: key.publicKey))
      #expect(!verifier.verify(jws.signature.utf8, header: header, act: act + [0x7D], key: key.publicKey))
    }
  }

  @Test("a header that names another algorithm than the key's makes the signature invalid")
  func otherAlgorithm() throws {
    let pem = try CryptoFixture.secret("keys/rsa2048.pem")
    let (rs256, ps256) = (try PrivateKey(pem: pem), try PrivateKey(pem: pem, rsa: .ps256))
    let jws = try DetachedJWS.sign("{}".utf8, with: rs256)
    let header = ProtectedHeader(rs256.publicKey)
    #expect(JWSVerifier().verify(jws.signature.utf8, header: header, act: "{}".utf8, key: rs256.publicKey))
    // What PS256 signed under a header that says RS256 would pass if the header were only hashed.
    let input = String(decoding: header.encoded, as: UTF8.self) + "." + Base64.url.encode("{}".utf8)
    let crossed = Base64.url.encode(try ps256.sign(input.utf8))
    #expect(!JWSVerifier().verify(crossed.utf8, header: header, act: "{}".utf8, key: ps256.publicKey))
  }

  @Test("a header of an algorithm not yet known is read, and its algorithm is open")
  func unknownAlgorithm() throws {
    let json = "{\"alg\":\"ML-DSA-44\",\"kid\":\"k\",\"typ\":\"registry-act+jws\"}"
    let header = try ProtectedHeader(encoded: Base64.url.encode(json.utf8).utf8)
    #expect(header.algorithmName == "ML-DSA-44" && header.kid == "k" && header.algorithm == nil)
  }

  @Test(
    "a header that is not the three members in canonical form is invalid",
    arguments: [
      "", "{}", "{\"alg\":\"Ed25519\",\"kid\":\"k\"}", "{\"alg\":\"Ed25519\",\"kid\":\"k\",\"typ\":\"JWT\"}",
      "{\"alg\":\"Ed25519\",\"kid\":\"\",\"typ\":\"registry-act+jws\"}",
      "{\"alg\":\"\",\"kid\":\"k\",\"typ\":\"registry-act+jws\"}",
      "{\"kid\":\"k\",\"alg\":\"Ed25519\",\"typ\":\"registry-act+jws\"}",
      "{\"alg\": \"Ed25519\",\"kid\":\"k\",\"typ\":\"registry-act+jws\"}",
      "{\"alg\":\"Ed25519\",\"kid\":\"k\",\"typ\":\"registry-act+jws\"}\n",
      " {\"alg\":\"Ed25519\",\"kid\":\"k\",\"typ\":\"registry-act+jws\"}",
      "{\"alg\":\"Ed25519\",\"crit\":[],\"kid\":\"k\",\"typ\":\"registry-act+jws\"}",
      "{\"alg\":\"Ed25519\",\"kid\":\"k\",\"typ\":\"registry-act+jws\",\"x\":1}",
      "{\"alg\":\"Ed25519\",\"kid\":\"k\",\"typ\":\"registry-act+jws\"",
      "{\"alg\":\"Ed2551\\u0039\",\"kid\":\"k\",\"typ\":\"registry-act+jws\"}",
      "{\"alg\":\"Ed25519\",\"kid\":\"қ\",\"typ\":\"registry-act+jws\"}",
      "{\"alg\":\"Ed25519\",\"kid\":\"k\",\"typ\":\"registry-act+jws\"}{}",
      "{\"alg\":\"Ed25519\",\"kid\":\"\u{7F}\",\"typ\":\"registry-act+jws\"}",
    ])
  func refused(json: String) {
    #expect(code { _ = try ProtectedHeader(encoded: Base64.url.encode(json.utf8).utf8) } == .headerInvalid)
  }

  @Test("every change of a header's character is another header or none")
  func mangled() throws {
    let header = ProtectedHeader(try PublicKey(pem: CryptoFixture.bytes("keys/ed25519.pub.pem")))
    #expect(try ProtectedHeader(encoded: header.encoded) == header)
    for index in header.encoded.indices {
      for byte in UInt8.min...UInt8.max where byte != header.encoded[index] {
        var changed = header.encoded
        changed[index] = byte
        if let other = try? ProtectedHeader(encoded: changed) { #expect(other != header) }
      }
      #expect(code { _ = try ProtectedHeader(encoded: header.encoded.prefix(index)) } == .headerInvalid)
    }
    #expect(code { _ = try ProtectedHeader(encoded: [UInt8](repeating: 0x41, count: 100_000)) } == .headerInvalid)
  }
}
