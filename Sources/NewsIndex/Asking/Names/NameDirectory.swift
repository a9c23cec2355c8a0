/// The names of a field that a unit knows, as written and folded.
struct NameDirectory {
  struct Name {
    /// As the first article writes it.
    var written: String
    var folded: String
  }

  let shards: [NameList]

  /// The names that hold some folded words behind one another; those that fold alike are one. Initials between the words,
  /// as in `harry m reid`, don't part them.
  func names(holding words: [String]) -> [Name] {
    guard words.count > 1, let longest = words.max(by: { $0.utf8.count < $1.utf8.count }) else {
      return names(with: " \(words.joined(separator: " ")) ")
    }
    return names(with: " \(longest) ").filter { Self.name($0.folded, holds: words) }
  }

  private static func name(_ folded: String, holds words: [String]) -> Bool {
    let parts = folded.split(separator: " ")
    return parts.indices.contains { start in
      var part = start
      for word in words {
        // Before the first word nothing is skipped.
        while part > start, part < parts.endIndex, parts[part] != word, parts[part].unicodeScalars.count == 1 {
          part += 1
        }
        guard part < parts.endIndex, parts[part] == word else { return false }
        part += 1
      }
      return true
    }
  }

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
