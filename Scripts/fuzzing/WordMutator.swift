/// Makes texts that nobody wrote from texts that somebody did: their words cut out, doubled, moved and swapped, with
/// marks and small words between them that change who speaks.
///
/// Single bytes hardly ever make a sentence that goes wrong half-way; this does in a minute. The same generator gives the
/// same texts. `Tests/ExtractionTests` uses it too.
struct WordMutator {
  /// Words and line ends, without the spaces between them.
  private var words: [ArraySlice<UInt8>]

  /// - Parameter most: Of a longer text some words of at most so many bytes are taken.
  init(_ text: [UInt8], most: Int, using random: inout some RandomNumberGenerator) {
    words = Self.words(text)
    guard text.count > most, !words.isEmpty else { return }
    let start = words[Int.random(in: 0..<words.count, using: &random)].startIndex
    words = Self.words(Array(text[start..<min(text.count, start + most)]))
  }

  private static func words(_ text: [UInt8]) -> [ArraySlice<UInt8>] {
    var words: [ArraySlice<UInt8>] = []
    var start = 0
    for (index, byte) in text.enumerated() where byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
      if index > start { words.append(text[start..<index]) }
      if byte == UInt8(ascii: "\n") { words.append(lineEnd) }
      start = index + 1
    }
    if start < text.count { words.append(text[start...]) }
    return words
  }

  private static let lineEnd = Array("\n".utf8)[...]

  /// The text with spaces between the words, cut to a length.
  func text(most: Int) -> [UInt8] {
    var text: [UInt8] = []
    for word in words {
      let isInLine = !text.isEmpty && text.last != UInt8(ascii: "\n") && word != Self.lineEnd
      guard text.count + word.count + 1 <= most else { break }
      if isInLine { text.append(UInt8(ascii: " ")) }
      text.append(contentsOf: word)
    }
    return text
  }

  /// One to a dozen changes.
  mutating func mutate(using random: inout some RandomNumberGenerator) {
    for _ in 0..<Int.random(in: 1...12, using: &random) { change(using: &random) }
  }

  private mutating func change(using random: inout some RandomNumberGenerator) {
    guard !words.isEmpty else { return insert(using: &random) }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2: words.remove(at: place(using: &random))
    case 3...5: insert(using: &random)
    case 6: glue(using: &random)
    case 7:
      let run = words[run(using: &random)]
      words.insert(contentsOf: run, at: place(using: &random))
    case 8:
      let range = run(using: &random)
      let moved = words[range]
      words.removeSubrange(range)
      words.insert(contentsOf: moved, at: words.isEmpty ? 0 : place(using: &random))
    default: words.swapAt(place(using: &random), place(using: &random))
    }
  }

  private func place(using random: inout some RandomNumberGenerator) -> Int {
    Int.random(in: 0..<words.count, using: &random)
  }

  private func run(using random: inout some RandomNumberGenerator) -> Range<Int> {
    let first = place(using: &random)
    return first..<min(words.count, first + Int.random(in: 1...6, using: &random))
  }

  private mutating func insert(using random: inout some RandomNumberGenerator) {
    guard let word = Self.between.randomElement(using: &random) else { return }
    words.insert(word, at: Int.random(in: 0...words.count, using: &random))
  }

  /// A mark at one side of a word, without a space.
  private mutating func glue(using random: inout some RandomNumberGenerator) {
    guard let mark = Self.marks.randomElement(using: &random) else { return }
    let place = place(using: &random)
    let word = Array(words[place])
    guard words[place] != Self.lineEnd else { return }
    words[place] = Bool.random(using: &random) ? (mark + word)[...] : (word + mark)[...]
  }

  /// The beginning of this text with the end of another.
  mutating func join(_ other: WordMutator, using random: inout some RandomNumberGenerator) {
    let kept = Int.random(in: 0...words.count, using: &random)
    let taken = Int.random(in: 0...other.words.count, using: &random)
    words = Array(words[..<kept] + other.words[taken...])
  }

  private static let marks = [".", "!", "?", ",", ";", ":", "“", "”", "\"", "‘", "’", "'s", "(", ")", "-", "…"]
    .map { Array($0.utf8) }

  private static let between =
    [
      "and", "said", "says", "that", "as", "told", "by", "to", "who", "which", "he", "she", "they", "the", "of", "not",
      "according", "to", "saying", "asked", "added", "-", "—", "HOST:", "Q:", "<", ">", "Mr.", "said,", "\n", "\n",
      "\n",
    ].map { Array($0.utf8)[...] } + marks.map { $0[...] }
}
