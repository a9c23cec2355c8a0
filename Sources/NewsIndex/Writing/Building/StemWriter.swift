import XapianStore

/// Makes the entries of the metadata that say which forms stems have (see `StemForms`).
struct StemWriter {
  private var stemmers: [String: StoreStemmer?] = [:]

  /// In the order of the keys, as the database wants them; the same whatever the order in which forms came.
  ///
  /// Forms that begin with a digit and are their own stem are left out: there are many, and asking finds them as written.
  mutating func entries(of forms: FormTable) -> [(key: String, forms: StemForms)] {
    var list: [(key: String, stem: String, form: String)] = []
    forms.forEachForm { language, form in
      guard let stemmer = stemmer(language) else { return }
      let text = String(decoding: form, as: UTF8.self)
      let stem = stemmer.stem(text)
      if stem == text, form[0] &- UInt8(ascii: "0") < 10 { return }
      list.append((StemForms.key(language: language, stem: stem), stem, text))
    }
    list.sort { ($0.key, $0.form) < ($1.key, $1.form) }
    var entries: [(key: String, forms: StemForms)] = []
    for (key, stem, form) in list {
      if entries.last?.key != key { entries.append((key, StemForms())) }
      entries[entries.count - 1].forms.insert(form, of: stem)
    }
    return entries
  }

  private mutating func stemmer(_ language: String) -> StoreStemmer? {
    if let known = stemmers[language] { return known }
    let made = StoreStemmer(language: language)
    stemmers[language] = .some(made)
    return made
  }
}
