import RegistryEvents

/// Consecutive entries of the register, of one firm and one lot.
struct EntryBlock: Sendable {
  let firm: Firm
  let lot: HardwareLot
  /// The number of the first entry.
  let firstEntry: Int64

  var entries: EntryRange { EntryRange(first: firstEntry, last: firstEntry + Int64(lot.count) - 1) }

  /// The numbers, as documents write them.
  var numbers: String {
    lot.count == 1 ? "№ \(firstEntry)" : "№ \(firstEntry)–\(firstEntry + Int64(lot.count) - 1)"
  }

  /// Some of them.
  func slice(_ range: Range<Int>) -> EntryBlock {
    EntryBlock(firm: firm, lot: lot.slice(range), firstEntry: firstEntry + Int64(range.lowerBound))
  }
}

/// Entries that stand and that no open case is about: what applications for exclusion and notices of changes are filed
/// for. It holds so many blocks and no more: what falls out stands for good.
struct StandingEntries {
  private var blocks: [EntryBlock] = []
  private static let most = 1024

  /// Takes in a block, perhaps at the cost of another.
  mutating func put(_ block: EntryBlock, _ random: inout SeededRandom) {
    if blocks.count < StandingEntries.most {
      blocks.append(block)
    } else {
      blocks[random.below(blocks.count)] = block
    }
  }

  /// Takes some block out.
  mutating func take(_ random: inout SeededRandom) -> EntryBlock? {
    blocks.isEmpty ? nil : remove(random.below(blocks.count))
  }

  /// Takes another block of a firm out.
  mutating func take(of firm: Firm) -> EntryBlock? {
    blocks.firstIndex { $0.firm.number == firm.number }.map { remove($0) }
  }

  private mutating func remove(_ index: Int) -> EntryBlock {
    blocks.swapAt(index, blocks.count - 1)
    return blocks.removeLast()
  }
}
