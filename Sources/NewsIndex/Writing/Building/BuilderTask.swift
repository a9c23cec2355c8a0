import ArticleModel
import ArticleReading
import XapianStore

/// One builder of a bulk build: takes records from the queue until it is empty, and leaves small databases.
struct BuilderTask {
  let input: IndexingInput.Work
  let state: RunState
  let admission: Admission
  private var shards: [ShardBuilder]

  init(
    number: Int, shards: [Shard], chunkSize: Int, input: IndexingInput.Work, state: RunState, admission: Admission
  ) {
    self.input = input
    self.state = state
    self.admission = admission
    self.shards = shards.map { ShardBuilder(number: number, shard: $0, chunkSize: chunkSize) }
  }

  mutating func run(_ queue: BoundedQueue<NumberedRecord>) throws(NewsIndexError) {
    while !state.isStopped, let record = queue.take() { try add(record) }
    if state.isStopped { return }
    for index in shards.indices { try shards[index].finish() }
  }

  private mutating func add(_ numbered: NumberedRecord) throws(NewsIndexError) {
    let results = numbered.results ?? input.candidates(numbered.record)
    for (item, result) in results.enumerated() {
      let place = Admission.Place(record: numbered.number, item: UInt32(item))
      switch result {
      case .failure(let problem): state.note(problem, at: place)
      case .success(let candidate): try add(candidate, at: place)
      }
    }
    state.countRead(articles: results.count { (try? $0.get()) != nil }, of: numbered)
  }

  private mutating func add(_ candidate: IndexingInput.Candidate, at place: Admission.Place) throws(NewsIndexError) {
    let key = ArticleKey(candidate.article)
    guard try admission.admit(key, at: place, initial: { _ in nil }) == .write, !state.isStopped else { return }
    let annotated = candidate.annotated ?? input.annotate(candidate.article)
    try shards[Int(key.idHash % UInt64(shards.count))].add(annotated)
    state.countWritten(textBytes: candidate.article.text.utf8.count)
  }
}

/// What one builder makes for one index.
private struct ShardBuilder {
  /// Forms that a builder keeps to itself before it gives them to the common table.
  private static let mostForms = 200_000

  private let shard: Shard
  private var builder: DocumentBuilder
  private var forms = FormTable()
  private var articles: ChunkWriter
  private var statements: ChunkWriter
  private var segments: ChunkWriter

  init(number: Int, shard: Shard, chunkSize: Int) {
    self.shard = shard
    builder = DocumentBuilder(ordinals: shard.ordinals, addsPointers: true)
    func writer(_ unit: IndexUnit) -> ChunkWriter {
      ChunkWriter(
        unit, folder: shard.parts, name: "\(unit.databaseName)-\(number)", chunkSize: chunkSize,
        dictionary: shard.dictionary)
    }
    articles = writer(.article)
    statements = writer(.statement)
    segments = writer(.segment)
  }

  mutating func add(_ annotated: AnnotatedArticle) throws(NewsIndexError) {
    let built = builder.build(annotated)
    try articles.add(built.article, record: (built.key, built.record))
    for document in built.statements { try statements.add(document) }
    for document in built.segments { try segments.add(document) }
    forms.note(wordsOf: builder.tokens.terms, language: IndexTerms.primary(annotated.article.language))
    if forms.count > Self.mostForms { giveForms() }
  }

  mutating func finish() throws(NewsIndexError) {
    shard.results.add(try articles.finish(), of: .article)
    shard.results.add(try statements.finish(), of: .statement)
    shard.results.add(try segments.finish(), of: .segment)
    giveForms()
  }

  private mutating func giveForms() {
    shard.results.add(forms)
    forms.removeAll()
  }
}
