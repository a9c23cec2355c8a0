// Writes what `Scripts/train` learns from: features of tokens, candidates of quotations, statements with the facts that
// their confidence rests on; and fits the weights of the tagger. A tool for development; the product does not need it.
import ArticleReading
import Extraction
import FileAccess
import Glibc
import IndexDefinition

func fail(_ message: String) -> Never {
  var line = "feature-dump: \(message)\n"
  line.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
  exit(2)
}

func send(_ bytes: [UInt8]) {
  bytes.withUnsafeBytes { raw in
    var done = 0
    while done < raw.count {
      let count = write(1, raw.baseAddress.map { $0 + done }, raw.count - done)
      if count <= 0 { fail("can't write to standard output") }
      done += count
    }
  }
}

/// `fit ROUNDS SIZES SQUARES EXAMPLES`: the weights of a tagger (see `TaggerFit`).
func fit(_ arguments: ArraySlice<String>) throws {
  let numbers = arguments.prefix(3).compactMap { Double($0) }
  guard numbers.count == 3, arguments.count == 4, let path = arguments.last else {
    fail("usage: feature-dump fit ROUNDS SIZES SQUARES EXAMPLES")
  }
  let fit = TaggerFit(rounds: Int(numbers[0]), sizes: numbers[1], squares: numbers[2])
  send(
    try fit.weights(of: Files.read(path)) {
      var line = $0
      line.withUTF8 { _ = write(2, $0.baseAddress, $0.count) }
    })
}

var arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "fit" {
  do { try fit(arguments.dropFirst()) } catch { fail("\(error)") }
  exit(0)
}
guard let name = arguments.first, let kind = FeatureDump.Kind(rawValue: name) else {
  fail("usage: feature-dump scheme|tagger|ranker|statements [--model FILE] PATH...")
}
arguments.removeFirst()
var model: [UInt8]?
if arguments.first == "--model" {
  guard arguments.count > 1 else { fail("--model needs a file") }
  do { model = try Files.read(arguments[1]) } catch { fail("\(error)") }
  arguments.removeFirst(2)
}
var dump: FeatureDump
do { dump = try FeatureDump(kind, definition: .builtIn, model: model) } catch { fail("\(error)") }
let parser = ArticleParser(definition: .builtIn)
var stream = InputStream(paths: arguments)
while let record = stream.next() {
  switch record {
  case .failure(let problem): fail("\(problem)")
  case .success(let record):
    for article in parser.articles(from: record) {
      switch article {
      case .failure(let problem): fail("\(problem)")
      case .success(let article): dump.add(article)
      }
      send(dump.bytes)
      dump.removeBytes()
    }
  }
}
send(dump.bytes)
