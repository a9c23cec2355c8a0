import ArticleModel

@testable import NewsIndex

/// An article written with marks, so that a text and what an index should know of it stand together.
///
///     {Mara Lindqvist|“We will rebuild,”} she said. {+|“Soon.”}      a statement; + continues the one before
///     {Mara Lindqvist@2024-11-19|she would come}                     the day it was said; no quotation mark: indirect
///     {?|“Who knows?”}                                               without a speaker
///     [UA-65|Kherson]  <Harbour Authority>  <@Aiko Tanaka>           a region, an organisation, a person
///     <2014>                                                         a date
///
/// Paragraphs are parted by blank lines; one that begins with `# ` is the headline, with `! ` a caption.
struct MarkedArticle {
  var annotated: AnnotatedArticle
  private var text = ""
  private var names: [(span: TextSpan, name: String, isPerson: Bool)] = []

  init(
    _ id: String, published: String? = nil, publisher: String? = nil, title: String? = nil, language: String = "en",
    _ marked: String
  ) {
    let date = published.flatMap { DateValue($0) }
    annotated = AnnotatedArticle(
      article: Article(
        id: id, source: "marked/\(id)", title: title, publisher: publisher,
        published: PublicationDate(value: date, provenance: date == nil ? .unknown : .given), language: language,
        text: "", blocks: []))
    var segment = 0
    for paragraph in marked.split(separator: "\n\n") {
      segment += 1
      add(String(paragraph), segment)
    }
    annotated.article.text = text
    for index in annotated.statements.indices { bindMentions(index) }
  }

  private mutating func add(_ paragraph: String, _ segment: Int) {
    let start = text.utf8.count
    var body = paragraph[...]
    var kind = Block.Kind.paragraph
    if body.hasPrefix("# ") { kind = .headline } else if body.hasPrefix("! ") { kind = .caption }
    if kind != .paragraph { body = body.dropFirst(2) }
    read(body, segment)
    if kind == .headline, annotated.article.title == nil {
      annotated.article.title = text.text(in: TextSpan(start, text.utf8.count))
    }
    text += "\n\n"
    annotated.article.blocks.append(Block(kind: kind, span: TextSpan(start, text.utf8.count)))
  }

  private mutating func read(_ marked: Substring, _ segment: Int) {
    var rest = marked
    while let first = rest.first {
      if first == "{", let bar = rest.firstIndex(of: "|"), let end = rest.firstIndex(of: "}") {
        let who = String(rest[rest.index(after: rest.startIndex)..<bar])
        let start = text.utf8.count
        read(rest[rest.index(after: bar)..<end], segment)
        addStatement(who, TextSpan(start, text.utf8.count), segment)
        rest = rest[rest.index(after: end)...]
      } else if first == "[", let bar = rest.firstIndex(of: "|"), let end = rest.firstIndex(of: "]") {
        let id = String(rest[rest.index(after: rest.startIndex)..<bar])
        let span = append(String(rest[rest.index(after: bar)..<end]))
        let region = Region(id: id, name: text.text(in: span), country: String(id.prefix(2)))
        annotated.regions.append(RegionMention(span: span, region: region))
        rest = rest[rest.index(after: end)...]
      } else if first == "<", let end = rest.firstIndex(of: ">") {
        addName(String(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func append(_ piece: String) -> TextSpan {
    let start = text.utf8.count
    text += piece
    return TextSpan(start, text.utf8.count)
  }

  private mutating func addName(_ name: String) {
    if let date = DateValue(name) {
      annotated.dates.append(DateMention(span: append(name), value: date, inferred: nil))
    } else if name.hasPrefix("@") {
      annotated.people.append(NameMention(span: append(String(name.dropFirst())), name: String(name.dropFirst())))
    } else {
      annotated.organisations.append(NameMention(span: append(name), name: name))
    }
  }

  private mutating func addStatement(_ who: String, _ span: TextSpan, _ segment: Int) {
    if who == "+" {
      annotated.statements[annotated.statements.count - 1].spans.append(span)
      return
    }
    let parts = who.split(separator: "@").map(String.init)
    let said = parts.count > 1 ? DateValue(parts[1]).map { StatementDate(value: $0, inferred: nil) } : nil
    let isDirect = text.text(in: span).hasPrefix("“")
    let speaker = parts[0] == "?" ? nil : Speaker(mention: nil, text: parts[0], name: parts[0], kind: .person)
    annotated.statements.append(
      Statement(
        number: annotated.statements.count + 1, kind: isDirect ? .direct : .indirect, spans: [span], speaker: speaker,
        method: "marked", confidence: isDirect ? 0.9 : 0.5, date: said, segments: [segment]))
  }

  private mutating func bindMentions(_ index: Int) {
    for span in annotated.statements[index].spans {
      annotated.statements[index].regions += annotated.regions.filter { span.contains($0.span) }.map(\.region.id)
      annotated.statements[index].people += annotated.people.filter { span.contains($0.span) }.map(\.name)
      annotated.statements[index].organisations +=
        annotated.organisations.filter { span.contains($0.span) }.map(\.name)
    }
  }
}

/// An index of marked articles, in a folder of its own.
final class MarkedIndex {
  let folder: TemporaryFolder
  let reader: IndexReader

  init(_ articles: [MarkedArticle], options: IndexReader.Options = IndexReader.Options()) throws {
    folder = try TemporaryFolder()
    var building = IndexingOptions()
    building.jobs = 1
    _ = try Indexer.index(IndexingInput(articles.map(\.annotated)), into: folder.path, options: building)
    reader = try IndexReader([folder.path], options: options)
  }

  /// The ids of all hits, sorted, parted by spaces; `column code` where the query is wrong.
  func ids(_ query: String, unit: IndexUnit? = nil, match: MatchMode = .all) -> String {
    var request = SearchRequest(
      IndexQuery(query, unit: unit, match: match, now: CalendarDay(year: 2024, month: 12, day: 15)))
    request.limit = 0
    request.wantsNotes = false
    do {
      let result = try reader.search(request)
      guard result.total == result.hits.count else { return "total \(result.total) of \(result.hits.count)" }
      return result.hits.map(\.id).sorted().joined(separator: " ")
    } catch {
      return error.diagnostic.map { "\($0.column) \($0.code)" } ?? "\(error)"
    }
  }
}
