import RegistryEvents

extension HelpTopic {
  /// Every error code, what it means and what to do: `journal-tool help errors`.
  static let errors = HelpTopic("errors", abstract: "Every error code, what it means and what to do.") { width in
    let introduction = """
      An error names the file, the line (counted from 0, like `seq`), the byte (counted from 0), what is wrong, its code \
      in brackets, and what to do. A code never changes its meaning.
      """
    let entries = ErrorCode.allCases.map { code in
      let exit = ExitCode(for: code).rawValue
      return code.rawValue + "\n"
        + TextWrapping.wrap("\(code.meaning) (exit \(exit))\nwhat to do: \(code.remedy)", width: width, indent: 4)
    }
    return ([TextWrapping.wrap(introduction, width: width)] + entries).joined(separator: "\n\n")
  }
}
