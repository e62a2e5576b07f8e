import Foundation
import Testing

@testable import RegistryEvents

@Suite("Base64 and base64url")
struct CryptoBase64Tests {
  @Test(
    "RFC 4648 §10 has these spellings",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
      ("foobar", "Zm9vYmFy"),
    ])
  func published(plain: String, text: String) {
    let bare = text.filter { $0 != "=" }
    #expect(Base64.standard.encode(plain.utf8) == text)
    #expect(Base64.url.encode(plain.utf8) == bare)
    #expect(Base64.standard.decode(text) == Array(plain.utf8))
    #expect(Base64.url.decode(bare) == Array(plain.utf8))
  }

  @Test("every length comes back, and the spelling is Foundation's")
  func roundTrips() {
    var bytes: [UInt8] = []
    for length in 0..<600 {
      let standard = Data(bytes).base64EncodedString()
      let url = String(standard.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }.filter { $0 != "=" })
      #expect(Base64.standard.encode(bytes) == standard)
      #expect(Base64.url.encode(bytes) == url)
      #expect(Base64.standard.decode(standard) == bytes)
      #expect(Base64.url.decode(url) == bytes)
      bytes.append(UInt8(truncatingIfNeeded: length &* 167 &+ 13))
    }
  }

  @Test("a text longer than a block of the encoder comes back")
  func severalBlocks() {
    let bytes = [UInt8](repeating: 0xFB, count: 2 * (3 << 20) + 1)
    #expect(Base64.url.decode(Base64.url.encode(bytes)) == bytes)
    #expect(Base64.standard.encode(bytes) == Data(bytes).base64EncodedString())
  }

  @Test("of all texts of up to three characters exactly one spells each value")
  func exhaustive() {
    let characters = Array("ABQgwZ019-_+/= \n".utf8) + [0x00, 0xC3]
    var texts: [[UInt8]] = [[]]
    for _ in 0..<3 { texts += texts.flatMap { text in characters.map { text + [$0] } } }
    for text in Set(texts) {
      if let bytes = Base64.url.decode(text) { #expect(Array(Base64.url.encode(bytes).utf8) == text) }
      if let bytes = Base64.standard.decode(text) { #expect(Array(Base64.standard.encode(bytes).utf8) == text) }
    }
    #expect(Set(texts.compactMap { Base64.url.decode($0) }).contains([0x00]))
  }

  @Test("of all 256 bytes in each place of four, and of all pairs of bytes, only the alphabet's are read")
  func everyByte() {
    let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8)
    let (standard, url) = (letters.union("+/".utf8), letters.union("-_".utf8))
    for byte in UInt8.min...UInt8.max {
      for place in 0..<4 {
        var text = Array("AAAA".utf8)
        text[place] = byte
        #expect((Base64.url.decode(text) != nil) == url.contains(byte))
        let padding = byte == UInt8(ascii: "=") && place == 3
        #expect((Base64.standard.decode(text) != nil) == (standard.contains(byte) || padding))
      }
    }
    let pairs = (0...UInt16.max).filter { Base64.url.decode([UInt8($0 >> 8), UInt8($0 & 0xFF)]) != nil }
    #expect(pairs.count == 256)
  }

  @Test(
    "another spelling is refused",
    arguments: [
      "Zh==", "Zm9=", "Zg", "Zg=", "Zg===", "Zm9v=", "Z", "Zm9v\n", " Zm9v", "Zm-v", "Zm_v", "Zm9vA", "====",
      "Zg==Zg==",
    ])
  func standardRefused(text: String) { #expect(Base64.standard.decode(text) == nil) }

  @Test(
    "another spelling is refused by the URL alphabet",
    arguments: ["Zg==", "Zh", "Zm9", "Z", "Zm+v", "Zm/v", "Zm9v=", "Zm9v ", "Zm9vA"])
  func urlRefused(text: String) { #expect(Base64.url.decode(text) == nil) }

  @Test("a target that is too small is an error, not a trap")
  func smallTarget() {
    var target = [UInt8](repeating: 0, count: 2)
    var count = 0
    let text = Array("Zm9v".utf8)
    let decoded = target.withUnsafeMutableBytes { target in
      text.withUnsafeBytes { Base64.url.decode($0, into: target, count: &count) }
    }
    #expect(!decoded)
  }

  @Test(
    "of all 256 bytes in each place, base64url is read by words as Foundation reads it",
    arguments: [2, 3, 7, 8, 9, 10, 11, 14, 15, 16, 17, 22])
  func everyPlace(length: Int) throws {
    // What Foundation reads, if it writes it the same: the slow twin.
    func slow(_ text: [UInt8]) -> [UInt8]? {
      let standard = text.map {
        $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0
      }
      guard !text.contains(UInt8(ascii: "+")), !text.contains(UInt8(ascii: "/")), !text.contains(UInt8(ascii: "="))
      else {
        return nil
      }
      let padded = standard + [UInt8](repeating: UInt8(ascii: "="), count: (4 - text.count % 4) % 4)
      guard let bytes = Data(base64Encoded: Data(padded)), Array(bytes.base64EncodedData()) == padded else {
        return nil
      }
      return Array(bytes)
    }
    let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 89 &+ 201) }
    let spelled = Array(Base64.url.encode(bytes).utf8.prefix(length))
    var read = 0
    for place in spelled.indices {
      for byte in UInt8.min...UInt8.max {
        var text = spelled
        text[place] = byte
        let expected = slow(text)
        if Base64.url.decode(text) != expected { Issue.record("\(text)") }
        read += expected == nil ? 0 : 1
      }
    }
    // Unused bits leave one in 4 or 16 of the last characters; a length of 1 more than a multiple of four spells nothing.
    #expect(length % 4 == 1 ? read == 0 : read > 0)
  }

  @Test("random bytes come in the number asked for and differ")
  func random() throws {
    #expect(try SystemRandom.bytes(count: 0).isEmpty)
    #expect(try SystemRandom.bytes(count: -1).isEmpty)
    let first = try SystemRandom.bytes(count: 32)
    let second = try SystemRandom.bytes(count: 32)
    #expect(first.count == 32 && first != second)
  }
}
