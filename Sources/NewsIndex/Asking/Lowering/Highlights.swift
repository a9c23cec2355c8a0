/// What to mark in the text of a hit: words, and words behind one another.
struct Highlights {
  private(set) var words: Set<String> = []
  /// Each part lists the words that may stand there.
  private(set) var phrases: [[Set<String>]] = []

  mutating func add(words new: [String]) { words.formUnion(new) }

  mutating func add(phrase: [[String]]) {
    if phrase.count == 1 { add(words: phrase[0]) }
    if phrase.count > 1 { phrases.append(phrase.map(Set.init)) }
  }

  mutating func add(_ other: Highlights) {
    words.formUnion(other.words)
    phrases += other.phrases
  }

  var isEmpty: Bool { words.isEmpty && phrases.isEmpty }
}
