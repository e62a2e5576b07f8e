internal import CLibcrypto

/// What every caller of libcrypto shares.
enum Libcrypto {
  /// The error of a call that failed, with libcrypto's own queue of errors emptied: the queue belongs to the thread, and what is
  /// left in it would be blamed on a later call. Its texts go nowhere, since they may quote the input.
  static func failure(_ what: String) -> RegistryError { failure(.cryptographyFailed, what) }

  /// The same with another code.
  static func failure(_ code: ErrorCode, _ what: String) -> RegistryError {
    ERR_clear_error()
    return RegistryError(code, detail: what)
  }
}
