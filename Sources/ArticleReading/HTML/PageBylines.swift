/// Finds who wrote the article among all that a page marks as authors: those of teasers, comments and menus are many.
struct PageBylines {
  /// In letters: elements that hold the names of one byline hold no more.
  private static let largest = 400
  /// In nodes: what is farther from the headline belongs to something else.
  private static let farthest = 400
  /// The same for a link that nothing else marks.
  private static let farthestLink = 120
  /// A page that marks more names no author by them.
  private static let mostCandidates = 2000

  private struct Candidate {
    /// How the page says it: 0 is the plainest.
    var rank: Int
    var node: Int
    var names: [String]
  }

  private let tree: MarkupTree
  private let outline: PageOutline
  private let bylines: BylineReader
  /// The element of the article's text.
  private let main: Int
  private let headline: Int

  init(_ tree: MarkupTree, _ outline: PageOutline, _ bylines: BylineReader, main: Int, headline: Int?) {
    self.tree = tree
    self.outline = outline
    self.bylines = bylines
    self.main = main
    self.headline = headline ?? main
  }

  /// The names in the order of the page, parted by commas.
  func byline() -> String? {
    let candidates = Array(
      (0..<tree.count).lazy.compactMap { tree.isText($0) ? nil : candidate($0) }.prefix(Self.mostCandidates))
    guard let best = candidates.min(by: { ($0.rank, distance($0.node)) < ($1.rank, distance($1.node)) }) else {
      return nil
    }
    var names: [String] = []
    // Beside a person, one word is a place or a role.
    let isOfPeople = best.names.contains { bylines.isPerson($0) }
    for other in candidates where other.rank == best.rank && isBeside(best.node, other.node) {
      names += other.names.filter { !names.contains($0) && (!isOfPeople || bylines.isPerson($0)) }
    }
    return names.joined(separator: ", ")
  }

  /// From the headline, in nodes; what stands above it belongs to something else more often.
  private func distance(_ node: Int) -> Int { node < headline ? (headline - node) * 4 : node - headline }

  private func isNear(_ node: Int) -> Bool {
    distance(node) <= Self.farthest || (main <= node && node < tree.end(main))
  }

  /// Whether two elements stand in one that holds little else.
  private func isBeside(_ first: Int, _ second: Int) -> Bool {
    var node = first
    while node != 0, !(node <= second && second < tree.end(node)) { node = tree.parent(node) }
    var length = 0
    for inner in node..<tree.end(node) where tree.isText(inner) {
      length += tree.bytes(inner).count { !isSpace($0) }
      if length > Self.largest { return first == second }
    }
    return true
  }

  private func candidate(_ node: Int) -> Candidate? {
    guard tree.tag(node) != .meta, tree.end(node) - node < 60, let how = how(node) else { return nil }
    let names = names(node)
    guard !names.isEmpty else { return nil }
    return Candidate(
      rank: how + (outline.verdicts[node] == .dropped ? 10 : 0) + (isNear(node) ? 0 : 20), node: node, names: names)
  }

  private func how(_ node: Int) -> Int? {
    let properties = tree.attribute(node, .itemprop)?.split(separator: " ") ?? []
    if properties.contains("author") { return 0 }
    if tree.attribute(node, .rel)?.split(separator: " ").contains("author") == true { return 1 }
    if outline.isByline(node) { return 2 }
    return leadsToAuthor(node) ? 3 : nil
  }

  /// `/staff/ida-holm`, `https://coast.example/autor/7`: a link near the headline to all that somebody wrote.
  private func leadsToAuthor(_ node: Int) -> Bool {
    guard tree.tag(node) == .a, distance(node) <= Self.farthestLink, let address = tree.attribute(node, .href),
      let path = address.split(whereSeparator: { $0 == "?" || $0 == "#" }).first
    else { return false }
    let folders = path.split(separator: "/").dropLast().suffix(3)
    return folders.contains { Self.folders.contains($0.lowercased()) }
      && bylines.names(tree.text(node)).contains { bylines.isPerson($0) }
  }

  /// What sites call the folder of those who write, in the languages of the news.
  private static let folders: Set<String> = [
    "author", "authors", "staff", "by", "writer", "writers", "reporter", "reporters", "journalist", "journalists",
    "contributor", "contributors", "columnist", "columnists", "profile", "profiles", "autor", "autoren", "autorin",
    "autores", "autore", "autori", "auteur", "auteurs", "journaliste", "redacteur", "skribent", "forfatter", "avtor",
    "szerzo", "szerzok", "yazar", "yazarlar", "muhabir", "penulis", "tac-gia", "kirjoittaja",
    "toimittaja",
  ]

  /// The name in an element of its own, else the links, else the first words where more stands beside them.
  private func names(_ node: Int) -> [String] {
    let inside = node..<tree.end(node)
    let named = inside.dropFirst().filter { tree.attribute($0, .itemprop) == "name" }
    if !named.isEmpty { return named.flatMap { bylines.names(tree.attribute($0, .content) ?? tree.text($0)) } }
    // `author-name` beside `author-place`.
    let inner = inside.dropFirst().filter {
      !tree.isText($0) && outline.isByline($0) && tree.attribute($0, .class)?.lowercased().contains("name") == true
    }.flatMap { bylines.names(tree.text($0)).filter { bylines.isPerson($0) } }
    if !inner.isEmpty { return inner.enumerated().filter { !inner[..<$0.offset].contains($0.element) }.map(\.element) }
    let links = inside.filter { tree.tag($0) == .a }.flatMap { bylines.names(tree.text($0)) }
    let people = links.filter { bylines.isPerson($0) }
    if !people.isEmpty, tree.tag(node) != .a { return people }
    let spoken = linkedNames(inside.filter { tree.isText($0) }.map { tree.text($0).squeezed }.filter { !$0.isEmpty })
    if !spoken.isEmpty { return spoken }
    return bylines.names(tree.text(node))
  }

  /// The people whom the first texts name, as long as a comma or an "and" leads from one to the next: what follows may be a
  /// role, a button or a date.
  private func linkedNames(_ texts: [String]) -> [String] {
    var names: [String] = []
    var goesOn = true
    for text in texts {
      if bylines.isLink(text) {
        goesOn = true
        continue
      }
      guard goesOn || names.isEmpty else { break }
      let people = bylines.names(text).filter { bylines.isPerson($0) }
      if people.isEmpty, !names.isEmpty { break }
      names += people
      goesOn = bylines.endsWithLink(text)
    }
    return names
  }
}
