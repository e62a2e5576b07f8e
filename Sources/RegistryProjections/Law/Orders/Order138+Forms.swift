extension Order138 {
  /// Appendices 1 to 4 and 6 to 9. The Kazakh text lacks the body of Appendices 2 and 3, the Russian text lacks Appendix 7
  /// (reading I-09).
  static let forms =
    [register, inclusionApplication, unitList, exclusionApplication, refusal, inclusionNotice]
    + [exclusionNotice, changeNotice]

  /// Appendix 1. Fifteen columns stand over fourteen numbers in both texts: the numbers here count the columns, and the
  /// date of exclusion is the fifteenth (reading I-10). Russian headings that the print scrambles are restored by sense.
  private static let register = Form(
    id: "138-НҚ/1", appendix: 1,
    title: OfficialText(
      kk: "Цифрлық майнингке аппараттық-бағдарламалық кешен тізілімі",
      ru: "Реестр аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField("number", 1, kk: "Тізілім жазбасының реттік нөмірі", ru: "Порядковый номер реестровой записи"),
      FormField("enteredOn", 2, kk: "Тізілім жазбасының қалыптастыру күні", ru: "Дата формирования реестровой записи"),
      FormField(
        "holderName", 3, kk: "Заңды тұлғаның/жеке кәсіпкердің атауы",
        ru: "Наименование юридического лица/индивидуального предпринимателя"),
      FormField(
        "holderId", 4, kk: "Бизнес сәйкестендіру нөмірі / Жеке сәйкестендіру нөмірі",
        ru: "Бизнес-идентификационный номер / Индивидуальный идентификационный номер", restored: true),
      FormField("legalAddress", 5, kk: "Тіркеудің заңды мекенжайы", ru: "Юридический адрес регистрации"),
      FormField(
        "dataCentreAddress", 6,
        kk: "Цифрлық майнингті жүзеге асыру үшін деректерді өңдеу орталығының орналасқан жері",
        ru: "Месторасположение центра обработки данных для осуществления цифрового майнинга", restored: true),
      FormField(
        "contacts", 7, kk: "Байланыс деректері (ұялы телефон, электрондық пошта)",
        ru: "Контактные данные (мобильные телефоны, электронная почта)"),
      FormField(
        "model", 8, kk: "Аппараттық-бағдарламалық кешеннің толық атауы, маркасы, моделі",
        ru: "Полное наименование аппаратно-программного комплекса, марка, модель", restored: true),
      FormField(
        "serialNumber", 9, kk: "Аппараттық-бағдарламалық кешеннің сериялық нөмірі",
        ru: "Индивидуальный серийный номер аппаратно-программного комплекса", restored: true),
      FormField(
        "tnvedCode", 10,
        kk: "Еуразиялық экономикалық одақтың сыртқы экономикалық қызметінің тауар номенклатурасының коды",
        ru: "Код товарной номенклатуры внешнеэкономической деятельности Евразийского экономического союза",
        restored: true),
      FormField("hashrateTHs", 11, kk: "Хэшрейт (Th/s)", ru: "Хэшрейт (ТН/с)"),
      FormField("powerKW", 12, kk: "Қуат (кВт)", ru: "Мощность (кВт)"),
      FormField(
        "customsDeclaration", 13, kk: "Кеден декларациясының нөмірі, саны",
        ru: "Номер таможенной декларации, количество"),
      FormField(
        "possessionDocument", 14,
        kk:
          "Меншік құқығында немесе басқарылып жатқан цифрлық майнинг саласында аппараттық-бағдарламалық кешеннің болуын "
          + "растайтын құжат",
        ru: "Документ, подтверждающий наличие аппаратно-программного комплекса", restored: true),
      FormField(
        "excludedOn", 15,
        kk: "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді тізілімінен шығару күні",
        ru: "Дата исключения из реестра", restored: true),
    ],
    readings: ["I-10", "I-11", "I-12", "I-13", "I-14"])

  /// Appendix 2. Only its heading stands in the Kazakh text.
  private static let inclusionApplication = Form(
    id: "138-НҚ/2", appendix: 2,
    title: OfficialText(
      kk: "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді тізілімге енгізу туралы өтініш",
      ru: "Заявление о включении в реестр аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField("holderName", 1, kk: nil, ru: "наименования юридического лица (индивидуального предпринимателя)"),
      FormField("holderId", 2, kk: nil, ru: "бизнес-идентификационный номер/индивидуальный идентификационный номер"),
      FormField("legalAddress", 3, kk: nil, ru: "юридический адрес регистрации"),
      FormField(
        "dataCentreAddress", 4, kk: nil,
        ru: "месторасположение центра обработки данных для осуществления цифрового майнинга"),
      FormField("contacts", 5, kk: nil, ru: "контактные данные: мобильный телефон, эл почта"),
      FormField(
        "modelAndQuantity", 6, kk: nil,
        ru: "полное наименование аппаратно-программного комплекса марка, модель, количество"),
      FormField("tnvedCode", 7, kk: nil, ru: "код ТН ВЭД ЕАЭС"),
      FormField(
        "consent", 8, kk: nil,
        ru: "Согласен на сбор и обработку персональных данных в соответствии с Законом Республики Казахстан \"О "
          + "персональных данных и их защите\"."),
      FormField(
        "possessionDocument", 9, kk: nil,
        ru:
          "копия документа, подтверждающего наличия аппаратно-программного комплекса в сфере цифрового майнинга на праве "
          + "собственности или другом законном основании (с указанием наименования юридического лица (индивидуального "
          + "предпринимателя), контактных данных собственника)"),
      FormField("signature", kk: nil, ru: "Электронная цифровая подпись заявителя"),
      FormField("signerName", kk: nil, ru: "фамилия, имя, отчество (при его наличии)"),
      FormField("filledOn", kk: nil, ru: "Дата заполнения"),
    ],
    readings: ["I-09", "I-19i", "I-19j"])

  /// Appendix 3. It is absent from the Kazakh text.
  private static let unitList = Form(
    id: "138-НҚ/3", appendix: 3,
    title: OfficialText(kk: nil, ru: "Сведения аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField("number", kk: nil, ru: "Порядковый номер"),
      FormField("model", kk: nil, ru: "Полное наименование аппаратно-программного комплекса марка, модель"),
      FormField("serialNumber", kk: nil, ru: "Индивидуальный серийный номер аппаратно-программного комплекса"),
      FormField("hashrateTHs", kk: nil, ru: "Хэшрейт (ТН/s)"),
      FormField("powerKW", kk: nil, ru: "Мощность (кВт)"),
      FormField("customsDeclaration", kk: nil, ru: "Номер грузовой таможенной декларации"),
      FormField(
        "condition", kk: nil, ru: "Состояние аппаратно-программного комплекса",
        choices: [OfficialText(kk: nil, ru: "исправное"), OfficialText(kk: nil, ru: "неисправное")]),
    ],
    readings: ["I-09", "I-12", "I-13"])

  /// Appendix 4.
  private static let exclusionApplication = Form(
    id: "138-НҚ/4", appendix: 4,
    title: OfficialText(
      kk: "Өтініш цифрлық майнингке арналған аппараттық-бағдарламалық кешенді цифрлық майнингке арналған "
        + "аппараттық-бағдарламалық кешен тізілімінен шығару туралы",
      ru: "Заявление об исключении аппаратно-программного комплекса для цифрового майнинга из Реестра "
        + "аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField(
        "holderName", kk: "Заңды тұлғаның (жеке кәсіпкердің) атауы",
        ru: "Наименования юридического лица (индивидуального предпринимателя)"),
      FormField(
        "entry", kk: "Тізілімнен алып тасталатын тізілім жазбасының атауы және мазмұны",
        ru: "Наименование и содержание реестровой записи, которое исключается из реестра"),
      FormField(
        "contacts", kk: "Байланыс деректері (телефон, электрондық пошта)",
        ru: "Контактные данные (телефон, электронная почта)"),
      FormField(
        "consent",
        kk: "\"Дербес деректер және оларды қорғау туралы\" Қазақстан Республикасының Заңына сәйкес дербес деректерді "
          + "жинауға және өңдеуге келісемін.",
        ru: "Согласен на сбор и обработку персональных данных в соответствии с Законом Республики Казахстан \"О "
          + "персональных данных и их защите\"."),
      FormField(
        "signature", kk: "Өтініш берушінің электрондық цифрлық қолтаңбасы", ru: "Электронная цифровая подпись заявителя"
      ),
      FormField(
        "signerName", kk: "тегі, аты, әкесінің аты (бар болса)", ru: "фамилия, имя, отчество (при его наличии)"),
      FormField("filledOn", kk: "Толтыру күні", ru: "Дата заполнения"),
    ],
    readings: ["I-15", "I-19i"])

  /// Appendix 6: the name of the organisation heads it twice, in the two languages.
  private static let refusal = Form(
    id: "138-НҚ/6", appendix: 6,
    title: OfficialText(kk: "Дәлелді бас тарту", ru: "Мотивированный отказ"),
    fields: [
      FormField("organisation", kk: "Ұйымның атауы", ru: "Наименование организации"),
      FormField("number", kk: "Нөмірі №", ru: "Номер №"),
      FormField("issuedOn", kk: "Берілген күні", ru: "Дата выдачи"),
      FormField("holderName", kk: "Өтініш берушінің аты", ru: "Наименование заявителя"),
      FormField("provider", kk: "Көрсетілетін қызметті берушінің атауы", ru: "Наименование услугодателя"),
      FormField("applicationDate", kk: "өтінімінің күні", ru: "Дата заявки"),
      FormField("incomingNumber", kk: "кіріс құжаттың нөмірі", ru: "Номер входящего документа"),
      FormField("reason", kk: "Бас тарту себебі", ru: "Причина отказа"),
      FormField("signerPosition", kk: "Қол қоюшының лауазымы", ru: "Должность подписывающего"),
      FormField(
        "signerName", kk: "тегі, аты, әкесінің аты (бар болса) [қол қоюшының]",
        ru: "фамилия, имя, отчество (при его наличии) (подписывающего)"),
    ],
    readings: ["I-06", "I-19f"])

  /// Appendix 7. It is absent from the Russian text.
  private static let inclusionNotice = Form(
    id: "138-НҚ/7", appendix: 7,
    title: OfficialText(
      kk: "Цифрлық майнингке арналған аппараттық-бағдарламалық кешенді тізілімге енгізу туралы хабарлама", ru: nil),
    fields: [
      FormField("organisation", kk: "Ұйымның атауы", ru: nil),
      FormField("letterhead", kk: "Уәкілетті органның бланкі", ru: nil),
      FormField("number", kk: "№", ru: nil),
      FormField("issuedOn", kk: "күні", ru: nil),
      FormField("provider", kk: "Хабарлама берген мемлекеттік органның атауы", ru: nil),
      FormField("holderName", kk: "Заңды тұлғаның (жеке кәсіпкердің) атауы", ru: nil),
      FormField("holderId", kk: "Бизнес сәйкестендіру нөмірі/жеке сәйкестендіру нөмірі", ru: nil),
      FormField("tnvedCode", kk: "ЕАЭО СЭҚ ТН коды", ru: nil),
      FormField(
        "inclusionText",
        kk:
          "жолдаған өтініштің 3-қосымшасында көрсетілген аппараттық-бағдарламалық кешенің жеке сериялық нөмірлері мен "
          + "техникалық мәліметтеріне (цифрлық майнингке арналған аппараттық-бағдарламалық кешенің толық атауы маркасы, "
          + "моделі, саны) сәйкес аппараттық-бағдарламалық кешенің тізіліміне енгізу туралы хабарлама береді.",
        ru: nil),
      FormField("signerPosition", kk: "Қол қоюшының лауазымы", ru: nil),
      FormField("signerName", kk: "тегі, аты, әкесінің аты (бар болса) [қол қоюшының]", ru: nil),
    ],
    readings: ["I-09", "I-19j"])

  /// Appendix 8.
  private static let exclusionNotice = Form(
    id: "138-НҚ/8", appendix: 8,
    title: OfficialText(
      kk: "Цифрлік майнингке арналған аппараттық-бағдарламалық кешенді тізілімнен шығару туралы Хабарлама",
      ru: "Уведомление об исключении из реестра аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField("organisation", kk: "Ұйымның атауы", ru: "Наименование организации"),
      FormField("letterhead", kk: "Уәкілетті органның бланкі", ru: "Бланк уполномоченного органа"),
      FormField("number", kk: "№", ru: "№"),
      FormField("issuedOn", kk: "күні", ru: "дата"),
      FormField(
        "holderName", kk: "Осы хабарлама берілді (Заңды тұлғаның (жеке кәсіпкердің) атауы)",
        ru: "Настоящее уведомление выдано (наименования юридического лица (индивидуального предпринимателя)"),
      FormField(
        "model", kk: "цифрлық майнингке арналған аппараттық-бағдарламалық кешенің толық атауы",
        ru: "полное наименование аппаратно-программного комплекса для цифрового майнинга"),
      FormField("signerPosition", kk: "Қол қоюшының лауазымы", ru: "Должность подписывающего"),
      FormField(
        "signerName", kk: "тегі, аты, әкесінің аты (бар болса)",
        ru: "фамилия, имя, отчество (при его наличии) подписывающего"),
    ])

  /// Appendix 9. The day of the change and the entry's number are no fields of it: a notice states them beside it.
  private static let changeNotice = Form(
    id: "138-НҚ/9", appendix: 9,
    title: OfficialText(
      kk:
        "Цифрлық майнингке арналған аппараттық-бағдарламалық кешеннің тізіліміне мәліметтерді өзгерту туралы хабарлама",
      ru: "Уведомление об изменении сведений в реестр аппаратно-программного комплекса для цифрового майнинга"),
    fields: [
      FormField(
        "holderName", kk: "Цифрлық майнердің атауы (тегі, аты, әкесінің аты (бар болса))",
        ru: "Наименование цифрового майнера"),
      FormField(
        "newContent", kk: "Жаңа редакциядағы тізілім жазбасының атауы және мазмұны",
        ru: "Наименование и содержание реестровой записи в новой редакции"),
      FormField(
        "reason", kk: "Мәлімделген өзгерістердің және (немесе) толықтырулардың себебі",
        ru: "Причина заявляемых изменений и (или) дополнений"),
      FormField(
        "contacts", kk: "Байланыс деректері (телефон, электрондық пошта)",
        ru: "Контактные данные (телефон, электронная почта)"),
      FormField(
        "signature", kk: "Өтініш берушінің электрондық цифрлық қолтаңбасы", ru: "Электронная цифровая подпись заявителя"
      ),
      FormField(
        "signerName", kk: "тегі, аты, әкесінің аты (бар болса)", ru: "фамилия, имя, отчество (при его наличии)"),
      FormField("filledOn", kk: "Толтыру күні", ru: "Дата заполнения"),
    ],
    readings: ["I-17", "I-19h", "I-19i"])
}
