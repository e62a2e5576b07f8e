@testable import RegistryEvents

/// Makes random values that a schema allows.
struct SchemaSampler {
  var random: SeededRandom
  /// Whether every member that may be left out is there and every array has an element.
  let isFull: Bool

  init(seed: UInt64, isFull: Bool = false) {
    random = SeededRandom(seed)
    self.isFull = isFull
  }

  mutating func value(of schema: Schema) -> CanonicalValue {
    switch schema {
    case .any: return ["any": [1, nil, true]]
    case .boolean: return .bool(.random(using: &random))
    case .integer(let bounds):
      return .integer([bounds.lowerBound, bounds.upperBound, .random(in: bounds, using: &random)].any(&random))
    case .word(let words): return .string(words.any(&random))
    case .string(let format): return .string(text(of: format))
    case .array(let element, let counts):
      let least = isFull ? max(1, counts.lowerBound) : counts.lowerBound
      let count = Int.random(in: least...max(least, min(counts.upperBound, 3)), using: &random)
      return .array((0..<count).map { _ in value(of: element) })
    case .object(let members): return .object(object(members))
    case .open(let members):
      var object = object(members)
      if isFull || .random(using: &random) { object["zzAnother"] = ["kept": "as it is"] }
      return .object(object)
    case .personal(let schema):
      return .random(using: &random) ? value(of: schema) : value(of: Personal.commitmentSchema)
    case .either(let choices): return value(of: choices.any(&random))
    }
  }

  private mutating func object(_ members: [Schema.Member]) -> [String: CanonicalValue] {
    var object: [String: CanonicalValue] = [:]
    for member in members where member.isRequired || isFull || .random(using: &random) {
      object[member.name] = value(of: member.schema)
    }
    return object
  }

  private mutating func text(of format: StringFormat) -> String {
    switch format {
    case .text(let lengths): return text(lengths)
    case .instant:
      return Instant(
        clamping: .random(
          in: Instant.earliest.secondsSinceEpoch...Instant.latest.secondsSinceEpoch, using: &random)
      ).description
    case .date: return LocalDate(daysSinceEpoch: .random(in: 10_957...2_932_896, using: &random)).description
    case .decimal:
      let whole = String(UInt64.random(in: 1..<1_000_000_000_000_000, using: &random)).prefix(
        .random(in: 1...15, using: &random))
      let fraction = "." + digits(.random(in: 0...8, using: &random)) + "5"
      return ["0", "0\(fraction)", "-0\(fraction)", "\(whole)", "-\(whole)\(fraction)"].any(&random)
    case .uuid:
      return UUIDv7(milliseconds: .random(in: 0..<(1 << 48), using: &random), random: (random.next(), random.next()))
        .description
    case .sha256: return Digest.sha256(of: Array("\(random.next())".utf8)).description
    case .thumbprint: return Base64.url.encode(bytes(32))
    case .caseNumber: return "K" + String(characters("abcXYZ019._/-", .random(in: 0...63, using: &random)))
    case .actType: return "a" + characters("bcDE3", 3) + ".z" + characters("yxWV9", 4)
    case .origin: return "a" + characters("b0.-", 5) + "/" + characters("aZ._-", 4)
    case .role: return "r" + characters("olE1", .random(in: 0...63, using: &random))
    case .base64url(let longest): return Base64.url.encode(bytes(.random(in: 1...(longest / 4), using: &random)))
    }
  }

  /// Text of all kinds of characters that is not longer, in bytes, than it may be.
  private mutating func text(_ lengths: ClosedRange<Int>) -> String {
    let pieces = ["a", "Z", "7", " ", "\"", "\\", "\n", "\u{1}", "ы", "қ", "Ә", "€", "😀", "e\u{301}", "\u{7f}", "/"]
    var text = ""
    let wanted = Int.random(in: lengths.lowerBound...min(lengths.upperBound, lengths.lowerBound + 40), using: &random)
    while text.utf8.count < wanted {
      let piece = pieces.any(&random)
      text += text.utf8.count + piece.utf8.count <= lengths.upperBound ? piece : "x"
    }
    return text
  }

  private mutating func characters(_ from: String, _ count: Int) -> String {
    let choices = Array(from)
    return String((0..<count).map { _ in choices.any(&random) })
  }

  private mutating func digits(_ count: Int) -> String { characters("0123456789", count) }

  private mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in .random(in: 0...255, using: &random) } }
}

extension Array {
  /// One of the elements; there is one.
  fileprivate func any(_ random: inout SeededRandom) -> Element { self[Int.random(in: indices, using: &random)] }
}
