import CLibFuzzer
import Glibc

/// `fuzz TARGET [libFuzzer's options] CORPUS`.
@main
enum Main {
  /// Set once, before the first input.
  nonisolated(unsafe) private static var target = Target.journal

  static func main() {
    guard CommandLine.arguments.count > 1, let target = Target(rawValue: CommandLine.arguments[1]) else {
      print(Target.allCases.map(\.rawValue).joined(separator: " "))
      return
    }
    Main.target = target
    let words = [CommandLine.arguments[0]] + CommandLine.arguments.dropFirst(2)
    var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var count = CInt(words.count)
    pointers.withUnsafeMutableBufferPointer { buffer in
      var base = buffer.baseAddress
      exit(
        LLVMFuzzerRunDriver(&count, &base) { data, size in
          Main.target.run(Array(UnsafeBufferPointer(start: data, count: size)))
          return 0
        })
    }
  }
}
