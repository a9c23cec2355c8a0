import QueryLanguage
import TextAnalysis
import XapianStore

/// Finds the words of the index that a word of the query stands for.
struct WordExpansion {
  /// More words than these are an error: such a query means nothing, and takes long.
  static let mostWords = 1000

  let unit: OpenUnit
  /// Words around a statement count too.
  let withContext: Bool

  /// The forms of the word's stem in every language of the index; the word itself first.
  ///
  /// - Parameter languages: Of these alone where not empty: what `lang:` asks for.
  func forms(of word: String, languages: [String]) throws -> [String] {
    var forms = [word]
    for language in try unit.languages() where languages.isEmpty || languages.contains(language.code) {
      let key = IndexTerms.stemKey(language: language.code, stem: language.stemmer.stem(word))
      for form in try unit.database.synonyms(of: key) where !forms.contains(form) { forms.append(form) }
    }
    return forms
  }

  /// The words that begin so, at most one more than `mostWords`.
  func words(beginningWith letters: String) throws -> [String] {
    let limit = Self.mostWords + 1
    var words = try unit.database.terms(prefix: letters, limit: limit).map(\.term)
    guard withContext, words.count < limit else { return words }
    var known = Set(words)
    for (term, _) in try unit.database.terms(prefix: IndexTerms.context(letters), limit: limit) {
      let word = String(term.dropFirst())
      if known.insert(word).inserted { words.append(word) }
    }
    return words
  }

  /// The words at an edit distance, and the word itself where the index has it.
  func words(near word: String, distance: Int) throws -> [String] {
    let (wanted, letters) = (Array(word.unicodeScalars), Self.letters(of: word))
    return try unit.vocabulary().words.filter { candidate in
      let length = candidate.utf8.count
      // Each edit adds or removes four bytes at most.
      guard length <= word.utf8.count + 4 * distance, length + 4 * distance >= word.utf8.count else { return false }
      // An edit takes one letter away and brings one in at most: most words differ by more, and end here.
      if let letters, let others = Self.letters(of: candidate), (letters ^ others).nonzeroBitCount > 2 * distance {
        return false
      }
      return Suggestion.distance(wanted, Array(candidate.unicodeScalars), atMost: distance) <= distance
    }
  }

  /// Which ASCII letters and digits a word has; `nil` where it has others.
  private static func letters(of word: String) -> UInt64? {
    var letters: UInt64 = 0
    for byte in word.utf8 {
      if byte >= 0x80 { return nil }
      letters |= 1 << UInt64(byte & 63)
    }
    return letters
  }

  /// The bigrams that hold a single character of a script without spaces: texts are indexed by bigrams.
  func bigrams(holding character: String) throws -> [String] {
    try unit.vocabulary().words.filter { $0.unicodeScalars.count <= 2 && $0.holds(character) }
  }
}
