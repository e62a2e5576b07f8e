extension Order138 {
  /// Where the two texts contradict each other or themselves, or leave something open, and how they are read.
  static let readings = [
    Reading(
      id: "I-01", place: "9 ¶3",
      problem:
        "The Russian text limits the refusal within two working days to the portal; the Kazakh text, and Appendix "
        + "5 item 3 in both languages, name no channel.",
      reading: "The refusal is open on any channel once the documents are registered. A refusal of acceptance by the "
        + "chancery is another act."),
    Reading(
      id: "I-02", place: "9 ¶2, ¶3",
      problem: "In the Kazakh text the negation covers the expired documents too: \"does not present a full package of "
        + "documents and (or) of expired documents\".",
      reading: "The Russian text: an incomplete package, or expired documents, or both."),
    Reading(
      id: "I-03", place: "9 ¶2",
      problem:
        "A refusal of acceptance that nobody records leaves no trace, and the Administrative Procedure and Process "
        + "Code art. 64(1) forbids to refuse acceptance of an appeal.",
      reading: "A refusal of acceptance is always an act, with its reasons."),
    Reading(
      id: "I-04", place: "10, 12",
      problem:
        "In a term of five working days, three working days before its end is the second working day: the last day "
        + "of the completeness refusal too.",
      reading: "The limit is computed and warned of. A refusal whose notice came later is a finding; the act stands."),
    Reading(
      id: "I-05", place: "12, 14",
      problem: "Three working days before the end of a term of two working days is impossible.",
      reading:
        "For exclusion the limit of the notice is not applicable. Notice and hearing before a refusal are wanted "
        + "all the same, and a finding says so."),
    Reading(
      id: "I-06", place: "14",
      problem:
        "An exclusion is granted \"in the absence of grounds for refusal\", but no form or procedure of its refusal "
        + "is given.",
      reading: "The form of Appendix 6 and the grounds of Appendix 5 item 9."),
    Reading(
      id: "I-07", place: "13, 14",
      problem:
        "The signatory is the authorised person in one clause, the head of the structural subdivision in the other.",
      reading: "Signatories are given for each kind of act, and not shared."),
    Reading(
      id: "I-08", place: "13",
      problem: "Inclusion is described only \"by the results of the hearing\".",
      reading: "Without grounds for refusal a complex is included without a hearing."),
    Reading(
      id: "I-09", place: "App. 2, 3, 7",
      problem:
        "The Russian text lacks Appendix 7; the Kazakh text lacks the body of Appendix 2 and all of Appendix 3, and "
        + "does not number Appendices 4 and 5.",
      reading: "The texts are merged: Appendix 7 from the Kazakh, Appendices 2 and 3 from the Russian one."),
    Reading(
      id: "I-10", place: "App. 1",
      problem: "Fifteen headings stand over the numbers 1 to 14, and the Russian headings are scrambled in print.",
      reading: "Fifteen columns, the date of exclusion the fifteenth. Columns are named, never numbered, in code."),
    Reading(
      id: "I-11", place: "App. 1 col. 9, 13; App. 2 f. 6",
      problem: "A serial number suggests a row for each unit, a quantity a row for each batch.",
      reading: "One row for each serial number of Appendix 3. The declaration number is repeated, the quantity derived."
    ),
    Reading(
      id: "I-12", place: "App. 3",
      problem: "The condition, working or faulty, has no column in Appendix 1.",
      reading: "It is kept with the unit and shown beside the register, not in its form."),
    Reading(
      id: "I-13", place: "App. 1, 3",
      problem: "The unit of the hash rate is spelt ТН/с, ТН/s and Th/s, in mixed alphabets.",
      reading: "Terahashes per second as a decimal; slower algorithms need the fraction."),
    Reading(
      id: "I-14", place: "App. 1 col. 14",
      problem:
        "The Russian text has \"the availability\" of the complex, the Kazakh one \"on the right of ownership or "
        + "being managed\", other places \"another lawful ground\".",
      reading: "Ownership or another lawful ground."),
    Reading(
      id: "I-15", place: "App. 5 it. 8 sub 2",
      problem:
        "The Russian text lists disposal, end of service life, sale or loss; the Kazakh one the end of the terms of "
        + "disposal, use, sale or loss.",
      reading: "The Russian text: four facts, any of which suffices."),
    Reading(
      id: "I-16", place: "App. 5 it. 10",
      problem: "The e-mail address is moar@ in the Russian, moap@ in the Kazakh text.",
      reading: "moap@mdai.gov.kz."),
    Reading(
      id: "I-17", place: "6, 15, App. 9",
      problem:
        "A change is a \"notice\" in clause 15 and an \"application\" in clauses 4 and 6, and neither clause 7 nor "
        + "Appendix 5 knows it: no channel, no refusal, and no term but three working days.",
      reading:
        "A procedure of its own on the channels of clause 7. It is not refused; a notice that identifies no entry "
        + "is rejected."),
    Reading(
      id: "I-18", place: "18 ¶2",
      problem: "The Kazakh text has an administrative act performed instead of an action, in a broken sentence.",
      reading: "The Russian text, and the Administrative Procedure and Process Code art. 91(4)."),
    Reading(
      id: "I-19", place: "21",
      problem: "In the Kazakh text the \"response\" to a court has become a \"withdrawal\" from it.",
      reading: "The Russian text."),
    Reading(
      id: "I-19a", place: "App. 5 it. 7, 9, 10",
      problem:
        "Headings mention the State Corporation in one language or both, though it takes no part, and the heading "
        + "of item 9 differs.",
      reading: "There is no channel by the State Corporation."),
    Reading(
      id: "I-19b", place: "title",
      problem: "The number of the order ends in К in the Russian, in Қ in the Kazakh text.",
      reading: "НҚ everywhere; both are accepted on input."),
    Reading(
      id: "I-19c", place: "2",
      problem:
        "The recipient may be any natural or legal person, the digital miner only an individual entrepreneur or a "
        + "legal entity.",
      reading: "An entrepreneur by ИИН or a legal entity by БИН may apply."),
    Reading(
      id: "I-19d", place: "6",
      problem: "The Rules know no change of the register without an application, as after liquidation or a judgment.",
      reading: "An act of correction by the authority, which names its ground outside the Rules: never a silent change."
    ),
    Reading(
      id: "I-19e", place: "8 ¶1",
      problem: "The notification gives the date and the time of the result, but no time is set.",
      reading: "The last day of the term, 18:30 in Astana."),
    Reading(
      id: "I-19f", place: "9 ¶3, App. 6",
      problem: "The refusal of further consideration has no form; Appendix 6 is the refusal of the service.",
      reading: "Two acts with one layout."),
    Reading(
      id: "I-19g", place: "18, 19",
      problem: "A complaint is forwarded within three working days of receipt, and considered within five of its "
        + "registration.",
      reading: "Two terms that run side by side. A complaint is registered on the day it counts as taken in."),
    Reading(
      id: "I-19h", place: "15, App. 9",
      problem: "The form has no date of the change and does not identify the entry, so that ten working days from the "
        + "change cannot be computed.",
      reading: "Both are further inputs. Without the date, lateness is unknown, and never taken as in time."),
    Reading(
      id: "I-19i", place: "App. 2, 4, 9",
      problem: "The forms end in an electronic signature, although the chancery takes paper.",
      reading: "On paper the applicant signs by hand; the worker who takes the paper in signs the act and says so."),
    Reading(
      id: "I-19j", place: "App. 2 f. 7, App. 7, App. 1 col. 10",
      problem:
        "An application has one line for the code of the ТН ВЭД, the register a column in each row, Appendix 3 none.",
      reading: "The one code is copied to every row. Differing codes are listed, or applied for separately."),
  ]
}
