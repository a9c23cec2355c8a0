import ArticleModel
import ArticleReading
import FileAccess

@testable import NewsIndex

/// Articles that make sense to an index: blocks that part the text, statements and mentions at true places.
///
/// Everything follows from the id and the version, so that two runs make the same article.
struct MadeArticles {
  static let people = ["Mara Lindqvist", "Tomasz Wróbel", "Aiko Tanaka", "José Barrientos", "Олена Ковальчук"]
  static let organisations = ["Harbour Authority", "Ministry of Water", "Northern Rail"]
  static let regions = [
    Region(id: "SE", name: "Sweden", country: "SE"), Region(id: "PL-14", name: "Mazovia", country: "PL"),
    Region(id: "geonames:5174", name: "Osaka", country: "JP"),
  ]
  static let words = [
    "harbour", "bridges", "closing", "closed", "storm", "O’Brien", "COVID-19", "1,000.5", "Kyiv's", "flooding", "東京都",
    "budget", "talks", "the", "of", "winter", "ferries", "ferry", "naïve",
  ]

  static func article(_ number: Int, version: Int = 0) -> AnnotatedArticle {
    var random = SeededGenerator(seed: UInt64(number * 1000 + version))
    var text = "Report \(number) from the \(random.pick(words))\n\n"
    var blocks = [Block(kind: .headline, span: TextSpan(0, text.utf8.count))]
    var annotated = AnnotatedArticle(article: Article(id: "", source: "", text: "", blocks: []))
    for paragraph in 0..<(1 + random.below(4)) {
      let start = text.utf8.count
      sentence(&text, &random, &annotated)
      if random.chance(70) { statement(&text, &random, &annotated, segment: paragraph + 2) }
      text += "\n\n"
      blocks.append(Block(kind: random.chance(10) ? .caption : .paragraph, span: TextSpan(start, text.utf8.count)))
    }
    let advertisement = text.utf8.count
    text += "Subscribe now, only today\n"
    blocks.append(
      Block(kind: .boilerplate(reason: "advertisement"), span: TextSpan(advertisement, text.utf8.count)))
    let day = CalendarDay(dayNumber: 19_000 + number % 900)
    annotated.article = Article(
      id: "made-\(number)", source: "made/\(number % 7).jsonl", title: "Report \(number)",
      publisher: random.pick(["Tidewater Post", "Północ", "The Ledger"]),
      published: random.chance(90) ? PublicationDate(value: .day(day), provenance: .given) : .unknown,
      language: "en", text: text, blocks: blocks)
    return annotated
  }

  private static func sentence(
    _ text: inout String, _ random: inout SeededGenerator, _ annotated: inout AnnotatedArticle
  ) {
    for _ in 0..<(5 + random.below(30)) { text += random.pick(words) + " " }
    let place = random.pick(regions)
    let start = text.utf8.count
    text += place.name
    annotated.regions.append(RegionMention(span: TextSpan(start, text.utf8.count), region: place))
    text += " in "
    let date = text.utf8.count
    text += "May 2024"
    annotated.dates.append(
      DateMention(span: TextSpan(date, text.utf8.count), value: .month(year: 2024, month: 5), inferred: nil))
    text += ". "
  }

  private static func statement(
    _ text: inout String, _ random: inout SeededGenerator, _ annotated: inout AnnotatedArticle, segment: Int
  ) {
    let first = text.utf8.count
    text += "“We will open the \(random.pick(words)) again,”"
    let firstEnd = text.utf8.count
    text += " said "
    let name = random.pick(people)
    let mention = text.utf8.count
    text += name
    annotated.people.append(NameMention(span: TextSpan(mention, text.utf8.count), name: name))
    text += ". "
    let second = text.utf8.count
    let organisation = random.pick(organisations)
    text += "“The \(organisation) agreed.”"
    annotated.organisations.append(
      NameMention(span: TextSpan(second + 7, second + 7 + organisation.utf8.count), name: organisation))
    let speaker = Speaker(
      mention: TextSpan(mention, mention + name.utf8.count), text: name, name: name, kind: .person)
    annotated.statements.append(
      Statement(
        number: annotated.statements.count + 1, kind: .direct,
        spans: [TextSpan(first, firstEnd), TextSpan(second, text.utf8.count)],
        cue: TextSpan(firstEnd + 1, firstEnd + 5), speaker: random.chance(85) ? speaker : nil, method: "made",
        confidence: 0.5 + Double(random.below(50)) / 100, regions: [random.pick(regions).id], people: [],
        organisations: [organisation], segments: [segment]))
    text += " "
  }
}

extension IndexingInput {
  /// Articles as they stand, one a record.
  init(_ articles: [AnnotatedArticle], definition: UInt64 = 7) {
    var next = 0
    self.init(
      next: {
        guard next < articles.count else { return nil }
        defer { next += 1 }
        return .success(InputRecord(source: "made", kind: .json, bytes: ArticleRecord(articles[next]).encode()))
      },
      work: Work(
        candidates: { record in
          guard let annotated = try? ArticleRecord(decoding: record.bytes).annotated else { return [] }
          return [.success(Candidate(article: annotated.article, annotated: annotated))]
        },
        annotate: { AnnotatedArticle(article: $0) }),
      definition: definition)
  }
}

/// A folder that goes with the object.
final class TemporaryFolder {
  let path: String
  init() throws { path = try Files.makeTemporaryDirectory(prefix: "onrecord-index") }
  deinit { try? Files.removeTree(path) }
}
