/// The preliminary decision to refuse, with the time and place of the hearing (предварительное решение об отказе, уведомление о заслушивании; ).
public struct HearingNotified: ActPayload {
  /// The id of the filing.
  public var filing: UUIDv7
  /// The grounds found.
  public var grounds: [GroundStated]
  /// Time, place and mode.
  public var hearing: Hearing
  /// The document's number.
  public var number: String
  /// Who signed the document.
  public var signatory: Signatory

  /// A value of its members.
  public init(filing: UUIDv7, grounds: [GroundStated], hearing: Hearing, number: String, signatory: Signatory) {
    self.filing = filing
    self.grounds = grounds
    self.hearing = hearing
    self.number = number
    self.signatory = signatory
  }
}

extension HearingNotified {
  public static let type = "apk.hearingNotified"
  public static let version = 1
  public static let says = "A preliminary refusal with notice of the hearing (уведомление о заслушивании, A-11)"

  public static let schema = Schema.members(
    .required("filing", .string(.uuid), "the id of the filing"),
    .required("grounds", .array(GroundStated.schema, count: 1...6), "the grounds found"),
    .required("hearing", Hearing.schema, "time, place and mode"),
    .required("number", .text(64), "the document's number"),
    .required("signatory", Signatory.schema, "who signed the document"))

  public init(_ members: inout MemberReader) throws(RegistryError) {
    filing = try members.value("filing") { UUIDv7($0) }
    grounds = try members.objects("grounds", GroundStated.init)
    hearing = try members.object("hearing", Hearing.init)
    number = try members.string("number")
    signatory = try members.object("signatory", Signatory.init)
  }

  public var what: CanonicalValue {
    .members([
      "filing": .string(filing.description),
      "grounds": .array(grounds.map(\.value)),
      "hearing": hearing.value,
      "number": .string(number),
      "signatory": signatory.value,
    ])
  }
}
