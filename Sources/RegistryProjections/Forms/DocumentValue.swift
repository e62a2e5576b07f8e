public import RegistryEvents

/// What stands in a field of a document.
public struct DocumentValue: Sendable, Hashable {
  /// A piece of it.
  public enum Part: Sendable, Hashable {
    /// Text as it was recorded: whoever shows it must make it harmless.
    case text(String)
    /// A personal value that is not shown, by the digest that stands in its place (format §8).
    case withheld(digest: String)
  }

  /// The pieces in their order; empty where the journal has nothing for the field.
  public let parts: [Part]

  /// A value of its pieces.
  public init(_ parts: [Part]) { self.parts = parts }

  /// Text as it was recorded.
  public init(_ text: String) { parts = [.text(text)] }

  /// Text that may be missing.
  public init(_ text: String?) { parts = text.map { [.text($0)] } ?? [] }

  /// Personal values, withheld where only their digest is recorded.
  public init(_ values: Personal?...) {
    parts = values.compactMap(\.self).map { value in
      switch value {
      case .shown(let text): return .text(text)
      case .committed(let digest): return .withheld(digest: digest)
      }
    }
  }
}
