/// The word forms that went into an index, each once a language.
///
/// Their stems become entries of the metadata at the end (see `StemForms`): so a form is stemmed once, not once an
/// occurrence, and the postings hold words as they stand in the text only.
struct FormTable: Sendable {
  private struct Language {
    var name: String
    var forms = ByteInterner(minimumCapacity: 4096)
  }

  private var languages: [Language] = []
  private var current = 0

  /// The forms noted so far, over all languages.
  var count: Int { languages.reduce(0) { $0 + $1.forms.count } }

  /// Notes the words of an article.
  mutating func note(wordsOf words: ByteInterner, language: String) {
    select(language: language)
    for number in 0..<words.count { words.withBytes(number) { note($0) } }
  }

  /// Chooses the language of the forms that follow.
  private mutating func select(language name: String) {
    if current < languages.count, languages[current].name == name { return }
    if let index = languages.firstIndex(where: { $0.name == name }) {
      current = index
    } else {
      current = languages.count
      languages.append(Language(name: name))
    }
  }

  @inline(__always)
  private mutating func note(_ form: UnsafeBufferPointer<UInt8>) { _ = languages[current].forms.intern(form) }

  /// Takes the forms of another table in.
  mutating func merge(_ other: FormTable) {
    for language in other.languages {
      select(language: language.name)
      for number in 0..<language.forms.count { language.forms.withBytes(number) { note($0) } }
    }
  }

  mutating func removeAll() {
    languages.removeAll()
    current = 0
  }

  /// Language by language, forms in the order in which they came.
  func forEachForm(_ body: (_ language: String, _ form: UnsafeBufferPointer<UInt8>) throws -> Void) rethrows {
    for language in languages {
      for number in 0..<language.forms.count {
        try language.forms.withBytes(number) { try body(language.name, $0) }
      }
    }
  }
}
