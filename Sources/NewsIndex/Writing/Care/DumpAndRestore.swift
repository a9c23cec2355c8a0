import ArticleModel
import ArticleReading
import Extraction
import IndexDefinition

extension Indexer {
  /// Writes every article as a line (see `DumpLine`), in the order of the ids.
  ///
  /// - Parameter body: Gets the line without its end; `false` ends the dump.
  /// - Returns: How many lines there were.
  @discardableResult
  public static func dump(_ directory: String, _ body: ([UInt8]) -> Bool) throws(NewsIndexError) -> Int {
    let articles = try StoredArticles(directory)
    var count = 0
    while let record = try articles.nextRecord() {
      let annotated: AnnotatedArticle
      do { annotated = try ArticleRecord(decoding: record).annotated } catch {
        throw NewsIndexError(error, at: directory)
      }
      let line = DumpLine(
        definition: articles.manifest.definition, hasMixedDefinitions: articles.manifest.hasMixedDefinitions,
        annotated: annotated)
      count += 1
      guard body(line.encode()) else { break }
    }
    return count
  }

  /// Makes the index that a dump was taken of. There must be none yet, unless `options.rebuild` says so.
  ///
  /// - Parameter path: A dump, compressed or not; `-` is standard input.
  public static func restore(
    _ path: String, into directory: String, options: IndexingOptions = IndexingOptions(),
    definition: Definition = .builtIn, progress: @escaping (IndexingProgress) -> Void = { _ in },
    interruption: @escaping () -> Interruption = { .none }
  ) throws(NewsIndexError) -> IndexingReport {
    try refuseIndex(at: directory, options)
    var options = options
    options.rebuild = true
    return try index(
      IndexingInput(dump: path, definition: definition), into: directory, options: options, progress: progress,
      interruption: interruption)
  }

  /// Brings the articles of a dump into an index as `index` brings in files. Kept from the public: it is for tests of
  /// what happens when a writer is killed.
  package static func index(dump path: String, into directory: String, options: IndexingOptions)
    throws(NewsIndexError) -> IndexingReport
  {
    try index(IndexingInput(dump: path, definition: .builtIn), into: directory, options: options)
  }

  /// Makes one index of several. Of articles with one id that of the last index counts.
  ///
  /// The documents are built from the stored articles, because each index has numbers of its own for facets. Where one
  /// can't be read as a whole nothing is changed.
  ///
  /// - Parameter directories: Folders; a parted index counts as its shards.
  public static func merge(
    _ directories: [String], into directory: String, options: IndexingOptions = IndexingOptions(),
    progress: @escaping (IndexingProgress) -> Void = { _ in },
    interruption: @escaping () -> Interruption = { .none }
  ) throws(NewsIndexError) -> IndexingReport {
    try refuseIndex(at: directory, options)
    var options = options
    options.rebuild = true
    var sources: [StoredArticles] = []
    for directory in directories {
      for place in try ShardLocation(directory).parts {
        guard case .folder(let folder) = place else {
          throw NewsIndexError(
            .usage, "\(place): a remote index can't be merged",
            hint: "copy its folder here first, with rsync -a or the like")
        }
        sources.append(try StoredArticles(folder))
      }
    }
    return try index(
      IndexingInput(stored: sources), into: directory, options: options, progress: progress,
      interruption: interruption)
  }

  private static func refuseIndex(at directory: String, _ options: IndexingOptions) throws(NewsIndexError) {
    guard !options.rebuild, IndexLayout(directory).currentGeneration != nil else { return }
    throw NewsIndexError(
      .usage, "\(directory): there is an index already", hint: "name another folder, or replace it with --rebuild")
  }
}

extension IndexingInput {
  /// The lines of a dump. Lines that are none are read as input and looked through.
  init(dump path: String, definition: Definition) {
    let reading = ReadingOptions(format: .jsonl)
    var stream = InputStream(paths: [path], options: reading)
    let parser = ArticleParser(definition: definition, options: reading)
    let extractor = Extractor(definition: definition)
    // The first line tells by which definition its articles were found.
    var first = stream.next()
    let head = (try? first?.get()).flatMap { DumpLine(decoding: $0.bytes) }
    self.init(
      next: {
        defer { first = nil }
        return first ?? stream.next()
      },
      work: Work(
        candidates: { record in
          if let line = DumpLine(decoding: record.bytes) {
            return [.success(Candidate(article: line.annotated.article, annotated: line.annotated))]
          }
          return parser.articles(from: record).map { $0.map { Candidate(article: $0) } }
        },
        annotate: { extractor.annotate($0) }),
      definition: head?.definition ?? definition.checksum, hasMixedDefinitions: head?.hasMixedDefinitions ?? false)
  }

  /// The articles of indexes, one index after another.
  init(stored sources: [StoredArticles]) {
    var rest = sources[...]
    let definitions = Set(sources.map(\.manifest.definition))
    self.init(
      next: {
        while let source = rest.first {
          do throws(NewsIndexError) {
            if let bytes = try source.nextRecord() {
              return .success(InputRecord(source: source.directory, kind: .json, bytes: bytes))
            }
          } catch {
            rest.removeFirst()
            return .failure(ReadingProblem(path: source.directory, reason: error.message, hint: error.hint))
          }
          rest.removeFirst()
        }
        return nil
      },
      work: Work(
        candidates: { record in
          do throws(RecordError) {
            let annotated = try ArticleRecord(decoding: record.bytes).annotated
            return [.success(Candidate(article: annotated.article, annotated: annotated))]
          } catch {
            return [.failure(ReadingProblem(path: record.source, reason: error.description))]
          }
        },
        annotate: { AnnotatedArticle(article: $0) }),
      definition: sources.first?.manifest.definition ?? 0,
      hasMixedDefinitions: definitions.count > 1 || sources.contains { $0.manifest.hasMixedDefinitions },
      isStrict: true)
  }
}
