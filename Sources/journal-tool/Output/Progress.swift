/// How far long work has come, in one line on standard error: `Verifying 1,200,000 of 5,000,000 lines, 410,000/s, 0:09
/// left`.
///
/// Shown only on a terminal, from half a second on, and at most ten times a second; it clears its line when it is done.
final class Progress {
  private let activity: String
  private let unit: String
  private let total: UInt64?
  private let errors: ByteOutput
  private let seconds: () -> Double
  private let start: Double
  private var nextTime: Double
  private var nextCount: UInt64 = 0
  private var shownWidth = 0

  /// The beginning of work on `total` units, where that is known; `activity` is its first word.
  init(_ activity: String, unit: String, total: UInt64? = nil, context: Context) {
    self.activity = activity
    self.unit = unit
    self.total = total
    errors = context.errors
    seconds = context.seconds
    start = context.seconds()
    nextTime = start + 0.5
    if !errors.terminal.isTerminal { nextCount = .max }
  }

  deinit { finish() }

  /// Tells how many units are done; cheap enough to be called for each.
  func advance(to done: UInt64) {
    guard done >= nextCount, nextCount < .max else { return }
    let time = seconds()
    let elapsed = max(time - start, 0.001)
    let rate = Progress.whole(Double(done) / elapsed)
    // Asks the clock again when about a twentieth of a second's work is done.
    nextCount = done.addingReportingOverflow(rate / 20 + 1).partialValue
    guard time >= nextTime else { return }
    nextTime = time + 0.1
    show(line(done: done, rate: rate))
  }

  /// Clears the line.
  func finish() {
    if shownWidth > 0 { show("") }
    nextCount = .max
  }

  private func line(done: UInt64, rate: UInt64) -> String {
    var text = "\(activity) \(Progress.grouped(done))"
    if let total { text += " of \(Progress.grouped(total))" }
    text += " \(unit), \(Progress.grouped(rate))/s"
    if let total, total > done, rate > 0 {
      let left = (total - done) / rate
      let padded = left % 60 < 10 ? "0\(left % 60)" : "\(left % 60)"
      text += ", \(left / 60):\(padded) left"
    }
    return text
  }

  /// Writes over what was shown before, without the escapes that a simple terminal does not know.
  private func show(_ line: String) {
    let text = DisplayWidth.elided(line, to: (errors.terminal.width ?? 80) - 1)
    let width = DisplayWidth.of(text)
    let cover = DisplayWidth.padded(text, to: shownWidth)
    // Nobody can be told that standard error does not work.
    try? errors.write("\r" + cover + (text.isEmpty ? "\r" : ""))
    shownWidth = width
  }

  private static func whole(_ number: Double) -> UInt64 { UInt64(exactly: number.rounded(.down)) ?? 0 }

  /// A count with a comma after each three digits.
  static func grouped(_ number: UInt64) -> String {
    var text = ""
    for (index, digit) in "\(number)".reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
