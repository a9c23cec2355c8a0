import ArticleModel

/// What the JSON-LD of a page (schema.org) says about its article.
struct LinkedData {
  private(set) var metadata = ArticleMetadata()
  /// The text of the article, where the page gives it: as written, maybe with tags and entities.
  private(set) var body: String?
  /// The moment of publication as written.
  private(set) var publishedText: String?
  /// More say nothing, and would take memory.
  private static let mostScripts = 100
  private let dates: PublishedDates
  private let bylines: BylineReader
  /// Things that are described once and named by their id elsewhere.
  private var things: [String: JSONValue] = [:]

  /// - Parameter scripts: The contents of the elements of type `application/ld+json`.
  init(_ scripts: [String], dates: PublishedDates, bylines: BylineReader) {
    self.dates = dates
    self.bylines = bylines
    // Broken JSON is as common as broken HTML: what can't be read says nothing.
    var documents: [JSONDocument] = []
    var broken: [[UInt8]] = []
    for script in scripts.prefix(Self.mostScripts) where script.utf8.count < 4 << 20 {
      let json = Self.json(in: Array(script.utf8))
      if let document = try? JSONDocument(json) { documents.append(document) } else { broken.append(json) }
    }
    for document in documents { noteThings(document.root) }
    for document in documents { visit(document.root, depth: 0) }
    for json in broken where metadata.published.value == nil { takeDate(json) }
    if metadata.published.value == nil { takeDate(of: documents.map(\.root)) }
  }

  /// A day stands in plain sight even where the JSON around it can't be read.
  private mutating func takeDate(_ json: [UInt8]) {
    guard let place = find("\"datePublished\"", in: json[...]) else { return }
    let rest = json[(place + 15)...].drop { isSpace($0) || $0 == UInt8(ascii: ":") }
    guard rest.first == UInt8(ascii: "\"") else { return }
    note(time: String(decoding: rest.dropFirst().prefix(40).prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self))
  }

  /// Where no article is described, the page is: `WebPage` in the graph.
  private mutating func takeDate(of roots: [JSONValue]) {
    for root in roots {
      for object in root.elements {
        for thing in [object] + (object["@graph"]?.elements ?? []) where Self.isPage(thing) {
          guard let time = thing["datePublished"]?.scalarText, metadata.published.value == nil else { continue }
          note(time: time)
        }
      }
    }
  }

  private mutating func note(time: String) {
    guard let date = dates.parse(time), date.precision == .day else { return }
    metadata.published = PublicationDate(value: date, provenance: .found)
    publishedText = time
  }

  private static func isPage(_ object: JSONValue) -> Bool {
    guard object.isObject else { return false }
    return (object["@type"]?.elements ?? []).contains { $0.string == "WebPage" || $0.string == "ItemPage" }
  }

  /// The JSON alone: pages wrap it into comments and CDATA marks, and leave line feeds and tabs in its strings.
  private static func json(in script: [UInt8]) -> [UInt8] {
    var rest = script[...]
    if let mark = find("<![CDATA[", in: rest.prefix(200)) { rest = rest[(mark + 9)...] }
    let start = rest.firstIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") } ?? rest.endIndex
    if let mark = find("]]>", in: rest.suffix(200)) { rest = rest[..<mark] }
    rest = rest[min(start, rest.endIndex)...]
    let end = rest.lastIndex { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }
    guard let end else { return [] }
    return rest[...end].map { $0 < 0x20 ? 0x20 : $0 }
  }

  private mutating func visit(_ value: JSONValue, depth: Int) {
    guard depth < 6 else { return }
    for object in value.elements where object.isObject {
      if Self.isArticle(object) { take(object) }
      for name in ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"] {
        if let inner = object[name] { visit(inner, depth: depth + 1) }
      }
    }
  }

  /// Members of a graph with an id and a name.
  private mutating func noteThings(_ root: JSONValue) {
    for object in root.elements {
      for thing in [object] + (object["@graph"]?.elements ?? []) where thing["name"] != nil {
        if let id = thing["@id"]?.string, things[id] == nil { things[id] = thing }
      }
    }
  }

  /// What stands behind `{"@id": "#person"}`.
  private func resolved(_ value: JSONValue) -> JSONValue {
    guard value["name"] == nil, let id = value["@id"]?.string else { return value }
    return things[id] ?? value
  }

  private static func isArticle(_ object: JSONValue) -> Bool {
    (object["@type"]?.elements ?? []).contains { type in
      guard let name = type.string else { return false }
      return name.hasSuffix("Article") || name.hasSuffix("Posting") || name == "Report" || name == "Review"
        || name == "AnalysisNewsArticle"
    }
  }

  /// The first article of the page counts; later ones are teasers, and fill gaps only where they tell of the same.
  private mutating func take(_ object: JSONValue) {
    var found = ArticleMetadata()
    found.title = (object["headline"] ?? object["name"]).flatMap { HTMLText.plain($0.string) }
    let authors = object["author"] ?? object["creator"]
    found.byline = bylines.names(of: (authors?.elements ?? []).map(resolved))
    found.publisher = object["publisher"].flatMap { JSONArticle.words(resolved($0)) }.flatMap { HTMLText.plain($0) }
    found.language = ArticleMetadata.languageCode(object["inLanguage"]?.scalarText)
    let time = object["datePublished"]?.scalarText ?? object["dateCreated"]?.scalarText
    if let date = time.flatMap(dates.parse) { found.published = PublicationDate(value: date, provenance: .found) }
    let address =
      object["url"]?.string ?? object["mainEntityOfPage"]?["@id"]?.string ?? object["mainEntityOfPage"]?.string
    found.url = address.flatMap { JSONArticle.isAddress($0) ? $0 : nil }
    if metadata.title == nil || metadata.title == found.title {
      if metadata.published.value == nil { publishedText = time }
      metadata = metadata.completed(by: found)
    }
    if body == nil, metadata.title == found.title { body = object["articleBody"]?.string }
  }
}

/// Text that may hold entities and tags.
enum HTMLText {
  /// `nil` for what is empty.
  static func plain(_ text: String?) -> String? {
    guard let text = ArticleMetadata.cleaned(text) else { return nil }
    guard text.contains("&") || text.contains("<") else { return text }
    guard let tree = MarkupTree(Array("<div>\(text)</div>".utf8), as: .html) else { return text }
    return ArticleMetadata.cleaned(tree.text(0))
  }
}
