/// Content and its speaker before names are resolved, as token ranges of the article.
struct StatementDraft {
  /// How the speaker was found; goes out as `Statement.method`.
  enum Method: String, Sendable {
    /// Source and cue as the tagger and the linker joined them.
    case tagger = "crf"
    /// A clause behind a verb of saying and `that`, which the tagger passed over.
    case clause = "rule.clause"
    /// A clause or a quotation inside the words of another statement.
    case nested = "rule.nested"
    /// A quotation whose speaker the ranker chose.
    case ranker = "crf+ranker"
    /// A quotation whose speaker the ranker took over from before.
    case carried = "crf+ranker.carried"
    /// `"..." - Name` behind a quotation.
    case dash = "layout.dash"
    /// A post of social media with its account behind.
    case post = "layout.post"
    /// `NAME: ...`
    case transcript = "layout.transcript"
    /// The paragraph before ends with a colon.
    case colon = "layout.colon"
    /// A paragraph that is all quotation keeps the speaker.
    case kept = "layout.kept"
    /// An answer of an interview that prints questions and answers as paragraphs without labels.
    case interview = "layout.interview"
    /// The sentence behind the words tells whose they are.
    case verdict = "rule.verdict"
    /// A paragraph that is all quotation, by whom the one before speaks to.
    case exchange = "layout.exchange"
  }

  var contents: [Range<Int>]
  var cue: Range<Int>?
  var source: Range<Int>?
  /// The source stands with another statement, not with this one.
  var isCarried = false
  var method: Method
  /// Of the choice of the speaker; 1 where there was none to make.
  var choice: Float = 1
  /// Index into the token table's paragraphs.
  var paragraph: Int
  /// Number of the relation in the paragraph, -1 for none.
  var relation = -1
  var isQuoted: Bool
}
