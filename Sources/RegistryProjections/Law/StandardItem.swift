/// An item of the list of basic requirements to a public service.
public struct StandardItem: Sendable, Hashable {
  /// Its number in the list.
  public var number: Int
  /// Its official name.
  public var title: OfficialText
  /// What it says; `nil` where duties, documents or grounds of refusal hold it.
  public var text: OfficialText?
}
