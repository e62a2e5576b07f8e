import RegistryProjections

extension HelpTopic {
  /// Every finding of an audit, by which rule and clause: `journal-tool help findings`.
  static let findings = HelpTopic("findings", abstract: "Every finding of an audit, its weight and its clause.") {
    width in
    let introduction = """
      A finding is something that the law did not want and that was done all the same, or left undone. A note needs nothing, \
      a warning wants a look, a breach is against a provision. What stands in the journal is never changed by it.
      """
    var told: Set<String> = []
    var entries: [String] = []
    for regulation in RuleBook.standard.regulations {
      for rule in regulation.editions.compactMap(\.provisions).flatMap(\.rules) {
        for finding in rule.findings where told.insert(finding.code).inserted {
          let text = "\(finding.text) (\(finding.severity.rawValue), \(finding.clause), rule \(finding.rule))"
          entries.append(finding.code + "\n" + TextWrapping.wrap(text, width: width, indent: 4))
        }
      }
    }
    return ([TextWrapping.wrap(introduction, width: width)] + entries).joined(separator: "\n\n")
  }
}
