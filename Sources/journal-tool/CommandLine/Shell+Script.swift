extension Shell {
  /// The completion script of a tool, made of the description that parsing and help read.
  func script(for root: Command) -> String {
    switch self {
    case .bash: BashCompletion.script(for: root)
    case .zsh: ""
    case .fish: ""
    }
  }
}
