import RegistryEvents

/// A member of a JSON result: a value at hand, or one that is written while it is made.
enum JSONMember {
  /// Takes the next element of an array; throws `SystemError`.
  typealias ElementSink = (CanonicalValue) throws -> Void

  /// A value at hand.
  case value(CanonicalValue)
  /// An array whose elements are made one after the other, so that a register of any size needs the memory of one.
  case elements((ElementSink) throws -> Void)
  /// An object with members of its own.
  case object([String: JSONMember])
}
