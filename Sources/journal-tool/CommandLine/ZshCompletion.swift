/// The completion script for zsh: a function a command, each a call of `_arguments`.
struct ZshCompletion {
  /// The tool.
  let root: Command

  /// The script, to be put as `_journal-tool` where zsh's `fpath` leads.
  var script: String {
    let function = name(of: CommandPath(root))
    return """
      #compdef \(root.name)
      # Completion of \(root.name) for zsh: put this file as _\(root.name) in a directory of fpath.

      \(root.allPaths.map(function(for:)).joined(separator: "\n\n"))

      \(function)_help() {
          local -a offered
          case "${words[2,CURRENT-1]}" in
      \(helpArms)
          esac
          _describe topic offered
      }

      if [[ "${funcstack[1]}" == "_\(root.name)" ]]; then
          \(function) "$@"
      else
          compdef \(function) \(root.name)
      fi

      """
  }

  private func function(for path: CommandPath) -> String {
    let command = path.command
    var specifications = command.options.flatMap(specifications) + command.allFlags.flatMap(specifications)
    if path.below.isEmpty { specifications += self.specifications(Shell.option) }
    let arguments = command.arguments.map(specification)
    if command.body != nil {
      return """
        \(name(of: path))() {
            _arguments -s \\
                \((specifications + arguments).map(Shell.quoted).joined(separator: " \\\n        "))
        }
        """
    }
    var words = command.subcommands.map { ($0.name, $0.abstract) }
    if path.below.isEmpty { words.append(("help", "Show the help of a subcommand or topic.")) }
    let arms = words.map { word, _ in "        \(word)) \(name(of: path))_\(Shell.identifier(word)) ;;" }
    return """
      \(name(of: path))() {
          local context state state_descr line
          typeset -A opt_args
          _arguments -C \\
              \((specifications + ["1:subcommand:->subcommand", "*::argument:->argument"])
                .map(Shell.quoted).joined(separator: " \\\n        "))
          case "$state" in
          subcommand)
              local -a offered=(\(entries(words)))
              _describe subcommand offered
              ;;
          argument)
              case "${words[1]}" in
      \(arms.joined(separator: "\n"))
              esac
              ;;
          esac
      }
      """
  }

  /// What may follow `help` and the words after it.
  private var helpArms: String {
    root.allPaths.filter { $0.command.body == nil }.map { path in
      let command = path.command
      let words = command.subcommands.map { ($0.name, $0.abstract) } + command.topics.map { ($0.name, $0.abstract) }
      let pattern = Shell.quoted(path.below.map(\.name).joined(separator: " "))
      return "    \(pattern)) offered=(\(entries(words))) ;;"
    }
    .joined(separator: "\n")
  }

  /// Words and their sentences as `_describe` takes them.
  private func entries(_ words: [(name: String, abstract: String)]) -> String {
    words.map { Shell.quoted("\($0.name):\($0.abstract)") }.joined(separator: " ")
  }

  /// One specification a spelling; unless it repeats, each rules the others out.
  private func specifications(_ option: Option) -> [String] {
    let spellings = option.spellings
    let before = option.occurrence.isRepeating ? "*" : "(\(spellings.joined(separator: " ")))"
    let after = "[\(escaped(option.help))]:\(escaped(option.value)):\(action(option.kind))"
    return spellings.map { before + $0 + ($0.hasPrefix("--") ? "=" : "") + after }
  }

  private func specifications(_ flag: Flag) -> [String] {
    let spellings = flag.spellings
    return spellings.map { "(\(spellings.joined(separator: " ")))\($0)[\(escaped(flag.help))]" }
  }

  private func specification(_ argument: Argument) -> String {
    let place = argument.occurrence.isRepeating ? "*" : argument.occurrence.isRequired ? "" : ":"
    return "\(place):\(escaped(argument.name)):\(action(argument.kind))"
  }

  private func action(_ kind: ValueKind) -> String {
    switch kind {
    case .text: ""
    case .file(let suffixes) where suffixes.isEmpty: "_files"
    case .file(let suffixes): "_files -g \"*.(\(suffixes.joined(separator: "|")))(-.)\""
    case .directory: "_files -/"
    case .oneOf(let words): "(\(words.joined(separator: " ")))"
    }
  }

  /// A text in which zsh's `_arguments` sees no signs of its own.
  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }

  private func name(of path: CommandPath) -> String {
    "_" + ([root] + path.below).map { Shell.identifier($0.name) }.joined(separator: "_")
  }
}
