/// What the process tells its caller, by the numbers of `sysexits.h` where it has one.
enum ExitCode: Int32, Sendable, CaseIterable {
  /// Done, and nothing is wrong.
  case success = 0
  /// Done, and something is wrong with the journal: findings, a proof that does not hold, a refused act.
  case findings = 1
  /// The command line is wrong (`EX_USAGE`).
  case usage = 64
  /// The input is not what it says (`EX_DATAERR`).
  case dataError = 65
  /// An input is missing (`EX_NOINPUT`).
  case noInput = 66
  /// A defect of this program (`EX_SOFTWARE`).
  case software = 70
  /// The output cannot be created (`EX_CANTCREAT`).
  case cantCreate = 73
  /// The system refused to read or write (`EX_IOERR`).
  case ioError = 74
  /// The reader of standard output went away: what a shell reports of a tool that `SIGPIPE` ended (128 + 13).
  case brokenPipe = 141
}
