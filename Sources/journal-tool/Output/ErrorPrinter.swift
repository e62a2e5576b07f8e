import RegistryEvents
import RegistryProjections

/// Prints what went wrong, always in the same form, and tells how the process ends.
///
/// ```
/// Error: journals/apk.jsonl: line 17, byte 20331: `seq` is not the line's index: a line is missing … [seq-gap]
///   what to do: compare with a copy from elsewhere
/// ```
/// A line is counted from 0, like `seq`; a byte from 0, in the file unless said otherwise.
struct ErrorPrinter {
  /// The world that the error is told to.
  let context: Context

  /// Prints an error on standard error, after the results so far on standard output.
  func report(_ error: any Error) -> ExitCode {
    do { try context.output.flush() } catch { return report(output: error) }
    switch error {
    case let refusal as Refusal: return report(refusal)
    case let error as ToolError: return report(error)
    case let error as RegistryError: return report(ToolError(error))
    case let error as SystemError: return report(output: error)
    default:
      context.note(heading + visible("\(error)"))
      return .software
    }
  }

  /// Standard output does not take what is written.
  private func report(output error: SystemError) -> ExitCode {
    if error.isBrokenPipe { return .brokenPipe }
    return report(ToolError(error, path: "<stdout>", exitCode: .ioError))
  }

  private func report(_ refusal: Refusal) -> ExitCode {
    var lines = [heading + visible(refusal.error.message)]
    if let concerning = refusal.error.concerning { lines.append("Help:  " + concerning) }
    lines.append("Usage: " + HelpPage.usage(of: refusal.path))
    lines.append("  See '\(refusal.path.name) --help' for more information.")
    context.note(lines.joined(separator: "\n"))
    return .usage
  }

  private func report(_ error: ToolError) -> ExitCode {
    context.note(heading + ErrorPrinter.text(of: error))
    return error.exitCode
  }

  private var heading: String { context.errors.terminal.styled("Error:", .red) + " " }

  /// `x.jsonl: line 17, byte 20331: what it is (detail) [code]` and, below, what to do.
  static func text(of error: ToolError) -> String {
    let detail = error.error.detail
    let what = error.error.code.meaning + (detail.isEmpty ? "" : " (\(visible(detail)))")
    let parts = [error.path.map(visible), place(error.error.place), what]
    return parts.compactMap(\.self).joined(separator: ": ") + " [\(error.error.code.rawValue)]\n"
      + "  what to do: \(visible(error.remedy))"
  }

  /// `line 17, byte 20331`; `nil` where nothing is known.
  static func place(_ place: Place) -> String? {
    var parts: [String] = []
    if let seq = place.seq { parts.append("line \(seq)") }
    if let fileOffset = place.fileOffset {
      parts.append("byte \(fileOffset)")
    } else if let offset = place.offset {
      parts.append(place.seq == nil ? "byte \(offset)" : "byte \(offset) of the line")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}
