import ArticleModel
import IndexDefinition

/// Finds who said what, where and when in an article.
///
/// Pure: the same article gives the same answer, and one extractor is used from many threads at once. Articles in
/// another language than English give no statements.
public struct Extractor: Sendable {
  private let nameFinder: NameFinder
  private let regionFinder: RegionFinder
  private let dateFinder: DateFinder
  /// `nil` where there is no model.
  private let engine: StatementEngine?
  /// Why the model was refused, in one line; `nil` where it was taken.
  public let modelProblem: String?

  /// - Parameter model: The bytes of a trained model to use instead of the one that the definition carries. One that
  ///   does not fit is refused: `modelProblem` says why, and articles give no statements.
  public init(definition: Definition, model: [UInt8]? = nil) {
    nameFinder = NameFinder(definition: definition)
    regionFinder = RegionFinder(definition: definition)
    dateFinder = DateFinder(definition: definition)
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
    let regions = regionFinder.regions(
      in: tokens, people: names.tokens(of: .person), organisations: names.tokens(of: .organisation))
    annotated.regions = regions.places
    annotated.dates = dateFinder.dates(in: tokens, published: article.published)
    if let engine, Self.isEnglish(article.language) {
      let result = engine.run(tokens)
      var builder = StatementBuilder(
        engine: engine, result: result,
        resolver: nameFinder.resolver(names, in: tokens, quotations: result.input.quotations))
      builder.dating = StatementDating(tokens: tokens, dates: annotated.dates, published: article.published)
      builder.author = Byline.onePerson(article.byline)
      annotated.statements = builder.statements()
      let subjects = StatementSubjects(
        regions: regions.places, allusions: regions.allusions, people: annotated.people,
        organisations: annotated.organisations)
      for index in annotated.statements.indices { subjects.add(to: &annotated.statements[index]) }
    }
    return annotated
  }

  private static func isEnglish(_ language: String) -> Bool {
    let bytes = Array(language.utf8.prefix(3))
    return bytes.prefix(2).elementsEqual("en".utf8) && (bytes.count == 2 || bytes[2] == UInt8(ascii: "-"))
  }
}

extension NameTable {
  fileprivate func tokens(of kind: FoundName.Kind) -> [Range<Int>] {
    names.filter { $0.kind == kind }.map(\.tokens)
  }
}
