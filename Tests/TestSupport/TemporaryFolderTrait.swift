public import Testing

/// Gives every test of a suite, and every case of a test with arguments, a scope of ``TemporaryFolder``.
public struct TemporaryFolderTrait: SuiteTrait, TestTrait, TestScoping {
  public var isRecursive: Bool { true }

  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await TemporaryFolder.scope(function)
  }
}

extension Trait where Self == TemporaryFolderTrait {
  /// What the test makes by ``TemporaryFolder`` is removed when it ends.
  public static var temporaryFolder: Self { Self() }
}
