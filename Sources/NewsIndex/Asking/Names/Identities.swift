import IndexDefinition
import TextAnalysis

/// Names that belong to one person or organisation, whatever an article calls them.
///
/// The table `aliases` of the definition and the user's own lines, which go before it. They are applied when asking:
/// editing them never asks for another index.
struct Identities {
  private var canonicalByName: [String: String] = [:]
  /// Folded names by the folded canonical name, the canonical one included.
  private var namesByCanonical: [String: [String]] = [:]
  /// Canonical names (folded) by each word of any of their names.
  private var canonicalsByWord: [String: [String]] = [:]

  init() {}

  init(_ definition: Definition, own: [(canonical: String, name: String)]) {
    for (canonical, name) in own { add(name, canonical) }
    let table = definition.table("aliases")
    let column = table.column("canonical") ?? table.column("name").flatMap { $0 == 0 ? nil : $0 } ?? 1
    guard table.columnCount > column else { return }
    for row in table.rows {
      let canonical = row[column]
      if !canonical.isEmpty { add(row[0], canonical) }
    }
  }

  private mutating func add(_ name: String, _ canonical: String) {
    let (folded, target) = (IndexTerms.foldedName(name), IndexTerms.foldedName(canonical))
    if canonicalByName[folded] != nil { return }
    // A canonical name that is itself another's alias belongs there.
    let final = canonicalByName[target] ?? canonical
    canonicalByName[folded] = final
    let key = IndexTerms.foldedName(final)
    if canonicalByName[key] == nil { canonicalByName[key] = final }
    var names = namesByCanonical[key] ?? [key]
    if !names.contains(folded) { names.append(folded) }
    namesByCanonical[key] = names
    for name in [key, folded] {
      for word in name.split(separator: " ").map(String.init) {
        if !canonicalsByWord[word, default: []].contains(key) { canonicalsByWord[word, default: []].append(key) }
      }
    }
  }

  /// `nil` where the name has no identity in the table.
  func canonical(ofFolded name: String) -> String? { canonicalByName[name] }

  func canonical(of name: String) -> String { canonicalByName[IndexTerms.foldedName(name)] ?? name }

  /// The folded names of every identity of which one name holds these words behind one another.
  func names(holding words: [String]) -> [String] {
    guard let first = words.first else { return [] }
    let wanted = " \(words.joined(separator: " ")) "
    var found: [String] = []
    for canonical in canonicalsByWord[first] ?? [] {
      let names = namesByCanonical[canonical] ?? []
      guard names.contains(where: { " \($0) ".holds(wanted) }) else { continue }
      for name in names where !found.contains(name) { found.append(name) }
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
