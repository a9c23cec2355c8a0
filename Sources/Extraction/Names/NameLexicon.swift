import IndexDefinition

/// The word lists that finding names needs, joined into one hash table, so that a word costs one look.
///
/// Made of the tables of the definition; that of the built-in one lies ready. Keys are the hashes of folded words, as the
/// token table has them, and of runs of folded words with one space between them.
struct NameLexicon: Sendable {
  private let table: WordEntryTable
  /// In words.
  let longestPhrase: Int

  init(definition: Definition) {
    if let table = WordEntryTable(preparedIn: definition),
      let longest = FixedArray<UInt32>("names.longest", preparedIn: definition)
    {
      self.init(table, longestPhrase: Int(longest[0]))
    } else {
      self.init(filledFrom: definition)
    }
  }

  private init(filledFrom definition: Definition) {
    let filling = NameLexiconFilling(definition: definition)
    self.init(WordEntryTable(filling.table), longestPhrase: filling.longestPhrase)
  }

  private init(_ table: WordEntryTable, longestPhrase: Int) {
    (self.table, self.longestPhrase) = (table, longestPhrase)
  }

  static func images(of definition: Definition) -> [PreparedTables.Image] {
    let filled = NameLexicon(filledFrom: definition)
    let longest = FixedArray([UInt32(truncatingIfNeeded: filled.longestPhrase)])
    return filled.table.images + [longest.image("names.longest")]
  }

  @inline(__always)
  func entry(_ hash: UInt32) -> WordEntry { table.entry(hash) }

  @inline(__always)
  func classes(_ hash: UInt32) -> WordClass { table.classes(hash) }

  /// The tokens of an article with the numbers of their entries, which are asked for again and again.
  func look(up tokens: TokenTable) -> TokenTable { TokenTable(tokens, entries: table.numbers(tokens.hashes)) }

  @inline(__always)
  func entry(at token: Int, in tokens: TokenTable) -> WordEntry {
    guard token < tokens.entries.count else { return table.entry(tokens.hashes[token]) }
    return table.entry(numbered: tokens.entries[token])
  }

  @inline(__always)
  func classes(at token: Int, in tokens: TokenTable) -> WordClass {
    guard token < tokens.entries.count else { return table.classes(tokens.hashes[token]) }
    return table.classes(numbered: tokens.entries[token])
  }

  /// "Diplomats", "Dealers" at the beginning of a sentence: the capital is that of the sentence.
  func isPluralOfRole(_ token: Int, in tokens: TokenTable) -> Bool {
    guard tokens.shapes[token] == .capitalised else { return false }
    let singular = tokens.withFolded(token..<(token + 1)) { word -> UInt32? in
      word.count > 4 && word.last == UInt8(ascii: "s") ? ByteHash.of(word.dropLast()) : nil
    }
    return singular.map { classes($0).hasAny([.role, .office, .people, .anonymousNoun]) } ?? false
  }

  /// The longest entry of two words or more that begins at a token.
  func phrase(at token: Int, in tokens: TokenTable, before limit: Int) -> (end: Int, entry: WordEntry)? {
    var hash = ByteHash()
    var found: (end: Int, entry: WordEntry)?
    var index = token
    let last = min(limit, token + longestPhrase)
    var position = Int(tokens.foldedStarts[token])
    while index < last {
      let end = Int(tokens.foldedEnds[index])
      while position < end {
        hash.add(tokens.folded[position])
        position += 1
      }
      if index > token {
        let entry = entry(hash.value)
        if entry.classes.rawValue == 0 { return found }
        if entry.classes.rawValue != 0, !entry.classes.isSubset(of: .phraseStart) { found = (index + 1, entry) }
      }
      index += 1
    }
    return found
  }
}
