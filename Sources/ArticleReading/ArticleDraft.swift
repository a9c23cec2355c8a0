import ArticleModel

/// An article on the way: its text and what the format said about it.
struct ArticleDraft {
  var record: InputRecord
  /// Counts from 1 where a record holds several articles.
  var item: Int?
  var metadata = ArticleMetadata()
  var text: [UInt8]
  /// `nil` where the layout of the text has still to be told from its lines.
  var blocks: [Block]?
  /// The text is blank, and the title is all there is: an article all the same.
  var isHeadlineAlone = false

  init(record: InputRecord, item: Int? = nil, text: [UInt8]) {
    self.record = record
    self.item = item
    self.text = text
  }
}

extension ArticleParser {
  /// Completes a draft: blocks, date, language, id.
  func finished(_ draft: ArticleDraft) -> Result<Article, ReadingProblem> {
    if !draft.isHeadlineAlone, draft.text.allSatisfy({ isSpace($0) }) {
      return .failure(draft.record.problem("empty: no text in it", .empty))
    }
    if draft.text.count > options.limits.text {
      let limit = "\(options.limits.text >> 20) MB"
      return .failure(
        draft.record.problem("the text is larger than \(limit)", .tooLarge, hint: "one article a file or line"))
    }
    var layout = TextLayout()
    if let blocks = draft.blocks {
      layout.blocks = blocks
    } else {
      layout = segmenter.layout(draft.text, title: draft.metadata.title)
    }
    let metadata = draft.metadata
    return .success(
      Article(
        id: ArticleID.make(metadata, record: draft.record, item: draft.item, text: draft.text),
        source: draft.record.source, title: metadata.title ?? layout.title,
        byline: metadata.byline ?? layout.byline ?? OpeningReporter.names(draft.text),
        publisher: options.publisher ?? metadata.publisher, published: published(draft, layout),
        language: languages.language(of: draft.text, said: metadata.language, by: draft.record.kind),
        text: ArticleString.make(draft.text), blocks: layout.blocks))
  }

  /// What the user says, else the metadata, else what stands above the text, else what the address shows.
  private func published(_ draft: ArticleDraft, _ layout: TextLayout) -> PublicationDate {
    if let given = options.published { return PublicationDate(value: given, provenance: .given) }
    if draft.metadata.published.value != nil { return draft.metadata.published }
    if let date = layout.date, date.firstDay != nil { return PublicationDate(value: date, provenance: .found) }
    let addresses = [draft.metadata.url, draft.record.url, draft.record.line == nil ? draft.record.source : nil]
    for address in addresses {
      if let date = address.flatMap(dates.inAddress) {
        return PublicationDate(value: date, provenance: .inferred)
      }
    }
    return layout.date.map { PublicationDate(value: $0, provenance: .found) } ?? .unknown
  }
}
