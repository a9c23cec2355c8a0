import ArticleModel
import FileAccess
import IndexDefinition

@testable import ArticleReading

let parser = ArticleParser(definition: .builtIn)

func read(
  _ text: String, as kind: InputRecord.Kind = .text, source: String = "a.txt", line: Int? = nil,
  options: ReadingOptions? = nil
) -> [Result<Article, ReadingProblem>] {
  let record = InputRecord(source: source, line: line, kind: kind, bytes: Array(text.utf8))
  let parser = options.map { ArticleParser(definition: .builtIn, options: $0) } ?? parser
  return parser.articles(from: record)
}

/// The first article, if there is one.
func article(_ text: String, as kind: InputRecord.Kind = .text, source: String = "a.txt") -> Article? {
  read(text, as: kind, source: source).lazy.compactMap { try? $0.get() }.first
}

func problems(_ results: [Result<Article, ReadingProblem>]) -> [String] {
  results.compactMap { result in
    if case .failure(let problem) = result { return problem.description }
    return nil
  }
}

/// One line a block: `p The words of the paragraph`, `h ...`, `c ...`, `-reason ...`.
func outline(_ article: Article?) -> [String] {
  guard let article else { return [] }
  return article.blocks.map { block in
    let text = block.span.map { article.text.text(in: article.trimmed($0)) } ?? "(not in the text)"
    let line = text.split { $0.isNewline }.joined(separator: " ")
    switch block.kind {
    case .headline: return "h \(line)"
    case .paragraph: return "p \(line)"
    case .caption: return "c \(line)"
    case .boilerplate(let reason): return "-\(reason) \(line)"
    }
  }
}

/// Whether the blocks with spans part the text exactly.
func partitions(_ article: Article) -> Bool {
  var offset = 0
  for block in article.blocks {
    guard let span = block.span else { continue }
    if span.start != offset || span.end < span.start { return false }
    offset = span.end
  }
  return offset == article.text.utf8.count
}

/// Writes files into a new folder and removes it afterwards.
func inFolder(_ files: [(name: String, bytes: [UInt8])], _ body: (String) throws -> Void) throws {
  let folder = try Files.makeTemporaryDirectory(prefix: "onrecord-reading")
  defer { try? Files.removeTree(folder) }
  for file in files {
    let path = Files.join(folder, file.name)
    try Files.makeDirectory(Files.directory(of: path))
    try Files.write(file.bytes, to: path)
  }
  try body(folder)
}

/// Everything a stream gives: `kind name[:line]` for records, the description for problems; paths without the folder.
func drain(_ paths: [String], below folder: String, options: ReadingOptions = ReadingOptions()) -> [String] {
  var stream = InputStream(paths: paths, options: options)
  var found: [String] = []
  while let result = stream.next(), found.count < 1000 {
    switch result {
    case .success(let record):
      found.append("\(record.kind.rawValue) \(record.source)" + (record.line.map { ":\($0)" } ?? ""))
    case .failure(let problem): found.append("\(problem.weight.rawValue): \(problem)")
    }
  }
  return found.map { line in line.replacing("\(folder)/", with: "") }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    components(by: part).joined(separator: other)
  }
}

/// A small generator, so that a failure can be repeated from its seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var value = state
    value = (value ^ (value >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return value ^ (value >> 33)
  }
}
