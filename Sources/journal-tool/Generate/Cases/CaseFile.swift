import RegistryEvents

/// An open case: what it is about, what is on record of it, and what is still to come.
final class CaseFile {
  /// What was filed.
  enum Matter {
    case inclusion(InclusionMatter)
    case exclusion(ExclusionMatter)
    case change(ChangeMatter)
  }

  /// An act to come, with the moments at which it is done and recorded.
  struct Step {
    let act: Act
    var at: Instant
    var recorded: Instant
  }

  /// The acts of a case.
  enum Act {
    case filing, part(Int), registration, intakeRefusal, completenessRefusal, hearingNotice, hearing, refusal, inclusion
    case exclusion, changeEntry, complaint, complaintForwarding, complaintSatisfaction, complaintDecision
  }

  /// The number of the case file.
  let number: String
  /// Its place in the order of cases, from 0.
  let ordinal: Int
  let firm: Firm
  let channel: Channel
  let matter: Matter
  /// The draws of this case.
  var random: SeededRandom
  /// What is still to come, the next one last.
  var steps: [Step] = []
  /// What is missing or expired in the package.
  var deficiencies: [Deficiency] = []
  /// The grounds for refusal that are found.
  var grounds: [GroundStated] = []
  var complaint: ComplaintMatter?

  // What is on record.
  var filing: UUIDv7?
  var notice: UUIDv7?
  var hearing: UUIDv7?
  var decision: UUIDv7?
  var complaintFiling: UUIDv7?
  /// Whether what was applied for is done.
  var isGranted = false
  /// The number of the first entry made.
  var firstEntry: Int64?
  /// The leaf hashes of the filing's parts, by number.
  var parts: [Digest] = []
  /// The last line of the case.
  var lastLine: ActDraft.Seen?
  var lastAt = Instant.earliest

  init(number: String, ordinal: Int, firm: Firm, channel: Channel, matter: Matter, random: SeededRandom) {
    self.number = number
    self.ordinal = ordinal
    self.firm = firm
    self.channel = channel
    self.matter = matter
    self.random = random
  }
}

/// What is applied for: units to be included.
struct InclusionMatter {
  let lot: HardwareLot
  let tnvedCode: String
  let possession: Possession
  let documents: [SubmittedDocument]
  let defect: Defect?
  /// How many units one part lists at most; an act holds no more than 49,152 bytes.
  static let unitsInPart = 200

  /// How many numbered parts the list of units takes; 0 when it stands in the filing.
  var parts: Int { lot.count > InclusionMatter.unitsInPart ? (lot.count - 1) / InclusionMatter.unitsInPart + 1 : 0 }
}

/// What is applied for: entries to be excluded.
struct ExclusionMatter {
  let blocks: [EntryBlock]
  let ground: ExclusionGround
  let documents: [SubmittedDocument]
  /// Whether the entries are listed in a part of their own.
  let isInParts: Bool
}

/// What is notified: changed data of entries.
struct ChangeMatter {
  let block: EntryBlock
  let entries: EntryRange
  let changes: EntryChanges
  let content: String
  let reason: String
  let changedOn: LocalDate?
}

/// A complaint in a case.
struct ComplaintMatter {
  let addressee: ComplaintAddressee
  /// Whether it is about inaction rather than a refusal.
  let isAboutInaction: Bool
  let outcome: ComplaintOutcome
}
