import ArticleReading
import FileAccess
import IndexDefinition
import NewsIndex

/// The index that a check file is asked of: one that is there, or one made for the run.
final class CheckFixture {
  let directories: [String]
  /// Goes with this object.
  private let temporary: String?

  /// - Parameters:
  ///   - overriding: Indexes given on the command line; they win.
  init(_ file: CheckFile, overriding: [String], definition: Definition, console: Console) throws {
    switch file.target {
    case _ where !overriding.isEmpty:
      directories = try IndexLocation.directories(overriding)
      temporary = nil
    case .index(let path):
      directories = try IndexLocation.directories(path.map { [Self.resolved($0, file.path)] } ?? [])
      temporary = nil
    case .fixture(let paths):
      let folder = try Files.makeTemporaryDirectory(prefix: "onrecord-check")
      temporary = folder
      directories = [Files.join(folder, "index")]
      try index(paths.map { Self.resolved($0, file.path) }, definition, console)
    }
  }

  deinit {
    if let temporary { try? Files.removeTree(temporary) }
  }

  private func index(_ paths: [String], _ definition: Definition, _ console: Console) throws {
    for path in paths where !Files.exists(path) { throw Failure(.usage, "\(path): the fixture is not there") }
    let report = try Indexer.index(
      paths: paths, into: directories[0], reading: ReadingOptions(), definition: definition,
      interruption: Interrupts.ofWriter)
    if report.isInterrupted { throw Failure(.interrupted, "interrupted") }
    for problem in report.unreadable { console.note(problem.description) }
  }

  /// From where one stands, else from the folder of the check file.
  private static func resolved(_ path: String, _ file: String) -> String {
    if Files.exists(path) { return path }
    let beside = Files.join(Files.directory(of: file), path)
    return Files.exists(beside) ? beside : path
  }
}
