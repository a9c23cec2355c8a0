import QueryLanguage
import TextAnalysis
import XapianStore

/// Finds the words of the index that a word of the query stands for.
struct WordExpansion {
  /// More words than these are an error: such a query means nothing, and takes long.
  static let mostWords = 1000
  /// The same for all words of a query together, so that no query takes for ever.
  static let mostWordsOfAQuery = 10_000

  let unit: OpenUnit
  /// Words around a statement count too.
  let withContext: Bool

  /// The forms of the word's stem in every language of the index; the word itself first.
  ///
  /// - Parameter languages: Of these alone where not empty: what `lang:` asks for.
  func forms(of word: String, languages: [String]) throws -> [String] {
    var forms = [word]
    for language in try unit.languages() where languages.isEmpty || languages.contains(language.code) {
      let found = try unit.forms(of: language.stemmer.stem(word), language: language.code)
      for form in found where !forms.contains(form) { forms.append(form) }
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
    try unit.vocabulary().words(near: word, distance: distance)
  }

  /// The bigrams that hold a single character of a script without spaces: texts are indexed by bigrams.
  func bigrams(holding character: String) throws -> [String] {
    try unit.vocabulary().bigrams(holding: character)
  }
}
