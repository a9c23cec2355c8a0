import XapianStore

/// Writes the stems of word forms as synonyms: `en:set` lists `set`, `sets`, `setting`.
struct SynonymWriter {
  private var stemmers: [String: StoreStemmer?] = [:]

  /// Sorted by stem, because the database rewrites the list of a stem whenever the stem changes.
  ///
  /// Forms that begin with a digit and are their own stem are left out: there are many, and asking finds them as written.
  mutating func synonyms(of forms: FormTable, _ unit: IndexUnit) -> [(key: String, form: String)] {
    var list: [(key: String, form: String)] = []
    forms.forEachForm { language, form, units in
      guard units.contains(unit), let stemmer = stemmer(language) else { return }
      let text = String(decoding: form, as: UTF8.self)
      let stem = stemmer.stem(text)
      if stem == text, form[0] &- UInt8(ascii: "0") < 10 { return }
      list.append((IndexTerms.stemKey(language: language, stem: stem), text))
    }
    return list.sorted { ($0.key, $0.form) < ($1.key, $1.form) }
  }

  private mutating func stemmer(_ language: String) -> StoreStemmer? {
    if let known = stemmers[language] { return known }
    let made = StoreStemmer(language: language)
    stemmers[language] = .some(made)
    return made
  }
}
