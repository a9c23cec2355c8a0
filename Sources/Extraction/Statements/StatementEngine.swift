import ArticleModel
import IndexDefinition

/// Tokens in, drafts of statements out: tagger, snapping, linking, ranker, layout. One for all threads.
///
/// A class for the same reason as `TokenTable`.
final class StatementEngine: Sendable {
  let memories: TokenMemoryPool
  let tagger: Tagger
  let ranker: SpeakerRanker
  let confidence: StatementConfidence

  init(words: WordClasses, model: ModelFile) {
    memories = TokenMemoryPool(words: words)
    tagger = Tagger(model)
    ranker = SpeakerRanker(model)
    confidence = StatementConfidence(model)
  }

  /// The share of right ones among statements that a rule alone makes, for which the tagger's probabilities say nothing:
  /// counted by hand, some of them on articles that the model was trained on (`EVALUATION.md`); of posts and the last four it is an
  /// estimate.
  private static func confidence(of method: StatementDraft.Method) -> Double? {
    switch method {
    case .clause: 0.85
    case .nested: 0.6
    case .transcript, .post: 0.9
    case .interview, .verdict: 0.85
    case .exchange: 0.7
    case .written: 0.8
    default: nil
    }
  }

  /// What was found, with everything that the steps behind need.
  struct Result {
    let input: TaggerInput
    fileprivate(set) var tagged: TaggedTokens
    var drafts: [StatementDraft]
  }

  /// What the tagger says, before anything is made of it.
  struct Tagging {
    let input: TaggerInput
    fileprivate var tagged: TaggedTokens
  }

  func tag(_ tokens: TokenTable) -> Tagging {
    memories.withMemory { memory in
      let input = TaggerInput(tokens, memory)
      return Tagging(input: input, tagged: tagger.tag(input, memory))
    }
  }

  /// All steps for one article.
  func run(_ tokens: TokenTable, observer: SpeakerAttribution.Observer? = nil) -> Result {
    var result = attribute(tag(tokens), observer: observer)
    refine(&result)
    return result
  }

  /// Snapping, linking and the ranker.
  func attribute(_ tagging: Tagging, observer: SpeakerAttribution.Observer? = nil) -> Result {
    var tagged = tagging.tagged
    QuotationSnapper(input: tagging.input).snap(&tagged)
    var attribution = SpeakerAttribution(tagging.input, tagged, ranker: ranker)
    return Result(input: tagging.input, tagged: tagged, drafts: attribution.drafts(observer: observer))
  }

  /// What layout and grammar leave no doubt about, and the probabilities that the confidence rests on.
  func refine(_ result: inout Result) {
    let (input, tagged) = (result.input, result.tagged)
    var drafts = result.drafts
    result.drafts = []
    LayoutRules(input: input, tagged: tagged).apply(to: &drafts)
    HeadedTranscript(input: input).apply(to: &drafts)
    PostLayout(input: input).apply(to: &drafts)
    WritingRules(input: input, tagged: tagged).apply(to: &drafts)
    VerdictRules(input: input).apply(to: &drafts)
    IntroductionRules(input: input, tagged: tagged).apply(to: &drafts)
    HeadingRules(input: input).apply(to: &drafts)
    NameLineRules(input: input).apply(to: &drafts)
    ExchangeRules(input: input).apply(to: &drafts)
    SourceTrimming(input: input, tagged: tagged).apply(to: &drafts)
    result.drafts = StatementGrouping.group(drafts, input)
    weigh(result.drafts, input, &result.tagged)
  }

  /// Asks for the probabilities of the paragraphs that the drafts lie in.
  private func weigh(_ drafts: [StatementDraft], _ input: TaggerInput, _ tagged: inout TaggedTokens) {
    tagged.clearRoles()
    var isWeighed = [Bool](column: false, count: input.tokens.paragraphs.count)
    func note(_ tokens: Range<Int>) { isWeighed[Int(input.tokens.paragraphOf[tokens.lowerBound])] = true }
    // By their numbers: a draft in a variable is a copy.
    for index in drafts.indices {
      for content in drafts[index].contents { note(content) }
      if let cue = drafts[index].cue { note(cue) }
      if let source = drafts[index].source { note(source) }
    }
    tagger.probabilities.weigh(input.tokens.paragraphs, where: isWeighed, &tagged)
  }

  /// - Parameter share: How much of it is quoted.
  func confidence(
    _ draft: StatementDraft, _ facts: ConfidenceFeatures, quoted share: StatementGrouping.QuotedShare
  ) -> Double {
    if let counted = Self.confidence(of: draft.method) { return counted }
    return FeatureSink.withRoom { room in
      var features = FeatureSink(room)
      facts.write(draft, quoted: share, to: &features)
      return confidence.confidence(features)
    }
  }
}
