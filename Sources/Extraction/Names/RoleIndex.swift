import IndexDefinition

/// Which roles the people of an article have, so that "the minister" finds who was called one.
///
/// A class, because the roles are read when one is asked for: in most articles none is.
final class RoleIndex {
  private let names: NameTable
  private let tokens: TokenTable
  private let lexicon: NameLexicon
  private let synonyms: RoleSynonyms
  /// The words of the roles of every person, beside `NameTable.entities`.
  private lazy var words: [WordMap<Void>] = wordsOfRoles()

  init(names: NameTable, tokens: TokenTable, lexicon: NameLexicon, synonyms: RoleSynonyms) {
    self.names = names
    self.tokens = tokens
    self.lexicon = lexicon
    self.synonyms = synonyms
  }

  private func wordsOfRoles() -> [WordMap<Void>] {
    let reader = RoleReader(names: names, tokens: tokens, lexicon: lexicon)
    return names.entities.map { entity in
      var found: WordMap<Void> = [:]
      guard entity.kind == .person else { return found }
      for mention in entity.mentions.prefix(12) {
        let role = reader.role(at: mention) ?? 0..<0
        for token in role where tokens.isWord(token) {
          synonyms.add(tokens.hashes[token], to: &found)
          if Self.isFormer(token, tokens) { found.insert(Self.former) }
          if token > role.lowerBound { synonyms.addPair(tokens, token - 1, to: &found) }
        }
        // "Jane Doe is the MP for Harrow East"
        for token in reader.predicate(of: mention) ?? 0..<0 where tokens.isWord(token) {
          synonyms.add(tokens.hashes[token], to: &found)
          synonyms.addPair(tokens, token - 1, to: &found)
        }
        // "Jane Doe MP" is meant by "the MP" and "the lawmaker".
        let end = names.names[mention].tokens.upperBound
        for token in end - 1..<min(tokens.count, end + 1)
        where tokens.shapes[token] == .capitals && lexicon.classes(at: token, in: tokens).contains(.office) {
          synonyms.add(tokens.hashes[token], to: &found)
        }
        // "Jane Doe KC" is meant by "counsel".
        for token in end - 1..<min(tokens.count, end + 1)
        where tokens.shapes[token] == .capitals && Self.silks.contains(tokens.hashes[token]) {
          for word in Self.counsel { found.insert(word) }
        }
        // "Station house officer (SHO) Jane Doe" is meant by "the SHO".
        if let letters = lettersBefore(names.names[mention]) { synonyms.add(tokens.hashes[letters], to: &found) }
        // "Imam Doe" is meant by "the imam", though the title is no role.
        for token in names.names[mention].title where lexicon.classes(at: token, in: tokens).hasAny(.title) {
          synonyms.add(tokens.hashes[token], to: &found)
        }
      }
      return found
    }
  }

  /// The letters of an office in brackets right before a name.
  private func lettersBefore(_ name: FoundName) -> Int? {
    let close = name.full.lowerBound - 1
    guard close > 2, tokens.isCharacter(close, ")"), tokens.isCharacter(close - 2, "("),
      tokens.shapes[close - 1] == .capitals
    else { return nil }
    return close - 1
  }

  /// The one person, named before a token, to whom all words of a role apply; `nil` where nobody or several fit.
  func person(_ role: Range<Int>, head: Int, before token: Int) -> Int? {
    let wanted = role.filter { tokens.isWord($0) && !lexicon.classes(at: $0, in: tokens).contains(.function) }
    let wasOne = role.contains { Self.isFormer($0, tokens) }
    let isSmall = tokens.shapes[head] == .lower
    let head = tokens.hashes[head]
    var fitting: [Int] = []
    for (index, entity) in names.entities.enumerated() where words[index].contains(head) {
      // "the ex-minister" is not who is prime minister now.
      if wasOne, !words[index].contains(Self.former) { continue }
      guard let first = entity.mentions.first, names.names[first].tokens.lowerBound < token else { continue }
      if wanted.allSatisfy({ words[index].contains(tokens.hashes[$0]) || isLoose($0) }) { fitting.append(index) }
    }
    // "the Harrow East MP" is whose role names that place, whoever else is called an MP.
    let places = wanted.filter { isPartOfName($0) }
    if !places.isEmpty {
      let named = fitting.filter { index in places.allSatisfy { words[index].contains(tokens.hashes[$0]) } }
      if named.count == 1 { return named[0] }
    }
    // "the coach" is not who was coach before, where there is another one.
    if !wasOne, isSmall, fitting.count > 1, case let current = fitting.filter({ !words[$0].contains(Self.former) }),
      current.count == 1
    {
      return current[0]
    }
    if fitting.count <= 1 { return fitting.first }
    let near = fitting.filter { isNamed($0, near: token) }
    return near.count == 1 ? near[0] : nil
  }

  /// Whether what the article tells of somebody's office has a word.
  func holds(_ entity: Int, _ hash: UInt32) -> Bool { words[entity].contains(hash) }

