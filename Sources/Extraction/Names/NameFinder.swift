import ArticleModel
import IndexDefinition

/// Finds the people and organisations that an article names, and which names mean the same.
///
/// Two passes: `NameScanner` reads the capitalised runs, `NameLinker` joins what they name over the whole article;
/// headlines come last, when the names of the text are known. Names in captions count; boilerplate has none.
struct NameFinder: Sendable {
  let lexicon: NameLexicon
  let governments: GovernmentNames
  let roleSynonyms: RoleSynonyms
  private let nicknames: Nicknames

  init(definition: Definition) {
    governments = GovernmentNames(definition: definition)
    roleSynonyms = RoleSynonyms(definition: definition)
    lexicon = NameLexicon(definition: definition)
    nicknames = Nicknames(definition: definition)
  }

  func names(in tokens: TokenTable) -> NameTable {
    var scanner = NameScanner(tokens, lexicon)
    scanner.scan()
    // Handed on, not copied: what two have is copied as soon as one of them writes.
    var linker = NameLinker(consume scanner, nicknames: nicknames)
    linker.link()
    var headlines = HeadlineReader(linker: consume linker)
    headlines.read(headlines.linker.headlines)
    var table = headlines.linker.takeTable()
    sort(&table)
    NicknameReader(tokens: tokens).join(&table)
    table.noteIndices(count: tokens.count)
    return table
  }

  private func sort(_ table: inout NameTable) {
    table.names.sort { ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound) }
    // What overlaps an earlier name stands inside it.
    var end = 0
    table.names.removeAll { name in
      defer { end = max(end, name.tokens.upperBound) }
      return name.tokens.lowerBound < end
    }
    var counts = [Int](column: 0, count: table.entities.count)
    for name in table.names { if let entity = name.entity { counts[entity] += 1 } }
    for entity in counts.indices where counts[entity] > 0 {
      table.entities[entity].mentions.reserveCapacity(counts[entity])
    }
    for (index, name) in table.names.enumerated() {
      guard let entity = name.entity else { continue }
      table.entities[entity].mentions.append(index)
      if name.isFull { table.entities[entity].fullMentions += 1 }
    }
  }
}
