import RegistryEvents
@testable import RegistryProjections
import Testing

@Suite("Identifiers")
struct CaseIdentifierTests {
  @Test(
    "numbers that were issued are numbers",
    arguments: [
      "941240000193", "020240000555", "971240001315", "940140000385", "970240000816", "010940000162", "950440001673",
      "980440000757", "230440000105", "230440000117",
    ])
  func issued(text: String) { #expect(IdentificationNumber(text)?.kind == .business) }

  @Test("an ИИН has the first digit of a day in the fifth place")
  func individual() { #expect(IdentificationNumber("061211600012")?.kind == .individual) }

  @Test(
    "what has a wrong check digit, another length or other signs is none",
    arguments: [
      "941240000194", "123456789011", "123456789021", "", "94124000019", "9412400001930", "94124000019A",
      "９４１２４０００１９３", "941240000193 ",
    ])
  func notNumbers(text: String) { #expect(IdentificationNumber(text) == nil) }

  @Test("a number for which both weightings give 10 is not issued, whatever its last digit")
  func unissuable() {
    for digit in 0...9 { #expect(IdentificationNumber("23044000018\(digit)") == nil) }
    #expect(IdentificationNumber.checkDigit(of: [2, 3, 0, 4, 4, 0, 0, 0, 0, 1, 8]) == nil)
  }

  @Test("of eleven digits just one twelfth makes a number, or none")
  func oneCheckDigit() {
    for serial in 0..<2000 {
      let body = "230440" + String(100_000 + serial).dropFirst()
      let count = (0...9).filter { IdentificationNumber(body + String($0)) != nil }.count
      #expect(count <= 1)
    }
  }

  @Test("the fifth digit of a number is 0 to 6")
  func fifthDigit() {
    for digit in 7...9 {
      for last in 0...9 { #expect(IdentificationNumber("2304\(digit)000010\(last)") == nil) }
    }
  }

  @Test("identifiers compare in upper case, and only where they are printable ASCII without spaces")
  func keys() {
    #expect(IdentifierKey("sn-1a") == IdentifierKey("SN-1A"))
    #expect(IdentifierKey("sn-1a")?.text == "SN-1A")
    #expect(IdentifierKey("SN1") != IdentifierKey("SN2"))
    for malformed in ["", "SN 1", "SN\u{410}1", "SN\t1", "SN\u{7F}", "é"] { #expect(IdentifierKey(malformed) == nil) }
    #expect(IdentifierKey("!~")?.text == "!~")
  }
}

@Suite("Ranges of entries")
struct CaseRangeTests {
  @Test(
    "what is named twice counts once, in order, and no further than the register goes",
    arguments: [
      ([], []), ([2...3, 1...2], [1...3]), ([1...1, 2...2], [1...1, 2...2]), ([5...20], [5...9]), ([10...12], []),
      ([1...9, 2...3, 4...4], [1...9]), ([3...9_007_199_254_740_991, 3...3], [3...9]),
    ] as [([ClosedRange<Int64>], [ClosedRange<Int64>])])
  func merged(ranges: [ClosedRange<Int64>], expected: [ClosedRange<Int64>]) {
    #expect(ranges.map { Sample.range($0) }.merged(through: 9) == expected)
  }

  @Test("a range that ends before it begins names nothing")
  func backwards() { #expect([EntryRange(first: 3, last: 1)].merged(through: 9).isEmpty) }
}
