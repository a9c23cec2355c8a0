/// What to mark in the text of a hit: words, and words behind one another.
struct Highlights {
  private(set) var words: Set<String> = []
  /// The hashes of the words: most words of a text are none of them.
  private var hashes: Set<UInt64> = []
  /// Each part lists the words that may stand there.
  private(set) var phrases: [[Set<String>]] = []

  mutating func add(words new: [String]) {
    for word in new where words.insert(word).inserted { hashes.insert(StableHash.of(word)) }
  }

  /// Whether a folded word of a text is one of the words.
  func holds(word: UnsafeBufferPointer<UInt8>) -> Bool {
    hashes.contains(StableHash.of(word)) && words.contains(String(decoding: word, as: UTF8.self))
  }

  mutating func add(phrase: [[String]]) {
    if phrase.count == 1 { add(words: phrase[0]) }
    if phrase.count > 1 { phrases.append(phrase.map(Set.init)) }
  }

  mutating func add(_ other: Highlights) {
    add(words: Array(other.words))
    phrases += other.phrases
  }

  var isEmpty: Bool { words.isEmpty && phrases.isEmpty }
}
