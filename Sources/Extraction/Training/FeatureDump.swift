import ArticleModel
import IndexDefinition

/// Writes what a training script learns from: the very features that the extractor computes.
///
/// The one definition of the features is Swift's; a second one in the script would drift from it unseen. Numbers are
/// 32 bits, little endian; offsets count bytes of the article's text; articles count from 0.
package struct FeatureDump {
  package enum Kind: String {
    /// The hash that a model must carry.
    case scheme
    /// Each paragraph: article, number of tokens; each token: first and last byte, number of features, features.
    case tagger
    /// Each quotation: article, first and last byte, number of candidates; each candidate: first and last byte
    /// (both `UInt32.max` for nobody), number of features, features.
    case ranker
    /// Each statement: article, kind, confidence in ten thousandths, number of spans, spans, cue, source (missing ones
    /// `UInt32.max` twice), whether the source is carried over, number of features, features.
    case statements
  }

  private let kind: Kind
  private let memory: TokenMemory
  private let engine: StatementEngine?
  private var article: UInt32 = 0
  package private(set) var bytes: [UInt8] = []

  /// - Throws: `ModelError` where a model is needed and does not fit.
  package init(_ kind: Kind, definition: Definition, model: [UInt8]?) throws {
    self.kind = kind
    let words = WordClasses(definition: definition)
    memory = TokenMemory(words: words)
    switch kind {
    case .scheme:
      engine = nil
      append(FeatureTemplate.schemeHash)
    case .tagger: engine = nil
    case .ranker, .statements:
      engine = StatementEngine(words: words, model: try ModelFile(reading: model, else: definition))
    }
  }

  package mutating func removeBytes() { bytes.removeAll(keepingCapacity: true) }

  package mutating func add(_ article: Article) {
    let tokens = Tokenizer.tokens(of: article)
    switch kind {
    case .scheme: break
    case .tagger: addTokens(TaggerInput(tokens, memory))
    case .ranker: addQuotations(tokens)
    case .statements: addStatements(tokens)
    }
    self.article += 1
  }

  private mutating func addTokens(_ input: TaggerInput) {
    let buffer = UnsafeMutablePointer<UInt32>.allocate(capacity: TaggerFeatures.most)
    defer { buffer.deallocate() }
    ParagraphWalk(input).visit { paragraph, features in
      append(self.article)
      append(UInt32(paragraph.tokens.count))
      for token in paragraph.tokens {
        append(input.tokens.span(token))
        let count = features.write(token, types: memory.types, into: buffer)
        append(UInt32(count))
        for index in 0..<count { append(buffer[index]) }
      }
    }
  }

  private mutating func addQuotations(_ tokens: TokenTable) {
    guard let engine else { return }
    var quotations: [(QuotedPiece, [SpeakerCandidate], [[UInt32]])] = []
    _ = engine.run(tokens) { quotations.append(($0, $1, $2)) }
    for (piece, candidates, features) in quotations {
      append(article)
      append(tokens.span(piece.tokens))
      append(UInt32(candidates.count))
      for (candidate, own) in zip(candidates, features) {
        append(candidate.tokens.map(tokens.span))
        append(own)
      }
    }
  }

  private mutating func addStatements(_ tokens: TokenTable) {
    guard let engine else { return }
    let result = engine.run(tokens)
    let facts = ConfidenceFeatures(input: result.input, tagged: result.tagged)
    for draft in result.drafts {
      append(article)
      let share = StatementGrouping.kind(draft, result.input)
      append(share == .all ? 2 : 0)
      append(UInt32(engine.confidence(draft, facts, quoted: share) * 10_000))
      append(UInt32(draft.contents.count))
      for content in draft.contents { append(tokens.span(content)) }
      append(draft.cue.map(tokens.span))
      append(draft.source.map(tokens.span))
      append(draft.isCarried ? 1 : 0)
      append(facts.features(draft, quoted: share))
    }
  }

  private mutating func append(_ features: [UInt32]) {
    append(UInt32(features.count))
    for feature in features { append(feature) }
  }

  private mutating func append(_ span: TextSpan?) {
    append(span.map { UInt32($0.start) } ?? .max)
    append(span.map { UInt32($0.end) } ?? .max)
  }

  private mutating func append(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
