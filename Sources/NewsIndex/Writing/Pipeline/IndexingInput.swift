import ArticleModel
import ArticleReading
import Extraction
import FileAccess
import IndexDefinition

/// Where the articles of a run come from, and what is found in them.
///
/// The seam at which tests put articles of their own, and `restore` what was found before.
struct IndexingInput {
  /// An article to be indexed.
  struct Candidate: Sendable {
    var article: Article
    /// What was found in it, where that is known already.
    var annotated: AnnotatedArticle?
  }

  /// What was made of a record.
  typealias Results = [Result<Candidate, ReadingProblem>]

  /// What builders do with a record, all at the same time.
  struct Work: Sendable {
    /// The articles of a record.
    var candidates: @Sendable (InputRecord) -> Results
    var annotate: @Sendable (Article) -> AnnotatedArticle
  }

  /// The next record of the input; called by one thread.
  var next: () -> Result<InputRecord, ReadingProblem>?
  var work: Work
  /// Names the rules that `annotate` follows.
  var definition: UInt64
  /// Articles found by other rules are among those that are known already.
  var hasMixedDefinitions = false
  /// Whether text that publishers repeat is looked for.
  var marksRepeated = false
  /// Records that are parsed before the first of them is marked.
  var windowSize = InputWindow.mostRecords
  /// All of it must be readable, or nothing is changed: of a merge nothing may be left out.
  var isStrict = false
}

extension IndexingInput {
  /// Files, folders and standard input, read and looked through as the definition says.
  init(paths: [String], reading: ReadingOptions, definition: Definition) {
    var stream = InputStream(paths: paths, options: reading)
    let parser = ArticleParser(definition: definition, options: reading)
    let extractor = Extractor(definition: definition)
    self.init(
      next: { stream.next() },
      work: Work(
        candidates: { record in parser.articles(from: record).map { $0.map { Candidate(article: $0) } } },
        annotate: { extractor.annotate($0) }),
      definition: definition.checksum, marksRepeated: true)
  }
}

extension IndexingInput {
  /// Without what lies inside a folder: the index itself may stand below the folder that is read.
  func leavingOut(_ directory: String) -> IndexingInput {
    let next = next
    var lastFolder = ""
    var isInside = false
    var input = self
    input.next = {
      while let result = next() {
        let path: String
        switch result {
        case .success(let record): path = record.source
        case .failure(let problem): path = problem.path
        }
        let folder = Files.directory(of: path)
        if folder != lastFolder {
          lastFolder = folder
          isInside = Self.isInside(folder, directory)
        }
        if !isInside { return result }
      }
      return nil
    }
    return input
  }

  private static func isInside(_ folder: String, _ directory: String) -> Bool {
    guard let own = Files.realPath(directory), let path = Files.realPath(folder) else { return false }
    return path == own || path.hasPrefix(own + "/")
  }
}