  /// Whether the article gives somebody an office that such a word may stand for.
  func hasRole(_ entity: Int, in wanted: WordSet) -> Bool {
    words[entity].keys.contains { wanted.contains($0) }
  }

  /// "..., her lawyer said." before "lawyer Jane Doe": the only one in the article who has the role, named behind it or in the
  /// next paragraph for the first time. A bare "the president" is too often somebody else.
  func person(_ role: Range<Int>, head: Int, soonBehind token: Int) -> Int? {
    let isOwned = Self.owners.contains(tokens.hashes[role.lowerBound])
    guard isOwned || role.count > 2 else { return nil }
    let wanted = role.filter { tokens.isWord($0) && !lexicon.classes(at: $0, in: tokens).contains(.function) }
    let paragraph = tokens.paragraphOf[token]
    var found: Int?
    for (index, entity) in names.entities.enumerated() where words[index].contains(tokens.hashes[head]) {
      guard found == nil, let first = entity.mentions.first, names.names[first].tokens.lowerBound > token,
        tokens.paragraphOf[names.names[first].tokens.lowerBound] <= paragraph + 1,
        wanted.allSatisfy({ words[index].contains(tokens.hashes[$0]) || isLoose($0) })
      else { return nil }
      found = index
    }
    return found
  }

  /// The only one in the article who has a role, named in the next three paragraphs for the first time.
  func onlyPerson(head: Int, behind token: Int) -> Int? {
    var found: Int?
    for (index, entity) in names.entities.enumerated() where words[index].contains(tokens.hashes[head]) {
      guard found == nil, let first = entity.mentions.first, case let named = names.names[first].tokens.lowerBound,
        named > token, tokens.sentenceOf[named] > tokens.sentenceOf[token],
        tokens.paragraphOf[named] - tokens.paragraphOf[token] <= 3
      else { return nil }
      found = index
    }
    return found
  }

  /// "former", "ex-minister".
  private static func isFormer(_ token: Int, _ tokens: TokenTable) -> Bool {
    tokens.hashes[token] == former
      || !tokens.isLetters[token] && tokens.withFolded(token..<token + 1) { $0.starts(with: "ex-".utf8) }
  }

  private static var silks: FewWords { FewWords("sc", "kc", "qc", "bl") }
  private static let counsel = [ByteHash.of("counsel"), ByteHash.of("barrister"), ByteHash.of("lawyer")]
  private static var former: UInt32 { ByteHash.of("former") }
  private static var owners: FewWords { FewWords("his", "her", "its", "their") }

  /// Words that add nothing: "the Russian president" for "President Vladimir ...".
  private func isLoose(_ token: Int) -> Bool {
    let classes = lexicon.classes(at: token, in: tokens)
    return classes.hasAny([.peopleWord, .modifier]) || Pronouns.possessives.contains(tokens.hashes[token])
      || tokens.shapes[token].isCapitalised || isAge(token)
  }

  /// "the 51-year-old director"
  private func isAge(_ token: Int) -> Bool {
    tokens.shapes[token] == .numeric && tokens.suffixes[token] == Self.old
  }

  private static var old: UInt32 { ByteHash.of("old") }

  /// A capital that belongs to no title.
  private func isPartOfName(_ token: Int) -> Bool {
    let classes = lexicon.classes(at: token, in: tokens)
    return tokens.shapes[token].isCapitalised && !classes.hasAny([.office, .role])
      && (!classes.contains(.modifier) || classes.hasAny([.organisation, .peopleWord]))
  }

  private func isNamed(_ entity: Int, near token: Int) -> Bool {
    let paragraph = tokens.paragraphOf[token]
    return names.entities[entity].mentions.contains { mention in
      let named = names.names[mention].tokens.lowerBound
      return named < token && paragraph - tokens.paragraphOf[named] <= 1
    }
  }
}

/// What else the holder of an office is called: "the senator" for Sen. Jane Doe.
struct RoleSynonyms: Sendable {
  private let nouns: WordMap<[UInt32]>

  init(definition: Definition) {
    var nouns: WordMap<[UInt32]> = [:]
    for row in definition.table("role-synonyms").rows {
      let noun = ByteHash.of(row[1].utf8)
      nouns[ByteHash.of(row.keyBytes), default: []].append(noun)
      nouns[ByteHash.of(Array(row.keyBytes) + [UInt8(ascii: ".")]), default: []].append(noun)
    }
    self.nouns = nouns
  }

  /// What two words together mean: "premier" for "prime minister".
  func addPair(_ tokens: TokenTable, _ first: Int, to words: inout WordMap<Void>) {
    let pair = tokens.withFolded(first..<first + 2) { ByteHash.of($0) }
    for noun in nouns[pair] ?? [] { words.insert(noun) }
  }

  func add(_ hash: UInt32, to words: inout WordMap<Void>) {
    words.insert(hash)
    for noun in nouns[hash] ?? [] { words.insert(noun) }
  }
}
