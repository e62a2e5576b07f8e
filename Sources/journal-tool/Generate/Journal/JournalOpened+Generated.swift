import RegistryEvents

extension JournalOpened {
  /// Line 0 of a generated journal: an authority that says it is a test, and the first keys.
  static func generated(origin: String, keys: [KeyEnrolled], noteKey: VerifierKey) -> JournalOpened {
    JournalOpened(
      authority: BilingualText(
        kk: "Цифрлық активтер саласындағы уәкілетті орган (сынақ)",
        ru: "Уполномоченный орган в сфере цифровых активов (тест)"),
      format: .version1, keys: keys, noteKeys: [noteKey.description], origin: origin,
      policy: JournalPolicy(["dayCounting": "start-day-excluded", "recordingGraceHours": 24, "workdayEnd": "18:30"]))
  }
}
