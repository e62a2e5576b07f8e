/// Lays a document out as text.
///
/// A document without a table is `opening` and `closing`; between them each row of a table, so that a register of any size
/// passes through.
public protocol DocumentRenderer: Sendable {
  /// All before the first row.
  func opening(_ document: Document) -> String
  /// A row of the table: the cells in the order of the columns.
  func row(_ cells: [DocumentValue], of document: Document) -> String
  /// All after the last row.
  func closing(_ document: Document) -> String
}

extension DocumentRenderer {
  /// A document without a table, whole.
  public func text(of document: Document) -> String { opening(document) + closing(document) }
}
