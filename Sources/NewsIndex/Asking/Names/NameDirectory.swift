/// The names of a field that a unit knows, as written and folded.
final class NameDirectory {
  struct Name {
    /// As the first article writes it.
    var written: String
    var folded: String
  }

  private let written: [String]
  /// All folded names behind one another, each with a space on both sides and a line feed behind: one search over it
  /// finds a word in any of them.
  private let folded: [UInt8]
  /// Where each name's first space stands.
  private let starts: [Int]

  /// - Parameter shards: The names of each index; those that fold alike are one.
  init(_ shards: [[String]]) {
    var known: Set<String> = []
    var (written, folded, starts): ([String], [UInt8], [Int]) = ([], [], [])
    for name in shards.joined() {
      let key = IndexTerms.foldedName(name)
      guard known.insert(key).inserted else { continue }
      starts.append(folded.count)
      written.append(name)
      folded.append(0x20)
      folded.append(contentsOf: key.utf8)
      folded.append(contentsOf: [0x20, 0x0A])
    }
    (self.written, self.folded, self.starts) = (written, folded, starts)
  }

  /// The names that hold some folded words behind one another.
  func names(holding words: [String]) -> [Name] { names(with: " \(words.joined(separator: " ")) ") }

  private func names(with wanted: String) -> [Name] {
    var found: [Name] = []
    let bytes = Array(wanted.utf8)
    guard let last = bytes.indices.last, bytes.count <= folded.count else { return [] }
    var offset = 0
    folded.withUnsafeBufferPointer { all in
      while offset + last < all.count {
        // The last letters of words differ more than the space that all of them begin with.
        guard all[offset + last - 1] == bytes[last - 1], isEqual(all, offset, bytes) else {
          offset += 1
          continue
        }
        let index = self.index(at: offset)
        found.append(name(index))
        offset = end(index)
      }
    }
    return found
  }

  private func isEqual(_ all: UnsafeBufferPointer<UInt8>, _ offset: Int, _ bytes: [UInt8]) -> Bool {
    for index in bytes.indices where all[offset + index] != bytes[index] { return false }
    return true
  }

  private func name(_ index: Int) -> Name {
    let bytes = folded[(starts[index] + 1)..<(end(index) - 2)]
    return Name(written: written[index], folded: String(decoding: bytes, as: UTF8.self))
  }

  private func end(_ index: Int) -> Int { index + 1 < starts.count ? starts[index + 1] : folded.count }

  /// The name that a byte belongs to.
  private func index(at offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The names that fold to any of some texts.
  func names(equalTo texts: [String]) -> [Name] {
    texts.flatMap { names(with: " \($0) \n") }.filter { texts.contains($0.folded) }
  }
}
