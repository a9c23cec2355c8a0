/// The forms that a database holds of one stem: `sets` and `setting` of `set`.
///
/// They stand in the metadata, `s:en:set` -> `=,sets,setting`, where `=` is the stem itself. Xapian's synonyms would be
/// the place for them, but its remote backend doesn't pass synonyms on: a remote shard would silently find less.
struct StemForms: Hashable, Sendable {
  let stem: String
  /// In the order in which they came.
  private(set) var forms: [String]

  init(stem: String) {
    self.stem = stem
    forms = []
  }

  static func key(language: String, stem: String) -> String { "s:\(language):\(stem)" }

  mutating func insert(_ form: String) {
    if !forms.contains(form) { forms.append(form) }
  }

  mutating func formUnion(_ other: StemForms) {
    for form in other.forms { insert(form) }
  }

  // Words hold letters, digits and marks: no comma and no equals sign.

  func encode() -> [UInt8] {
    Array(forms.map { $0 == stem ? "=" : $0 }.joined(separator: ",").utf8)
  }

  init(stem: String, decoding bytes: [UInt8]) {
    self.stem = stem
    forms = String(decoding: bytes, as: UTF8.self).split(separator: ",").map { $0 == "=" ? stem : String($0) }
  }
}
