import QueryLanguage
import XapianStore

/// The words of one index in the order of their bytes, for what can't be found by its beginning.
struct WordList {
  private let words: NumberColumn
  private let ends: NumberColumn

  init(_ source: ColumnSource) throws {
    words = try source.numbers(ColumnKey.words)
    ends = try source.numbers(ColumnKey.wordEnds)
  }

  /// - Parameter database: Of articles.
  static func builder(_ database: StoreDatabase, isRemote: Bool) throws -> ColumnImage.Builder {
    // Prefixes are ASCII capitals: words begin with a digit, or with what stands behind the capitals.
    var words = try (0...9).flatMap { try database.terms(prefix: "\($0)").map(\.term) }
    if isRemote {
      // A server sends all terms with a prefix, whatever the first one that is wanted.
      words += try (UInt8(ascii: "[")...UInt8.max).flatMap { try database.terms(prefix: [$0]).map(\.term) }
    } else {
      words += try database.terms(prefix: "", from: "[").map(\.term)
    }
    words.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var (bytes, ends): ([UInt8], [UInt32]) = ([], [])
    for word in words {
      bytes.append(contentsOf: word.utf8)
      ends.append(UInt32(bytes.count))
    }
    var builder = ColumnImage.Builder()
    builder.add(ColumnKey.words, bytes: bytes)
    builder.add(ColumnKey.wordEnds, ends)
    return builder
  }

  /// Calls `body` with the bytes of every word.
  func visit(_ body: (UnsafeRawBufferPointer) -> Void) {
    var start = 0
    for index in 0..<ends.count {
      let end = ends[index]
      body(words.slice(start, end))
      start = end
    }
  }
}

/// The words of all indexes that are asked.
struct Vocabulary {
  let shards: [WordList]

  /// Each word once.
  private func words(_ isWanted: (UnsafeRawBufferPointer) -> Bool) -> [String] {
    var known: Set<String> = []
    var found: [String] = []
    for shard in shards {
      shard.visit { bytes in
        guard isWanted(bytes) else { return }
        let word = String(decoding: bytes, as: UTF8.self)
        if known.insert(word).inserted { found.append(word) }
      }
    }
    return found
  }

  /// The words at an edit distance, and the word itself where an index has it.
  func words(near word: String, distance: Int) -> [String] {
    let (wanted, bytes) = (Array(word.unicodeScalars), Array(word.utf8))
    let letters = bytes.withUnsafeBytes { Self.letters(of: $0) }
    return words { candidate in
      // Each edit adds or removes four bytes at most.
      guard abs(candidate.count - bytes.count) <= 4 * distance else { return false }
      // An edit takes one letter away and brings one in at most: most words differ by more, and end here.
      if let letters, let others = Self.letters(of: candidate) {
        if abs(candidate.count - bytes.count) > distance { return false }
        if (letters ^ others).nonzeroBitCount > 2 * distance { return false }
      }
      let scalars = Array(String(decoding: candidate, as: UTF8.self).unicodeScalars)
      return Suggestion.distance(wanted, scalars, atMost: distance) <= distance
    }
  }

  /// Which ASCII letters and digits a word has; `nil` where it has others.
  private static func letters(of word: UnsafeRawBufferPointer) -> UInt64? {
    var letters: UInt64 = 0
    for byte in word {
      if byte >= 0x80 { return nil }
      letters |= 1 << UInt64(byte & 63)
    }
    return letters
  }

  /// The bigrams that hold a character.
  func bigrams(holding character: String) -> [String] {
    words { bytes in
      guard bytes.count <= 8 else { return false }
      let word = String(decoding: bytes, as: UTF8.self)
      return word.unicodeScalars.count <= 2 && word.holds(character)
    }
  }
}
