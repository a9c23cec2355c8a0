/// What to mark in the text of a hit: words, and words behind one another.
struct Highlights {
  private(set) var words = HashedWords()
  /// Each part lists the words that may stand there.
  private(set) var phrases: [[Set<String>]] = []
  /// All of the words of phrases.
  private(set) var phraseWords = HashedWords()

  mutating func add(words new: [String]) { words.insert(new) }

  mutating func add(phrase: [[String]]) {
    if phrase.count == 1 { return add(words: phrase[0]) }
    if phrase.isEmpty { return }
    phrases.append(phrase.map(Set.init))
    for part in phrase { phraseWords.insert(part) }
  }

  mutating func add(_ other: Highlights) {
    words.insert(Array(other.words.words))
    phrases += other.phrases
    phraseWords.insert(Array(other.phraseWords.words))
  }

  var isEmpty: Bool { words.isEmpty && phrases.isEmpty }
}

/// Words to be found in a text, most of whose words are none of them: a hash tells that.
struct HashedWords {
  private(set) var words: Set<String> = []
  private var hashes: Set<UInt64> = []

  mutating func insert(_ new: [String]) {
    for word in new where words.insert(word).inserted { hashes.insert(StableHash.of(word)) }
  }

  var isEmpty: Bool { words.isEmpty }

  /// Whether a folded word of a text is one of them.
  func holds(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.contains(StableHash.of(word)) && words.contains(String(decoding: word, as: UTF8.self))
  }
}
