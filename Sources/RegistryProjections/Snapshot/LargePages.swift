internal import Glibc

/// Memory of a size that is worth large pages.
enum LargePages {
  private static let size: UInt = 2 << 20

  /// Asks the system for large pages in memory that is about to be filled: one page fault then stands for 512 (`madvise(2)`). A hint: where
  /// the system has none, nothing changes.
  static func advise(_ memory: UnsafeMutableRawBufferPointer) {
    guard memory.count >= 2 * size, let start = memory.baseAddress else { return }
    let first = (UInt(bitPattern: start) + size - 1) & ~(size - 1)
    let end = (UInt(bitPattern: start) + UInt(memory.count)) & ~(size - 1)
    // Unsafe: whole pages within the memory, which the hint does not change.
    _ = madvise(UnsafeMutableRawPointer(bitPattern: first), Int(end - first), MADV_HUGEPAGE)
  }
}

extension Array {
  /// Makes room for so many elements and a few more, so that the first which is added does not move them all.
  mutating func reserve(forMoreThan count: Int) {
    reserveCapacity(count + count / 16)
    let capacity = capacity
    withUnsafeMutableBufferPointer { elements in
      LargePages.advise(
        UnsafeMutableRawBufferPointer(start: elements.baseAddress, count: capacity * MemoryLayout<Element>.stride))
    }
  }
}
