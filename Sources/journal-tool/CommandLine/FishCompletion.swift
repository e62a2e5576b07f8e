/// The completion script for fish 3.4 and later: a `complete` line for each word that may be typed.
struct FishCompletion {
  /// The tool.
  let root: Command

  /// The script, to be put as `journal-tool.fish` among fish's completions.
  var script: String {
    let function = "__" + Shell.identifier(root.name)
    let valued = root.allPaths.flatMap(\.command.options).flatMap(\.spellings) + ["--" + Shell.option.name]
    return """
      # Completion of \(root.name) for fish: put this file as \(root.name).fish in ~/.config/fish/completions.

      # Whether the words before the cursor that are no options, and no values of options, begin with these and, with a
      # number first, are followed by so many more; "+" stands for any number.
      function \(function)_at
          set -l more $argv[1]
          set -l path $argv[2..]
          set -l seen
          set -l skip 0
          for word in (commandline -opc)[2..]
              if test $skip = 1
                  set skip 0
              else if contains -- $word \(Array(Set(valued)).sorted().joined(separator: " "))
                  set skip 1
              else if not string match -q -- '-?*' $word
                  set -a seen $word
              end
          end
          set -l count (count $path)
          test (count $seen) -ge $count; or return 1
          if test $count -gt 0
              test "$seen[1..$count]" = "$path"; or return 1
          end
          test "$more" = +; or test (count $seen) -eq (math $count + $more)
      end

      complete -c \(root.name) -f
      \(lines.joined(separator: "\n"))

      """
  }

  private var lines: [String] {
    var lines: [String] = []
    for path in root.allPaths {
      let command = path.command
      for next in command.subcommands {
        lines.append(line(path, "0", "-a \(quoted(next.name)) -d \(quoted(next.abstract))"))
      }
      for (index, argument) in command.arguments.enumerated() {
        guard let values = values(argument.kind, required: false) else { continue }
        lines.append(
          line(path, argument.occurrence.isRepeating ? "+" : "\(index)", "\(values) -d \(quoted(argument.help))"))
      }
      for option in command.options { lines.append(self.line(path, "+", specification(option))) }
      for flag in command.allFlags {
        let short = flag.short.map { " -s \($0)" } ?? ""
        let place = command.body == nil ? "0" : "+"
        lines.append(line(path, place, "-l \(flag.name)\(short) -d \(quoted(flag.help))"))
      }
    }
    let top = CommandPath(root)
    lines.append(line(top, "0", specification(Shell.option)))
    lines.append(line(top, "0", "-a help -d 'Show the help of a subcommand or topic.'"))
    for path in root.allPaths {
      let words = path.command.subcommands.map { ($0.name, $0.abstract) }
      for (name, abstract) in words + path.command.topics.map({ ($0.name, $0.abstract) }) {
        let condition = (["0", "help"] + path.below.map(\.name)).joined(separator: " ")
        lines.append(line(condition: condition, "-a \(quoted(name)) -d \(quoted(abstract))"))
      }
    }
    return lines
  }

  private func line(_ path: CommandPath, _ more: String, _ rest: String) -> String {
    line(condition: ([more] + path.below.map(\.name)).joined(separator: " "), rest)
  }

  private func line(condition: String, _ rest: String) -> String {
    "complete -c \(root.name) -n '__\(Shell.identifier(root.name))_at \(condition)' \(rest)"
  }

  private func specification(_ option: Option) -> String {
    let short = option.short.map { " -s \($0)" } ?? ""
    return "-l \(option.name)\(short) \(values(option.kind, required: true) ?? "-x") -d \(quoted(option.help))"
  }

  /// What fish offers for a kind; `nil` for free text.
  private func values(_ kind: ValueKind, required: Bool) -> String? {
    let need = required ? "-r " : ""
    return switch kind {
    case .text: nil
    case .file(let suffixes) where suffixes.isEmpty: need + "-F"
    case .file(let suffixes):
      need + "-k -a " + quoted("(__fish_complete_suffix \(suffixes.map { "." + $0 }.joined(separator: " ")))")
    case .directory: need + "-f -a '(__fish_complete_directories)'"
    case .oneOf(let words): need + "-f -a " + quoted(words.joined(separator: " "))
    }
  }

  /// A text as one word that fish leaves as it is.
  private func quoted(_ text: String) -> String {
    "'" + text.map { "\\'".contains($0) ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
