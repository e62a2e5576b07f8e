internal import RegistryEvents

/// The words of a document that are no form's: those about its signature and its place in the journal.
enum DocumentWords {
  static let withheld = BilingualText(kk: "мәлімет жабық", ru: "сведения закрыты")
  static let nothing = "—"

  static let signature = BilingualText(kk: "Электрондық цифрлық қолтаңба", ru: "Электронная цифровая подпись")
  static let signer = BilingualText(kk: "қол қойған", ru: "подписант")
  static let role = BilingualText(kk: "өкілеттігі", ru: "полномочие")
  static let key = BilingualText(kk: "кілт (kid)", ru: "ключ (kid)")
  static let algorithm = BilingualText(kk: "алгоритм", ru: "алгоритм")
  static let verdict = BilingualText(kk: "тексеру", ru: "проверка")
  static let valid = BilingualText(kk: "қолтаңба жарамды", ru: "подпись действительна")
  static let notChecked = BilingualText(kk: "қолтаңба тексерілген жоқ", ru: "подпись не проверялась")

  static let place = BilingualText(kk: "Актінің журналдағы орны", ru: "Где найти акт")
  static let state = BilingualText(kk: "Тізілімнің жай-күйі", ru: "Состояние реестра")
  static let form = BilingualText(kk: "нысан", ru: "форма")
  static let journal = BilingualText(kk: "журнал", ru: "журнал")
  static let caseFile = BilingualText(kk: "іс", ru: "дело")
  static let line = BilingualText(kk: "жол (seq)", ru: "строка (seq)")
  static let leaf = BilingualText(kk: "жол хеші", ru: "хеш строки")
  static let act = BilingualText(kk: "акт (id)", ru: "акт (id)")
  static let recorded = BilingualText(kk: "жазылған", ru: "записан")
  static let tree = BilingualText(kk: "ағаш (size)", ru: "дерево (size)")
  static let root = BilingualText(kk: "түбір (root)", ru: "корень (root)")
  static let unproved = BilingualText(
    kk: "бұл жолды қамтитын бақылау нүктесі әлі жоқ", ru: "контрольной точки с этой строкой ещё нет")
  static let known = BilingualText(kk: "белгілі жол", ru: "по строку (seq)")
  static let digest = BilingualText(kk: "тізілім хеші", ru: "хеш реестра")
  static let entries = BilingualText(kk: "жазба саны", ru: "записей")

  static let asAt = BilingualText(kk: "Жағдай бойынша уақыты (Астана)", ru: "По состоянию на (Астана)")

  static let yes = BilingualText(kk: "иә", ru: "да")
  static let no = BilingualText(kk: "жоқ", ru: "нет")

  /// What is refused when a package is not considered further.
  static let furtherConsideration = BilingualText(
    kk: "өтінішті одан әрі қараудан", ru: "в дальнейшем рассмотрении заявления")

  /// What a reader must know of a document for which the order has no form.
  static func borrowedForm(appendix: Int) -> BilingualText {
    BilingualText(
      kk: "Бұйрықта бұл құжатқа арналған нысан жоқ: \(appendix)-қосымшаның нысаны қолданылды.",
      ru: "Формы для этого документа в приказе нет: применена форма приложения \(appendix).")
  }

  /// What may be wrong with a package, by the word of the act; the word itself where there are no others.
  static func deficiency(_ kind: String, _ language: DocumentLanguage) -> String {
    deficiencies[kind]?[language] ?? kind
  }

  private static let deficiencies = [
    "incomplete": BilingualText(kk: "құжаттардың толық емес топтамасы", ru: "неполный пакет документов"),
    "expired": BilingualText(kk: "қолданылу мерзімі өткен құжат", ru: "документ с истекшим сроком действия"),
    "nonConforming": BilingualText(
      kk: "ұсынылған құжаттардың сәйкес келмеуі", ru: "несоответствие представленных документов"),
  ]

  /// The words for a verdict, with its name in the journal's own tools.
  static func words(_ verdict: Verdict, _ language: DocumentLanguage) -> String {
    verdict == .valid ? "\(valid[language]) (\(verdict.rawValue))" : verdict.rawValue
  }
}

extension Document {
  /// A line of what stands below a document: a word, and what it says.
  struct Fact: Sendable, Hashable {
    let name: String
    let value: String
    /// Whether it is a value to be compared letter by letter.
    let isCode: Bool
  }

  /// The facts below the document under their headings, in its language.
  var facts: [(heading: String, facts: [Fact])] {
    switch evidence {
    case .act(let act):
      var groups = act.signatures.map { (DocumentWords.signature[language], facts(of: $0)) }
      if groups.isEmpty {
        groups = [
          (DocumentWords.signature[language], [fact(DocumentWords.verdict, DocumentWords.notChecked[language])])
        ]
      }
      return groups + [(DocumentWords.place[language], facts(of: act))]
    case .register(let register): return [(DocumentWords.state[language], facts(of: register))]
    }
  }

  private func fact(_ name: BilingualText, _ value: String, code: Bool = false) -> Fact {
    Fact(name: name[language], value: value, isCode: code)
  }

  private func facts(of signature: DocumentEvidence.Signature) -> [Fact] {
    let roles = signature.roles.map { id in
      Role.signing.first { $0.id == id }?.title[language] ?? id
    }
    return [
      fact(DocumentWords.signer, signature.holder ?? DocumentWords.nothing),
      fact(DocumentWords.role, roles.isEmpty ? DocumentWords.nothing : roles.joined(separator: ", ")),
      fact(DocumentWords.algorithm, signature.algorithm?.rawValue ?? DocumentWords.nothing),
      fact(DocumentWords.key, signature.kid, code: true),
      fact(DocumentWords.verdict, DocumentWords.words(signature.verdict, language)),
    ]
  }

  private var formFact: Fact { fact(DocumentWords.form, form.written(in: language)) }

  private func facts(of act: DocumentEvidence.ActReference) -> [Fact] {
    [
      fact(DocumentWords.journal, act.origin, code: true),
      act.caseNumber.map { fact(DocumentWords.caseFile, $0, code: true) },
      fact(DocumentWords.line, "\(act.seq)", code: true),
      act.leafHash.map { fact(DocumentWords.leaf, $0.description, code: true) },
      fact(DocumentWords.act, act.id.description, code: true),
      fact(DocumentWords.recorded, act.recorded.description, code: true),
      act.checkpoint.map { fact(DocumentWords.tree, "\($0.size)", code: true) }
        ?? fact(DocumentWords.tree, DocumentWords.unproved[language]),
      act.checkpoint.map { fact(DocumentWords.root, $0.root.description, code: true) }, formFact,
    ].compactMap(\.self)
  }

  private func facts(of register: DocumentEvidence.RegisterReference) -> [Fact] {
    [
      fact(DocumentWords.journal, register.origin, code: true),
      register.caseNumber.map { fact(DocumentWords.caseFile, $0, code: true) },
      register.knownSeq.map { fact(DocumentWords.known, "\($0)", code: true) },
      register.knownRecorded.map { fact(DocumentWords.recorded, $0.description, code: true) },
      fact(DocumentWords.entries, "\(register.entries)"),
      fact(DocumentWords.digest, register.digest.description, code: true),
      formFact,
    ].compactMap(\.self)
  }
}
