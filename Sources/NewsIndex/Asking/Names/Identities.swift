import IndexDefinition
import TextAnalysis

/// Names that belong to one person or organisation, whatever an article calls them.
///
/// The table `aliases` of the definition and the user's own lines, which go before it. They are applied when asking:
/// editing them never asks for another index. Nothing is read before the first name is asked for.
final class Identities {
  /// The user's own, by folded name.
  private let own: [String: String]
  private let table: LexiconTable?
  private let canonicalColumn: Int
  private let titles: LexiconTable?
  private lazy var groups = IdentityGroups(pairs)

  init() {
    (own, table, canonicalColumn, titles) = ([:], nil, 0, nil)
  }

  init(_ definition: Definition, own lines: [(canonical: String, name: String)]) {
    var own: [String: String] = [:]
    for (canonical, name) in lines {
      for text in [name, canonical] where own[IndexTerms.foldedName(text)] == nil {
        own[IndexTerms.foldedName(text)] = canonical
      }
    }
    self.own = own
    titles = definition.table("titles")
    let aliases = definition.table("aliases")
    canonicalColumn = aliases.column("canonical") ?? 1
    table = aliases.columnCount > canonicalColumn ? aliases : nil
  }

  /// The name that a person goes by; `nil` where the tables don't know the name.
  func canonical(of name: String) -> String? {
    if !own.isEmpty, let canonical = own[IndexTerms.foldedName(name)] { return canonical }
    guard let table, let row = table.row(Folding.fold(name)) else { return nil }
    let canonical = row[canonicalColumn]
    if canonical.isEmpty { return nil }
    return own.isEmpty ? canonical : own[IndexTerms.foldedName(canonical)] ?? canonical
  }

  /// The same for a name whose folded form has a known hash: most names are in no table, and are never put together.
  func canonical(hash: LexiconHash, of name: () -> String) -> String? {
    if own.isEmpty {
      guard let table, table.probe(hash: hash, { _ in true }).row != nil else { return nil }
    }
    return canonical(of: name())
  }

  /// What is left of a name behind the titles it begins with; `nil` where it begins with none, or is nothing else.
  ///
  ///     prime minister keir starmer      ->  keir starmer
  func withoutTitle(_ words: [String]) -> [String]? {
    guard let titles else { return nil }
    var rest = words[...]
    while let length = (1...3).last(where: { length in
      length < rest.count && titles.contains(rest.prefix(length).joined(separator: " "))
    }) {
      rest = rest.dropFirst(length)
    }
    return rest.count < words.count ? Array(rest) : nil
  }

  /// The folded names of every identity of which one name holds these words behind one another.
  func names(holding words: [String]) -> [String] {
    own.isEmpty ? namesOfTable(holding: words) : groups.names(holding: words)
  }

  /// The same without the user's own: two passes over the table, which put only a few names together.
  private func namesOfTable(holding words: [String]) -> [String] {
    guard let table, let first = words.first else { return [] }
    let (letters, wanted) = (Array(first.utf8), " \(words.joined(separator: " ")) ")
    func holds(_ row: LexiconRow, _ column: Int) -> Bool {
      let bytes = column == 0 ? row.keyBytes : row.bytes(column)
      return Self.mayHold(bytes, letters) && " \(IndexTerms.foldedName(row[column])) ".holds(wanted)
    }
    var canonical: Set<String> = []
    for row in table.rows where holds(row, 0) || holds(row, canonicalColumn) { canonical.insert(row[canonicalColumn]) }
    canonical.remove("")
    if canonical.isEmpty { return [] }
    var names: [String] = []
    for row in table.rows where canonical.contains(row[canonicalColumn]) {
      for name in [row[canonicalColumn], row[0]] { names.appendNew(IndexTerms.foldedName(name)) }
    }
    return names
  }

  /// Whether a folded word can stand in a name. Signs join or part what a word is made of, and what is not ASCII may
  /// fold to what is: such names are looked at closely.
  private static func mayHold(_ name: UnsafeBufferPointer<UInt8>, _ word: [UInt8]) -> Bool {
    for byte in name {
      let isPlain = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x20
      if !isPlain { return true }
    }
    guard word.count <= name.count else { return false }
    return (0...(name.count - word.count)).contains { start in
      word.indices.allSatisfy { index in
        let byte = name[start + index]
        return (byte &- 0x41 < 26 ? byte | 0x20 : byte) == word[index]
      }
    }
  }

  private var pairs: [(name: String, canonical: String)] {
    var pairs = own.map { (name: $0.key, canonical: $0.value) }
    for row in table?.rows.map({ $0 }) ?? [] {
      let name = row[0]
      if let canonical = canonical(of: name) { pairs.append((name, canonical)) }
    }
    return pairs
  }
}

/// The tables of identities the other way round: from a word to all names of those who have it in one.
private struct IdentityGroups {
  /// Folded, the canonical one first.
  private var names: [[String]] = []
  private var groupsByWord: [String: [Int]] = [:]

  init(_ pairs: [(name: String, canonical: String)]) {
    var groups: [String: Int] = [:]
    for (name, canonical) in pairs {
      let key = IndexTerms.foldedName(canonical)
      let group = groups[key] ?? names.count
      if groups[key] == nil {
        groups[key] = group
        names.append([])
        add(key, to: group)
      }
      add(IndexTerms.foldedName(name), to: group)
    }
  }

  private mutating func add(_ name: String, to group: Int) {
    guard !names[group].contains(name) else { return }
    names[group].append(name)
    for word in name.split(separator: " ").map(String.init) where groupsByWord[word]?.contains(group) != true {
      groupsByWord[word, default: []].append(group)
    }
  }

  func names(holding words: [String]) -> [String] {
    guard let first = words.first else { return [] }
    let wanted = " \(words.joined(separator: " ")) "
    var found: [String] = []
    for group in groupsByWord[first] ?? [] where names[group].contains(where: { " \($0) ".holds(wanted) }) {
      for name in names[group] { found.appendNew(name) }
    }
    return found
  }
}

extension String {
  /// Whether the bytes of another text stand in this one.
  func holds(_ other: String) -> Bool {
    let (bytes, wanted) = (Array(utf8), Array(other.utf8))
    guard wanted.count <= bytes.count else { return false }
    guard let first = wanted.first else { return true }
    for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
      if bytes[start..<start + wanted.count].elementsEqual(wanted) { return true }
    }
    return false
  }
}
