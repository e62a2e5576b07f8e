/// The completion script for bash 4.2 and later; it needs no package for completion.
///
/// One function tells from the words before the cursor which command they name, which option's value is being typed, and how
/// many arguments stand before; what then fits is read off tables that are made of the commands.
struct BashCompletion {
  /// The tool.
  let root: Command

  /// The script, to be sourced by bash.
  var script: String {
    let function = "_" + Shell.identifier(root.name)
    return """
      # Completion of \(root.name) for bash: source this file.

      \(function)_words() {
          mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur")
      }

      \(function)_files() {
          compopt -o filenames 2>/dev/null
          if [[ -n "$1" ]]; then
              mapfile -t COMPREPLY < <(compgen -f -X "!*.@($1)" -- "$cur"; compgen -d -- "$cur")
          else
              mapfile -t COMPREPLY < <(compgen -f -- "$cur")
          fi
      }

      \(function)_directories() {
          compopt -o filenames 2>/dev/null
          mapfile -t COMPREPLY < <(compgen -d -- "$cur")
      }

      \(function)() {
          local cur="${COMP_WORDS[COMP_CWORD]}" prev="" command=\(Shell.quoted(root.name)) word index position=0 ended="" valued=""
          local restore
          restore="$(shopt -p extglob)"
          shopt -s extglob
          COMPREPLY=()
          for ((index = 1; index < COMP_CWORD; index++)); do
              word="${COMP_WORDS[index]}"
              if [[ -n "$valued" ]]; then
                  # bash makes a word of the "=" in --option=value.
                  [[ "$word" == "=" ]] || valued=""
                  continue
              fi
              if [[ -z "$ended" && "$word" == "--" ]]; then ended=1; continue; fi
              case "$command $word" in
      \(commandCases)
              esac
              if [[ -z "$ended" && "$word" == -?* ]]; then
                  case "$command $word" in
      \(valuedCases)
                  esac
              else
                  ((position++))
              fi
          done
          [[ -n "$valued" && "$cur" == "=" ]] && cur=""
          if [[ -n "$valued" ]]; then
              case "$command $valued" in
      \(valueCases)
              esac
          elif [[ -z "$ended" && "$cur" == -* ]]; then
              case "$command" in
      \(optionCases)
              esac
          else
              case "$command $position" in
      \(argumentCases)
              esac
          fi
          eval "$restore"
      }

      complete -F \(function) \(root.name)

      """
  }

  /// From a command and a word to the subcommand; `help` is followed by the same words as the root.
  private var commandCases: String {
    let steps = root.allPaths.dropFirst().flatMap { path in
      let inHelp = path.helpName
      return [
        arm(path.name, "command=\(Shell.quoted(path.name)); continue ;;"),
        arm(inHelp, "command=\(Shell.quoted(inHelp)); continue ;;"),
      ]
    }
    return lines(
      [arm("\(root.name) help", "command=\(Shell.quoted("\(root.name) help")); continue ;;")] + steps, at: 12)
  }

  private var valuedCases: String {
    let patterns = parameters.flatMap { path, option in option.spellings.map { Shell.quoted("\(path) \($0)") } }
    return lines([patterns.joined(separator: "|") + ") valued=\"$word\" ;;"], at: 16)
  }

  private var valueCases: String {
    let arms = parameters.map { path, option in
      let patterns = option.spellings.map { Shell.quoted("\(path) \($0)") }.joined(separator: "|")
      return patterns + ") \(offer(option.kind)) ;;"
    }
    return lines(arms, at: 12)
  }

  private var optionCases: String {
    let arms = root.allPaths.map { path in
      let words = path.command.options.flatMap(\.spellings) + path.command.allFlags.flatMap(\.spellings)
      let hidden = path.below.isEmpty ? ["--" + Shell.option.name] : []
      return arm(path.name, offer(.oneOf(words + hidden)) + " ;;")
    }
    return lines(arms, at: 12)
  }

  private var argumentCases: String {
    var arms = [arm("\(root.name) help 0", offer(.oneOf(root.helpWords)) + " ;;")]
    for path in root.allPaths {
      let command = path.command
      if command.body == nil {
        let words = command.subcommands.map(\.name)
        arms.append(arm("\(path.name) 0", offer(.oneOf(words + (path.below.isEmpty ? ["help"] : []))) + " ;;"))
        if !path.below.isEmpty { arms.append(arm("\(path.helpName) 0", offer(.oneOf(words)) + " ;;")) }
      }
      for (index, argument) in command.arguments.enumerated() {
        let number = argument.occurrence.isRepeating ? "*" : "\(index)"
        arms.append(Shell.quoted(path.name + " ") + number + ") \(offer(argument.kind)) ;;")
      }
    }
    return lines(arms, at: 12)
  }

  /// Every option with the words that name its command, the root's own included.
  private var parameters: [(path: String, option: Option)] {
    [(root.name, Shell.option)] + root.allPaths.flatMap { path in path.command.options.map { (path.name, $0) } }
  }

  private func arm(_ pattern: String, _ body: String) -> String { Shell.quoted(pattern) + ") " + body }

  /// The call that offers values of a kind.
  private func offer(_ kind: ValueKind) -> String {
    let function = "_" + Shell.identifier(root.name)
    return switch kind {
    case .text: ":"
    case .file(let suffixes): "\(function)_files \(Shell.quoted(suffixes.joined(separator: "|")))"
    case .directory: "\(function)_directories"
    case .oneOf(let words): "\(function)_words \(Shell.quoted(words.joined(separator: " ")))"
    }
  }

  private func lines(_ lines: [String], at indent: Int) -> String {
    lines.map { String(repeating: " ", count: indent) + $0 }.joined(separator: "\n")
  }
}
