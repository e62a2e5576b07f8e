/// "Did you mean": the word that was probably meant.
enum Suggestion {
  /// The nearest of the words, or one that begins with what was given; `nil` where none is near. Of words equally near the
  /// first. Near is one change for up to three letters, two for up to seven, three for more.
  static func nearest(to given: String, among words: [String]) -> String? {
    let limit = min(3, 1 + given.utf8.count / 4)
    var best: (word: String, distance: Int)?
    for word in words {
      let begins = given.utf8.count >= 2 && word.hasPrefix(given)
      let distance = begins ? 1 : editDistance(given, word, limit: limit)
      if distance <= limit, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// ` Did you mean 'replay'?` after a full stop, or nothing.
  static func sentence(for given: String, among words: [String], prefix: String = "") -> String {
    nearest(to: given, among: words).map { ". Did you mean '\(prefix)\($0)'?" } ?? ""
  }

  /// How many bytes must be put in, left out, replaced or swapped with their neighbour to make one word of the other
  /// (optimal string alignment); `limit + 1` where the lengths alone differ by more than `limit`.
  static func editDistance(_ left: String, _ right: String, limit: Int) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var least = min(last[column + 1] + 1, current[column] + 1, last[column] + (byte == other ? 0 : 1))
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
