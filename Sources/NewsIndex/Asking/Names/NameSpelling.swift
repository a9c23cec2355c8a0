/// Chooses among spellings of a name that fold alike.
enum NameSpelling {
  /// Whether the first is the one to show: the same wherever the names are stored and in whatever order they came. The
  /// one with more words like `Roth`, not `ROTH`, `ROth` or `roth`, goes first; then small letters (`trade sources`) go
  /// before capitals that are no abbreviation (`TRADE SOURCES`, not `NATO`); then the order of the bytes decides.
  static func isBetter(_ name: String, than other: String) -> Bool {
    let (titled, otherTitled) = (titledWords(name), titledWords(other))
    if titled != otherTitled { return titled > otherTitled }
    let (isShouted, isOtherShouted) = (isShouted(name), isShouted(other))
    if isShouted != isOtherShouted { return isOtherShouted }
    return name.utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// The best of the spellings that occur, without those that are three times rarer than the commonest: one heading with
  /// `Trade Sources` doesn't rename a hundred `trade sources`.
  static func commonest(of counts: [String: Int]) -> String? {
    let most = counts.values.max() ?? 0
    return counts.filter { $0.value * 3 > most }.keys.min { isBetter($0, than: $1) }
  }

  /// Whether a name of capitals alone is longer than abbreviations are.
  private static func isShouted(_ name: String) -> Bool {
    name.utf8.count > 6 && !name.unicodeScalars.contains { $0.properties.isLowercase }
  }

  private static func titledWords(_ name: String) -> Int {
    name.split(separator: " ").count { word in
      let scalars = word.unicodeScalars
      guard let first = scalars.first, first.properties.isUppercase else { return false }
      let rest = scalars.dropFirst()
      return rest.first?.properties.isUppercase == false && rest.contains { $0.properties.isLowercase }
    }
  }
}
