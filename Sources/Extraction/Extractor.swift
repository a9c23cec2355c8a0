import ArticleModel
import IndexDefinition

/// Finds who said what, where and when in an article.
///
/// Pure: the same article gives the same answer, and one extractor is used from many threads at once. Articles in
/// another language than English give no statements.
public struct Extractor: Sendable {
  private let nameFinder: NameFinder
  /// `nil` where there is no model.
  private let engine: StatementEngine?
  /// Why the model was refused, in one line; `nil` where it was taken.
  public let modelProblem: String?

  /// - Parameter model: The bytes of a trained model to use instead of the one that the definition carries. One that
  ///   does not fit is refused: `modelProblem` says why, and articles give no statements.
  public init(definition: Definition, model: [UInt8]? = nil) {
    nameFinder = NameFinder(definition: definition)
    let words = WordClasses(definition: definition)
    do {
      let file = try ModelFile(reading: model, else: definition)
      engine = StatementEngine(words: words, model: file)
      modelProblem = nil
    } catch {
      engine = nil
      modelProblem = "\(error)"
    }
  }

  public func annotate(_ article: Article) -> AnnotatedArticle {
    var annotated = AnnotatedArticle(article: article)
    let tokens = Tokenizer.tokens(of: article)
    let names = nameFinder.names(in: tokens)
    annotated.people = names.mentions(of: .person, in: tokens)
    annotated.organisations = names.mentions(of: .organisation, in: tokens)
    if let engine, Self.isEnglish(article.language) {
      let result = engine.run(tokens)
      annotated.statements = StatementBuilder(engine: engine, result: result, names: names).statements()
    }
    return annotated
  }

  private static func isEnglish(_ language: String) -> Bool {
    let bytes = Array(language.utf8.prefix(3))
    return bytes.prefix(2).elementsEqual("en".utf8) && (bytes.count == 2 || bytes[2] == UInt8(ascii: "-"))
  }
}
