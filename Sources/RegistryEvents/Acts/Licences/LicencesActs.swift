extension ActCatalogue {
  static let licences: [Entry] = []
}
