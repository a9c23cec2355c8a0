/// Content and its speaker before names are resolved, as token ranges of the article.
struct StatementDraft {
  /// How the speaker was found; goes out by its name as `Statement.method`.
  enum Method: UInt8, CaseIterable, Sendable {
    /// Source and cue as the tagger and the linker joined them.
    case tagger
    /// A clause behind a verb of saying and `that`, which the tagger passed over.
    case clause
    /// A clause or a quotation inside the words of another statement.
    case nested
    /// A quotation whose speaker the ranker chose.
    case ranker
    /// A quotation whose speaker the ranker took over from before.
    case carried
    /// `"..." - Name` behind a quotation.
    case dash
    /// A post of social media with its account behind.
    case post
    /// `NAME: ...`
    case transcript
    /// The paragraph before ends with a colon.
    case colon
    /// The paragraph before ends with who writes, and a colon.
    case written
    /// A paragraph that is all quotation keeps the speaker.
    case kept
    /// An answer of an interview that prints questions and answers as paragraphs without labels.
    case interview
    /// The sentence behind the words tells whose they are.
    case verdict
    /// A paragraph that is all quotation, by whom the one before speaks to.
    case exchange

    var name: String {
      switch self {
      case .tagger: "crf"
      case .clause: "rule.clause"
      case .nested: "rule.nested"
      case .ranker: "crf+ranker"
      case .carried: "crf+ranker.carried"
      case .dash: "layout.dash"
      case .post: "layout.post"
      case .transcript: "layout.transcript"
      case .colon: "layout.colon"
      case .written: "layout.written"
      case .kept: "layout.kept"
      case .interview: "layout.interview"
      case .verdict: "rule.verdict"
      case .exchange: "layout.exchange"
      }
    }

    /// Of its name.
    var hash: UInt32 { Self.hashes[Int(rawValue)] }

    private static let hashes = allCases.map { ByteHash.of($0.name.utf8) }
  }

  var contents: [Range<Int>]
  /// How many of them stand before the telling and were joined to what is quoted behind it: the confidence is that of the rest.
  var leads = 0
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
