/// The word forms that went into an index, each once a language, with the units that hold them.
///
/// Their stems become entries of the metadata at the end (see `StemForms`): so a form is stemmed once, not once an occurrence, and
/// the postings hold words as they stand in the text only.
struct FormTable: Sendable {
  struct Units: OptionSet, Sendable {
    let rawValue: UInt8
    static let articlesAndSegments = Units(rawValue: 1)
    static let statements = Units(rawValue: 2)

    func contains(_ unit: IndexUnit) -> Bool { contains(unit == .statement ? .statements : .articlesAndSegments) }
  }

  private struct Language {
    var name: String
    var forms = ByteInterner(minimumCapacity: 4096)
    var units: [UInt8] = []
  }

  private var languages: [Language] = []
  private var current = 0

  /// The forms noted so far, over all languages.
  var count: Int { languages.reduce(0) { $0 + $1.units.count } }

  /// Notes the words of an article.
  ///
  /// The units are told apart only roughly: a form that no document of a unit holds does no harm there.
  mutating func note(wordsOf words: ByteInterner, language: String, hasStatements: Bool) {
    select(language: language)
    for number in 0..<words.count {
      words.withBytes(number) {
        note($0, in: hasStatements ? [.articlesAndSegments, .statements] : .articlesAndSegments)
      }
    }
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
  private mutating func note(_ form: UnsafeBufferPointer<UInt8>, in units: Units) {
    let number = languages[current].forms.intern(form)
    if number == languages[current].units.count {
      languages[current].units.append(units.rawValue)
    } else {
      languages[current].units[number] |= units.rawValue
    }
  }

  /// Takes the forms of another table in.
  mutating func merge(_ other: FormTable) {
    for language in other.languages {
      select(language: language.name)
      for number in 0..<language.units.count {
        language.forms.withBytes(number) { note($0, in: Units(rawValue: language.units[number])) }
      }
    }
  }

  mutating func removeAll() {
    languages.removeAll()
    current = 0
  }

  /// Language by language, forms in the order in which they came.
  func forEachForm(_ body: (_ language: String, _ form: UnsafeBufferPointer<UInt8>, Units) throws -> Void) rethrows {
    for language in languages {
      for number in 0..<language.units.count {
        try language.forms.withBytes(number) {
          try body(language.name, $0, Units(rawValue: language.units[number]))
        }
      }
    }
  }
}
