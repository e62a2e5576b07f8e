extension ActCatalogue {
  static let pools: [Entry] = []
}
