/// The forms that an index holds of the stems that begin with the same letters: `sets` and `setting` of `set`.
///
/// They stand in the metadata of `articles`, for all units, a few dozen stems an entry, because an entry of Xapian's
/// costs as much as the forms of a stem: `s:en:set` -> `set,+,+s,+ting` and a line each for `setback`, `settl`. In a form
/// `+` is the stem; one that does not begin with it stands as it is. Xapian's synonyms would be the place for them, but
/// its remote backend doesn't pass synonyms on: a remote shard would silently find less.
struct StemForms: Hashable, Sendable {
  /// By stem, in the order in which they came.
  private var forms: [String: [String]] = [:]

  init() {}

  /// Scalars of a stem that name its entry.
  private static let shared = 3

  static func key(language: String, stem: String) -> String {
    var key = "s:\(language):"
    key.unicodeScalars.append(contentsOf: stem.unicodeScalars.prefix(shared))
    return key
  }

  /// How many forms there are of all stems.
  var count: Int { forms.values.reduce(0) { $0 + $1.count } }

  func forms(of stem: String) -> [String] { forms[stem] ?? [] }

  mutating func insert(_ form: String, of stem: String) {
    if !forms[stem, default: []].contains(form) { forms[stem, default: []].append(form) }
  }

  mutating func formUnion(_ other: StemForms) {
    for (stem, forms) in other.forms {
      for form in forms { insert(form, of: stem) }
    }
  }

  // Words hold letters, digits and marks: no comma, no plus sign and no line feed.

  func encode() -> [UInt8] {
    var bytes: [UInt8] = []
    for (stem, forms) in forms.sorted(by: { $0.key < $1.key }) {
      bytes += stem.utf8
      for form in forms {
        bytes.append(UInt8(ascii: ","))
        if form.utf8.starts(with: stem.utf8) {
          bytes.append(UInt8(ascii: "+"))
          bytes += form.utf8.dropFirst(stem.utf8.count)
        } else {
          bytes += form.utf8
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  init(decoding bytes: [UInt8]) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let parts = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      let stem = String(decoding: parts[0], as: UTF8.self)
      forms[stem] = parts.dropFirst().map { part in
        part.first == UInt8(ascii: "+")
          ? stem + String(decoding: part.dropFirst(), as: UTF8.self) : String(decoding: part, as: UTF8.self)
      }
    }
  }
}
