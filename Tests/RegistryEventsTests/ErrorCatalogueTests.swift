import Foundation
import RegistryEvents
import Testing

@Suite("The catalogue of errors")
struct ErrorCatalogueTests {
  /// Codes that are proved by the cases of a table.
  static let inTables = Set(
    (BadLineFormTests.cases + BadLinePlaceTests.cases + BadLineTrustTests.cases).flatMap(\.codes)
      + BadOpeningTests.cases.map(\.code))

  /// Codes that are proved by a test of its own, with the file in which it is.
  static let inTests: [(code: ErrorCode, file: String)] = [
    (.tornTail, "BadOpeningTests"), (.journalEmpty, "BadOpeningTests"), (.openingUnexpected, "BadOpeningTests"),
    (.seenMissing, "StandingTests"), (.formatNewerThanReader, "StandingTests"),
    (.vouchedByRevokedKey, "TrustRevocationTests"), (.journalEnded, "TrustContinuationTests"),
    (.correctionImpossible, "StandingCorrectionTests"),
    (.predecessorMissing, "TrustContinuationTests"), (.predecessorMismatch, "TrustContinuationTests"),
    (.keyUnsupported, "CryptoPublicKeyTests"), (.passphraseNeeded, "CryptoPrivateKeyTests"),
    (.passphraseWrong, "CryptoPrivateKeyTests"), (.cryptographyFailed, "CryptoSignatureTests"),
    (.noteMalformed, "NoteTests"), (.noteUnsigned, "NoteTests"),
    (.checkpointContradicted, "JournalWriterTests"), (.journalBehindCheckpoint, "JournalWriterTests"),
    (.fileMissing, "BadOpeningTests"), (.fileExists, "JournalFailureTests"), (.inputOutput, "JournalFailureTests"),
    (.writerLocked, "JournalWriterTests"), (.fileReplaced, "JournalFailureTests"),
    (.journalTruncated, "JournalFollowerTests"),
    (.fileSystemNotLocal, "JournalFailureTests"), (.headMoved, "JournalWriterTests"),
    (.checkpointMissing, "ProofJournalTests"), (.actMissing, "ProofJournalTests"),
    (.noteKeyUnknown, "CheckpointSigningTests"), (.signerLocked, "CheckpointSigningTests"),
    (.policyMalformed, "CosignaturePolicyTests"), (.quorumMissing, "CosignaturePolicyTests"),
    (.timestampMalformed, "TimestampTests"), (.timestampInvalid, "TimestampTests"),
    (.verifiedFileMalformed, "VerificationRecordTests"), (.verifiedFileStale, "VerificationRecordTests"),
    (.witnessSizeDiffers, "CosignatureWitnessTests"), (.proofMalformed, "ProofTlogTests"),
    (.proofInvalid, "ProofTlogTests"),
    (.idConflict, "JournalWriterTests"), (.typeUnknown, "JournalWriterTests"), (.clockBehind, "JournalWriterTests"),
    (.clockAhead, "JournalWriterTests"), (.journalClosed, "JournalFailureTests"), (.syncFailed, "JournalFailureTests"),
  ]

  /// Codes that other targets raise, and prove in their own tests.
  static let elsewhere: [(code: ErrorCode, file: String)] = [
    (.keyFileMode, "JournalToolTests/CommandKeyTests"),
    (.journalNotClosed, "JournalToolTests/CommandContinuationTests"),
    (.verifiedFileMode, "JournalToolTests/CommandVerifySinceTests"),
    (.registerDigestDiffers, "JournalToolTests/CommandDigestTests"),
    (.actImpossible, "RegistryProjectionsTests/CaseGateTests"),
    (.actNotStanding, "RegistryProjectionsTests/FormDocumentTests"),
    (.actWithoutEffect, "RegistryProjectionsTests/FormDocumentTests"),
    (.editionUnknown, "RegistryProjectionsTests/FormDocumentTests"),
    (.formLanguageLacking, "RegistryProjectionsTests/PoolFormTests"),
    (.csvMalformed, "RegistryProjectionsTests/FormUnitListTests"),
    (.unitListInvalid, "RegistryProjectionsTests/FormUnitListTests"),
  ]

  @Test("every code has a test")
  func complete() {
    let proved = Self.inTables.union(Self.inTests.map(\.code)).union(Self.elsewhere.map(\.code))
    #expect(Set(ErrorCode.allCases).subtracting(proved) == [])
  }

  @Test(
    "a test that is said to prove a code expects it",
    arguments: inTests.map { (code: $0.code, file: "RegistryEventsTests/" + $0.file) } + elsewhere)
  func named(code: ErrorCode, file: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appendingPathComponent("\(file).swift"), encoding: .utf8)
    // By its case, or by its name as the tool prints it.
    let expectation = try Regex("(==|\\bcode:|error:|,|\\[|\\?) *\\.\(code)\\b|\\[\(code.rawValue)\\]")
    #expect(text.contains(expectation), "\(file) does not expect \(code.rawValue)")
  }

  @Test("names are stable in form and say one thing each", arguments: ErrorCode.allCases)
  func form(code: ErrorCode) {
    #expect(code.rawValue.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil)
    for text in [code.meaning, code.remedy] {
      #expect(!text.isEmpty && !text.hasSuffix(".") && text.first?.isUppercase == false)
    }
    #expect(ErrorCode.allCases.filter { $0.meaning == code.meaning } == [code])
  }
}
