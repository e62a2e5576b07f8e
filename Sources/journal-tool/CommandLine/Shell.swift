/// The shells that a completion script can be made for.
enum Shell: String, Sendable, CaseIterable {
  case bash
  case zsh
  case fish

  /// `--generate-completion-script <shell>`, which the root understands.
  static let option = Option(
    "generate-completion-script", value: "shell", help: "Print a shell's completion script.",
    kind: .oneOf(allCases.map(\.rawValue)), occurrence: .one)

  /// A command that has only that option, so that it is read like any other.
  static let command = Command(
    "completion", abstract: "Print a shell's completion script.", options: [option], run: { _, _ in .success })
}
