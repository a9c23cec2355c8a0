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
    annotate([article]).first ?? AnnotatedArticle(article: article)
  }

  /// Several articles, in their order, with the answers that each has alone.
  ///
  /// Stage by stage: the code and the tables that one stage needs stay in the near caches from article to article, where
  /// the whole way of one article drives them out. A few short articles take a tenth less time so.
  public func annotate(_ articles: [Article]) -> [AnnotatedArticle] {
    var works = articles.map(Work.init)
    for index in works.indices { lookUp(&works[index]) }
    for index in works.indices { findNames(&works[index]) }
    for index in works.indices { findPlaces(&works[index]) }
    for index in works.indices { findDates(&works[index]) }
    for index in works.indices { tag(&works[index]) }
    for index in works.indices { attribute(&works[index]) }
    for index in works.indices { refine(&works[index]) }
    for index in works.indices { findSpeakers(&works[index]) }
    for index in works.indices { finish(&works[index]) }
    return works.map(\.annotated)
  }

  /// An article on its way through the stages.
  private struct Work {
    var annotated: AnnotatedArticle
    var tokens: TokenTable
    var names = NameTable()
    /// `nil` where no statements are looked for.
    var tagging: StatementEngine.Tagging?
    var result: StatementEngine.Result?
    var builder: StatementBuilder?

    init(_ article: Article) {
      annotated = AnnotatedArticle(article: article)
      tokens = Tokenizer.tokens(of: article)
    }
  }

  private func lookUp(_ work: inout Work) { work.tokens = nameFinder.lexicon.look(up: work.tokens) }

  private func findNames(_ work: inout Work) {
    work.names = nameFinder.names(in: work.tokens)
    work.annotated.people = work.names.mentions(of: .person, in: work.tokens)
    work.annotated.organisations = work.names.mentions(of: .organisation, in: work.tokens)
  }

  private func findPlaces(_ work: inout Work) {
    let regions = regionFinder.regions(
      in: work.tokens, people: work.names.tokens(of: .person), organisations: work.names.tokens(of: .organisation))
    work.annotated.regions = regions.places
    work.annotated.allusions = regions.allusions
  }

  private func findDates(_ work: inout Work) {
    work.annotated.dates = dateFinder.dates(in: work.tokens, published: work.annotated.article.published)
    work.annotated.dates.removeAll { work.names.isFirstName($0.span, in: work.tokens) }
  }

  private func tag(_ work: inout Work) {
    guard let engine, Self.isEnglish(work.annotated.article.language) else { return }
    work.tagging = engine.tag(work.tokens)
  }

  private func attribute(_ work: inout Work) {
    guard let engine, let tagging = work.tagging else { return }
    work.result = engine.attribute(tagging)
    work.tagging = nil
  }

  private func refine(_ work: inout Work) {
    guard let engine, var result = work.result else { return }
    work.result = nil
    engine.refine(&result)
    InterviewLayout(input: result.input, names: work.names).apply(to: &result.drafts)
    HeadlineLabel(input: result.input, names: work.names).apply(to: &result.drafts)
    work.result = result
  }

  private func findSpeakers(_ work: inout Work) {
    guard let engine, let result = work.result else { return }
    work.result = nil
    let article = work.annotated.article
    var builder = StatementBuilder(
      engine: engine, result: result,
      resolver: nameFinder.resolver(work.names, in: work.tokens, quotations: result.input.quotations))
    builder.dating = StatementDating(
      tokens: work.tokens, dates: work.annotated.dates, published: article.published)
    builder.author = Byline.onePerson(article.byline)
    builder.findSpeakers()
    work.builder = builder
  }

  private func finish(_ work: inout Work) {
    guard var builder = work.builder else { return }
    work.builder = nil
    work.annotated.statements = builder.finish()
    let subjects = StatementSubjects(
      regions: work.annotated.regions, allusions: work.annotated.allusions, people: work.annotated.people,
      organisations: work.annotated.organisations)
    for index in work.annotated.statements.indices { subjects.add(to: &work.annotated.statements[index]) }
  }

  private static func isEnglish(_ language: String) -> Bool {
    let bytes = Array(language.utf8.prefix(3))
    return bytes.prefix(2).elementsEqual("en".utf8) && (bytes.count == 2 || bytes[2] == UInt8(ascii: "-"))
  }
}

extension NameTable {
  /// Whether a person's name begins with a span and goes on behind it: "Sunday Ode" is no day.
  fileprivate func isFirstName(_ span: TextSpan, in tokens: TokenTable) -> Bool {
    let first = tokens.token(endingAfter: span.start)
    guard first < tokens.count, tokens.span(first) == span, let name = name(at: first) else { return false }
    return name.kind == .person && name.tokens.lowerBound == first && name.tokens.count > 1
  }

  fileprivate func tokens(of kind: FoundName.Kind) -> [Range<Int>] {
    var found: [Range<Int>] = []
    found.reserveCapacity(names.count)
    for index in names.indices where names[index].kind == kind { found.append(names[index].tokens) }
    return found
  }
}
