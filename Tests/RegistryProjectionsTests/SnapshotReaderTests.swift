import TestSupport
import Testing

@testable import RegistryEvents
@testable import RegistryProjections

@Suite("Reading what a snapshot's writer wrote")
struct SnapshotReaderTests {
  /// A part of what is written, and how it is read again.
  enum Part: Equatable {
    case number(Int64)
    case text(String)
    case bytes([UInt8])
    case words([UInt64])
    case halves([Int32])
    case records([[Int32]])

    static func random(_ dice: inout Dice) -> Part {
      // Around the size of the window, far below and far above it.
      let count = [0, 1, 7, 100, 8190, 8192, 8194, 16_383, 16_385, 40_000].randomElement(using: &dice) ?? 0
      func numbers<Number: FixedWidthInteger>() -> [Number] {
        (0..<count).map { _ in Number.random(in: .min ... .max, using: &dice) }
      }
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: return .number(.random(in: .min ... .max, using: &dice))
      case 1: return .text(String(repeating: "ш", count: count % 100))
      case 2: return .bytes(numbers())
      case 3: return .words(numbers())
      case 4: return .halves(numbers())
      default: return .records((0..<count).map { [Int32($0), -1, .random(in: .min ... .max, using: &dice)] })
      }
    }

    func write(to writer: inout SnapshotWriter) {
      switch self {
      case .number(let number): writer.write(number)
      case .text(let text): writer.write(text)
      case .bytes(let bytes): writer.write(bytes)
      case .words(let words): writer.write(numbers: words)
      case .halves(let halves): writer.write(numbers: halves)
      case .records(let records): writer.write(records: records) { $0 }
      }
    }

    /// What a reader gives where this part was written.
    func read(from reader: inout SnapshotReader) throws(SnapshotError) -> Part {
      switch self {
      case .number: return .number(try reader.number())
      case .text: return .text(try reader.text())
      case .bytes: return .bytes(try reader.bytes())
      case .words: return .words(try reader.numbers())
      case .halves: return .halves(try reader.numbers())
      case .records:
        var records: [[Int32]] = []
        try reader.records(of: 3, Int32.self) {
          records.reserve(forMoreThan: $0)
        } _: {
          records.append([$0[0], $0[1], $0[2]])
        }
        return .records(records)
      }
    }
  }

  static func written(_ parts: [Part]) -> [UInt8] {
    var writer = SnapshotWriter()
    for part in parts { part.write(to: &writer) }
    return writer.bytes
  }

  @Test(
    "It comes back as it was written, however little each read gives, with the digest of all bytes", arguments: 1...12)
  func alike(seed: Int) throws {
    var dice = Dice(seed)
    let parts = (0..<12).map { _ in Part.random(&dice) }
    let bytes = Self.written(parts)
    let most = [1 << 20, 65_536, 1000, 31].randomElement(using: &dice) ?? 1
    let source = SnapshotSource(size: bytes.count) { place, buffer in
      let some = bytes.dropFirst(place).prefix(min(most, buffer.count))
      buffer.copyBytes(from: some)
      return some.count
    }
    var reader = SnapshotReader(source, in: 0..<bytes.count)
    for part in parts { #expect(try part.read(from: &reader) == part) }
    #expect(reader.isAtEnd)
    #expect(try reader.finish() == Digest.sha256(of: bytes))
  }

  @Test("The digest is that of all bytes also where not all were taken")
  func finished() throws {
    var dice = Dice(5)
    let bytes = Self.written((0..<9).map { _ in Part.random(&dice) } + [.words(Array(repeating: 7, count: 30_000))])
    var reader = SnapshotReader(bytes)
    _ = try reader.number(Int64.self)
    #expect(try reader.finish() == Digest.sha256(of: bytes))
    #expect(reader.isAtEnd)
  }

  @Test("What ends early or claims to be longer than what is left is malformed")
  func cut() throws {
    let part = Part.records((0..<50).map { [$0, $0, $0] })
    let bytes = Self.written([part])
    for end in 0..<bytes.count {
      var reader = SnapshotReader(Array(bytes[..<end]))
      #expect(throws: SnapshotError.malformed) { try part.read(from: &reader) }
    }
    for count in [Int64.min, -1, 1 << 61, .max] {
      for part in [Part.bytes([]), .words([]), .records([]), .text("")] {
        var reader = SnapshotReader(Self.written([.number(count), .number(0)]))
        #expect(throws: SnapshotError.malformed) { try part.read(from: &reader) }
      }
    }
  }

  @Test("A source that refuses, or has fewer bytes than it said, is unreadable", arguments: [0, 10, 70_000, 300_000])
  func unreadable(place: Int) {
    let part = Part.words(Array(repeating: 1, count: 50_000))
    let bytes = Self.written([part])
    for answer in [nil, 0] as [Int?] {
      let source = SnapshotSource(size: bytes.count) { start, buffer in
        guard start < place else { return answer }
        let some = bytes[start..<place].prefix(buffer.count)
        buffer.copyBytes(from: some)
        return some.count
      }
      var reader = SnapshotReader(source, in: 0..<bytes.count)
      #expect(throws: SnapshotError.unreadable) { try part.read(from: &reader) }
      var finishing = SnapshotReader(source, in: 0..<bytes.count)
      #expect(throws: SnapshotError.unreadable) { try finishing.finish() }
    }
  }
}
