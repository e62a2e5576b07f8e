extension ActCatalogue {
  static let trusted: [Entry] = []
}
