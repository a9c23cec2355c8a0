import ArticleModel
import IndexDefinition

/// Tokens in, drafts of statements out: tagger, snapping, linking, ranker, layout. One for all threads.
struct StatementEngine: Sendable {
  let words: WordClasses
  let tagger: Tagger
  let ranker: SpeakerRanker
  let confidence: StatementConfidence

  init(words: WordClasses, model: ModelFile) {
    self.words = words
    tagger = Tagger(model)
    ranker = SpeakerRanker(model)
    confidence = StatementConfidence(model)
  }

  /// Of clauses that a rule finds. They are too few to measure in the news at hand (26 in 924 articles, most of them
  /// wrong before nouns were left out), so they count as uncertain.
  private static let clauseConfidence = 0.4

  /// What was found, with everything that the steps behind need.
  struct Result {
    let input: TaggerInput
    let tagged: TaggedTokens
    var drafts: [StatementDraft]
  }

  func run(_ tokens: TokenTable, observer: SpeakerAttribution.Observer? = nil) -> Result {
    let input = TaggerInput(tokens, words: words)
    var tagged = tagger.tag(input)
    QuotationSnapper(input: input).snap(&tagged)
    var attribution = SpeakerAttribution(input, tagged, ranker: ranker)
    var drafts = attribution.drafts(observer: observer)
    LayoutRules(input: input, tagged: tagged).apply(to: &drafts)
    return Result(input: input, tagged: tagged, drafts: StatementGrouping.group(drafts, input))
  }

  func confidence(_ draft: StatementDraft, _ result: Result) -> Double {
    // The tagger's probabilities say nothing about what it passed over.
    if draft.method == .clause { return Self.clauseConfidence }
    return confidence.confidence(ConfidenceFeatures(input: result.input, tagged: result.tagged).features(draft))
  }
}
