/// What is wrong with the data of an application for inclusion.
enum Defect: Sendable {
  /// The БИН or ИИН has a wrong check digit.
  case wrongCheckDigit
  /// A unit has the serial number of a standing entry.
  case repeatedSerial(EntryBlock)
  /// The quantity is not the number of units listed.
  case quantityMismatch
  /// A serial number holds a Cyrillic letter.
  case cyrillicSerial
  /// No consent is given to the processing of personal data.
  case noConsent
  /// Nothing in the data, but the papers are doubted; a hearing may dispel that.
  case doubtfulPapers

  /// A serial number in which one Latin letter is the Cyrillic one that looks the same.
  static func withCyrillicLetter(_ serial: String) -> String {
    let alike: [Character: Character] = [
      "A": "А", "B": "В", "C": "С", "E": "Е", "H": "Н", "K": "К", "M": "М", "O": "О", "P": "Р", "T": "Т", "X": "Х",
    ]
    var letters = Array(serial)
    guard let index = letters.firstIndex(where: { alike[$0] != nil }), let letter = alike[letters[index]] else {
      return "А" + serial
    }
    letters[index] = letter
    return String(letters)
  }
}
