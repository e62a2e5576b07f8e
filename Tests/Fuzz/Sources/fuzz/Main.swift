import CLibFuzzer
import Glibc

/// `TARGET=json fuzz [libFuzzer's options] CORPUS`. The target stands in the environment, since libFuzzer starts itself again to merge corpora.
@main
enum Main {
  /// Set once, before the first input.
  nonisolated(unsafe) private static var target = Target.journal

  static func main() {
    guard let name = getenv("TARGET"), let target = Target(rawValue: String(cString: name)) else {
      print(Target.allCases.map(\.rawValue).joined(separator: " "))
      return
    }
    Main.target = target
    var pointers: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) } + [nil]
    var count = CInt(CommandLine.arguments.count)
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
