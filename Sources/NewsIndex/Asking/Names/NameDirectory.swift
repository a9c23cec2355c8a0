import QueryLanguage

/// The names of a field that a unit knows, as written and folded.
final class NameDirectory {
  struct Name {
    /// As the first article writes it.
    var written: String
    var folded: String
  }

  let names: [Name]

  /// - Parameter shards: The names of each index; those that fold alike are one.
  init(_ shards: [[String]]) {
    var known: Set<String> = []
    var names: [Name] = []
    for written in shards.joined() {
      let folded = IndexTerms.foldedName(written)
      if known.insert(folded).inserted { names.append(Name(written: written, folded: folded)) }
    }
    self.names = names
  }

  /// The names that hold some folded words behind one another.
  func names(holding words: [String]) -> [Name] {
    let wanted = " \(words.joined(separator: " ")) "
    return names.filter { " \($0.folded) ".holds(wanted) }
  }

  /// The names of which a word begins with folded letters; all of them for no letters.
  func names(beginningWith letters: String) -> [Name] {
    let wanted = " \(letters)"
    return names.filter { " \($0.folded)".holds(wanted) }
  }
}
