/// How often what happens in a generated journal, in thousandths. They give about 3.6 lines a case.
enum Shares {
  // Of all cases, once there are entries.
  static let exclusions = 150
  static let changes = 150
  // Of firms that could file on the portal, and do so on paper.
  static let paper = 40
  // Of working days, what comes outside office hours; of days off, how much comes of what a working day brings.
  static let outOfHours = 150
  static let dayOff = 120
  // Of applications for inclusion.
  static let deficientPackages = 70
  static let defects = 180
  static let doubts = 180
  static let silence = 20
  static let resales = 200
  // Of doubts: those that a hearing does not dispel.
  static let doubtsKept = 250
  // Of applications for exclusion.
  static let refusedExclusions = 90
  static let deficientExclusions = 50
  // Of acts of the office that have a term, done after it.
  static let late = 50
  static let lateRegistration = 20
  // Of refusals.
  static let withoutHearing = 60
  static let complaints = 400
  static let refilings = 700
  // Of notices of changes.
  static let lateChangeNotices = 120
  static let undatedChangeNotices = 80
  // Of acts of the office: recorded hours after they were done, or days.
  static let recordedHoursLater = 30
  static let recordedDaysLater = 3
  // Of acts of the office that say what their author had seen.
  static let seen = 400
}
