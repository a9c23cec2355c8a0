import ArticleModel
import IndexDefinition

/// Turns the bytes of a record into articles.
///
/// Pure and without state: one parser is used from many threads. Every record gives at least one result; a problem
/// with the weight of a note may come beside the article it is about.
public struct ArticleParser: Sendable {
  let options: ReadingOptions
  let segmenter: BlockSegmenter
  let languages: LanguageDetector
  /// Of pages.
  var hints: PageHints { lazyHints.value }
  private let lazyHints: Lazily<PageHints>
  let dates: PublishedDates
  let bylines: BylineReader

  public init(definition: Definition, options: ReadingOptions = ReadingOptions()) {
    self.options = options
    dates = PublishedDates(words: DateWords(definition.table("date-words")))
    bylines = BylineReader(definition, dates: dates.words)
    segmenter = BlockSegmenter(patterns: LayoutPatterns(definition), lines: HeaderLines(dates: dates, bylines: bylines))
    let hints = definition.table("page-hints")
    lazyHints = Lazily { PageHints(hints) }
    languages = LanguageDetector(definition.table("language-words"))
  }

  /// In the order of the input; an `.eml` or a page gives one, a feed or a JSON document maybe several.
  public func articles(from record: InputRecord) -> [Result<Article, ReadingProblem>] {
    let results = parsed(record)
    guard let cut = record.cut else { return results }
    return [.failure(record.problem(cut, .cut, weight: .note))] + results
  }

  private func parsed(_ record: InputRecord) -> [Result<Article, ReadingProblem>] {
    switch record.kind {
    case .text: return plainText(record)
    case .markdown: return markdown(record)
    case .json: return json(record)
    case .html: return html(record)
    case .feed: return feed(record)
    case .mail: return mail(record)
    }
  }

  private func plainText(_ record: InputRecord) -> [Result<Article, ReadingProblem>] {
    let decoded = TextDecoding.decode(record.bytes, declared: record.charset)
    let draft = ArticleDraft(record: record, text: decoded.bytes)
    return results(draft, note: decoded.note)
  }

  private func markdown(_ record: InputRecord) -> [Result<Article, ReadingProblem>] {
    let decoded = TextDecoding.decode(record.bytes, declared: record.charset)
    let page = MarkdownPage(decoded.bytes, dates: dates)
    var draft = ArticleDraft(record: record, text: page.text)
    draft.metadata = page.metadata
    return results(draft, note: decoded.note)
  }

  /// The finished article, and a note about how it was read.
  func results(_ draft: ArticleDraft, note: String?, isCut: Bool = false) -> [Result<Article, ReadingProblem>] {
    var results = [finished(draft)]
    if let note {
      let problem = draft.record.problem(note, isCut ? .cut : .encoding, weight: .note)
      results.insert(.failure(problem), at: 0)
    }
    return results
  }
}
