import TextAnalysis

/// A piece of a query, cut into words by the same rules as the texts.
struct WordCut {
  /// The words that follow one another.
  var words: [String] = []
  /// Joined forms of compounds: `covid19` for the words 0 and 1 of `COVID-19`.
  var joined: [(term: String, range: Range<Int>)] = []

  init(_ text: String) {
    let all = SearchWords.words(in: text)
    words = all.filter { !$0.isAlternative }.map(\.term)
    for word in all where word.isAlternative {
      let first = word.position - 1
      var (end, form) = (first, "")
      while end < words.count, form.utf8.count < word.term.utf8.count {
        form += words[end]
        end += 1
      }
      // Other alternatives (`brien` of `O'Brien`) only let a part of the word be found.
      if form == word.term, end - first > 1 { joined.append((word.term, first..<end)) }
    }
  }
}

/// A part of a phrase: a word, or the beginning of words.
struct PhrasePart: Hashable {
  var word: String
  var isPrefix: Bool
}

/// The words of a phrase; several ways where it holds a compound that may be written joined.
struct PhraseCut {
  var variants: [[PhrasePart]]

  /// A `*` ends a word that others begin with.
  init(_ text: String) {
    variants = [[]]
    for chunk in text.split(whereSeparator: \.isWhitespace) {
      var rest = chunk[...]
      while !rest.isEmpty {
        let star = rest.firstIndex(of: "*")
        append(String(rest[..<(star ?? rest.endIndex)]), isPrefix: star != nil)
        rest = star.map { rest[rest.index(after: $0)...] } ?? ""
      }
    }
    variants.removeAll(where: \.isEmpty)
  }

  private mutating func append(_ text: String, isPrefix: Bool) {
    let cut = WordCut(text)
    guard !cut.words.isEmpty else { return }
    var parts = cut.words.map { PhrasePart(word: $0, isPrefix: false) }
    parts[parts.count - 1].isPrefix = isPrefix
    let whole = cut.joined.first { $0.range == cut.words.indices }
    // Eight ways are enough: a phrase of four compounds is written as one way only.
    guard let whole, variants.count <= 4 else {
      for index in variants.indices { variants[index] += parts }
      return
    }
    let joined = PhrasePart(word: whole.term, isPrefix: isPrefix)
    variants = variants.map { $0 + parts } + variants.map { $0 + [joined] }
  }
}
