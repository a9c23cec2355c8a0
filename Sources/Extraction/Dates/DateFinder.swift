import ArticleModel
import IndexDefinition

/// A date expression before it leaves the module.
struct FoundDate: Hashable, Sendable {
  var tokens: Range<Int>
  /// `nil` where the text leaves it open, or today is not known and needed.
  var value: DateValue?
  /// The text holds the whole date; nothing was concluded from the day of publication.
  var isWritten = false
}

/// Finds the date expressions of a text and what they stand for.
///
/// Relative ones are told from the day of publication; without it they have no value, or `--11-19`. Words that are
/// dates only by their place in the sentence (`may`, `march`, a number of four digits, `fall`) need that place.
struct DateFinder: Sendable {
  private let lexicon: DateLexicon

  init(definition: Definition) { lexicon = DateLexicon(definition) }

  /// In reading order, without overlap; of boilerplate only the line that says when the article was printed.
  func dates(in tokens: TokenTable, published: PublicationDate) -> [DateMention] {
    found(in: tokens, published: published).map { date in
      DateMention(
        span: tokens.span(date.tokens), value: date.value, inferred: date.isWritten ? nil : tokens.text(date.tokens))
    }
  }

  func found(in tokens: TokenTable, published: PublicationDate) -> [FoundDate] {
    let clock = DateClock(published)
    let (shapes, isLetters, hashes) = (tokens.shapes, tokens.isLetters, tokens.hashes)
    var dates: [FoundDate] = []
    dates.reserveCapacity(16)
    var reader = DateReader(tokens: tokens, lexicon: lexicon, clock: clock, limit: 0)
    for paragraph in tokens.paragraphs where paragraph.kind != .boilerplate {
      reader.limit = paragraph.tokens.upperBound
      var token = paragraph.tokens.lowerBound
      while token < paragraph.tokens.upperBound {
        // Most tokens: a word that holds nothing but letters and is in no list; named days begin with a capital. Or a mark.
        let hash = hashes[token]
        if isLetters[token]
          ? !lexicon.mayHold(hash) && (shapes[token] == .lower || !lexicon.mayBeginNamedDay(hash))
          : !shapes[token].isWord
        {
          token += 1
          continue
        }
        guard let date = reader.date(at: token, after: dates.last?.tokens.upperBound ?? 0) else {
          token += 1
          continue
        }
        dates.append(date)
        token = date.tokens.upperBound
      }
    }
    return dates
  }
}
