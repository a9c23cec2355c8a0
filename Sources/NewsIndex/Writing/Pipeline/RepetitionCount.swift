import ArticleModel
import ArticleReading
import XapianStore

/// What the publishers of a run repeat under their articles: counted over the run and all runs before it.
///
/// The index keeps the counts in its metadata, so an update knows what the articles before it had. Articles that the
/// index holds already, and those that come again in a run, don't count twice: reading the same input again changes
/// nothing. An article keeps the marks it got when it was written; `--rebuild` marks all anew.
///
/// Not `Sendable`: the thread that reads owns it.
final class RepetitionCount {
  /// Where the articles of an index keep the counts.
  static let metadataKey = "repeated"

  private(set) var blocks: RepeatedBlocks
  private(set) var hasChanged = false
  private let isKnown: (ArticleKey) throws(NewsIndexError) -> Bool
  private var counted: Set<ArticleKey> = []
  /// Texts that were told of: a publisher's, by what it says.
  private var told: Set<String> = []

  init(
    _ blocks: RepeatedBlocks = RepeatedBlocks(),
    isKnown: @escaping (ArticleKey) throws(NewsIndexError) -> Bool = { _ throws(NewsIndexError) in false }
  ) {
    self.blocks = blocks
    self.isKnown = isKnown
  }

  func note(_ results: IndexingInput.Results) throws(NewsIndexError) {
    for case .success(let candidate) in results where candidate.article.publisher != nil {
      let key = ArticleKey(candidate.article)
      guard counted.insert(key).inserted, try !isKnown(key) else { continue }
      blocks.note(candidate.article)
      hasChanged = true
    }
  }

  /// Marks the articles, and adds a note for each text that is met for the first time.
  func mark(_ results: inout IndexingInput.Results, of record: InputRecord) {
    for index in results.indices {
      guard case .success(var candidate) = results[index], candidate.annotated == nil else { continue }
      let article = blocks.marked(candidate.article)
      guard article.blocks != candidate.article.blocks else { continue }
      candidate.article = article
      results[index] = .success(candidate)
      results += notes(article, record).map { .failure($0) }
    }
  }

  private func notes(_ article: Article, _ record: InputRecord) -> [ReadingProblem] {
    let repeated = article.blocks.filter { $0.kind == .boilerplate(reason: RepeatedBlocks.reason) }
    return repeated.compactMap { block in
      guard let span = block.span, let publisher = article.publisher else { return nil }
      let text = article.text.text(in: article.trimmed(span))
      guard told.insert("\(publisher)\u{0}\(text)").inserted else { return nil }
      return ReadingProblem(
        path: record.source, line: record.line,
        reason: "text that \(publisher) repeats left out: \(Self.beginning(text))",
        weight: .note, cause: .repeated)
    }
  }

  private static func beginning(_ text: String) -> String {
    let words = text.split { $0.isWhitespace }
    return words.prefix(8).joined(separator: " ") + (words.count > 8 ? " …" : "")
  }
}

extension RepetitionCount {
  /// The counts as an index keeps them.
  static func read(_ bytes: [UInt8], at path: String) throws(NewsIndexError) -> RepeatedBlocks {
    do { return try RepeatedBlocks(decoding: bytes) } catch { throw NewsIndexError(error, at: path) }
  }
}
