/// The names of a field that a unit knows, as written and folded.
struct NameDirectory {
  struct Name {
    /// As the first article writes it.
    var written: String
    var folded: String
  }

  let shards: [NameList]

  /// The names that hold some folded words behind one another; those that fold alike are one.
  func names(holding words: [String]) -> [Name] { names(with: " \(words.joined(separator: " ")) ") }

  /// The names that fold to any of some texts.
  func names(equalTo texts: [String]) -> [Name] {
    texts.flatMap { text in names(with: " \(text) \n").filter { $0.folded == text } }
  }

  private func names(with wanted: String) -> [Name] {
    var known: [String: Int] = [:]
    var found: [Name] = []
    let wanted = Array(wanted.utf8)
    for shard in shards {
      for ordinal in shard.ordinals(holding: wanted) {
        let name = Name(written: shard.written(ordinal), folded: shard.folded(ordinal))
        if let index = known[name.folded] {
          if NameSpelling.isBetter(name.written, than: found[index].written) { found[index] = name }
        } else {
          known[name.folded] = found.count
          found.append(name)
        }
      }
    }
    return found
  }
}
