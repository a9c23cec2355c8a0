import ArticleModel
import ArticleReading
import XapianStore

/// One builder of an update.
///
/// It asks a reader of its own what the index holds of an id. A commit of the writer may overtake the reader; what it
/// sees then is as good, because ids that this run has brought in are known to `Admission`.
struct UpdateTask {
  private let input: IndexingInput.Work
  private let state: RunState
  private let admission: Admission
  private let texts: ArticleStore
  private var builder: DocumentBuilder

  init(
    path: String, ordinals: OrdinalAllocator, input: IndexingInput.Work, state: RunState, admission: Admission
  ) throws(NewsIndexError) {
    self.input = input
    self.state = state
    self.admission = admission
    builder = DocumentBuilder(ordinals: ordinals, addsPointers: false)
    let reader = try inStore(path) { () throws(StoreError) in try StoreDatabase(path: path) }
    texts = try ArticleStore(reader, path: path)
  }

  mutating func run(
    _ records: BoundedQueue<NumberedRecord>, into prepared: BoundedQueue<UpdateRun.Prepared>
  ) throws(NewsIndexError) {
    while !state.isStopped, let numbered = records.take() {
      let results = numbered.results ?? input.candidates(numbered.record)
      for (item, result) in results.enumerated() {
        let place = Admission.Place(record: numbered.number, item: UInt32(item))
        switch result {
        case .failure(let problem): state.note(problem, at: place)
        case .success(let candidate): try add(candidate, at: place, to: prepared)
        }
      }
      state.countRead(articles: results.count { (try? $0.get()) != nil }, of: numbered)
    }
  }

  private mutating func add(
    _ candidate: IndexingInput.Candidate, at place: Admission.Place, to prepared: BoundedQueue<UpdateRun.Prepared>
  ) throws(NewsIndexError) {
    let article = candidate.article
    let key = ArticleKey(article)
    let verdict = try admission.admit(key, at: place) { key throws(NewsIndexError) in
      try texts.versions(of: key.idHash).counting?.contentHash
    }
    guard verdict == .write, !state.isStopped else { return }
    let built = builder.build(candidate.annotated ?? input.annotate(article))
    let addition = UpdateBatch.Addition(
      built: built, language: IndexTerms.primary(article.language), words: builder.tokens.terms)
    prepared.put(UpdateRun.Prepared(addition: addition, textBytes: article.text.utf8.count))
  }
}
