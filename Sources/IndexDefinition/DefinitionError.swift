/// What is wrong with a file of a definition, and where.
public struct DefinitionProblem: Hashable, Sendable, CustomStringConvertible {
  /// With the folder in front as it was given: `Index/titles.tsv`.
  public var file: String
  /// Counts from 1; `nil` where the whole file is meant.
  public var line: Int?
  public var what: String

  public init(file: String, line: Int?, what: String) {
    self.file = file
    self.line = line
    self.what = what
  }

  /// `Index/titles.tsv:12: no key`.
  public var description: String {
    line.map { "\(file):\($0): \(what)" } ?? "\(file): \(what)"
  }
}

/// A definition that can't be used, with everything that is wrong with it.
public struct DefinitionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// In the order of the files and lines; never empty.
  public var problems: [DefinitionProblem]

  public init(problems: [DefinitionProblem]) { self.problems = problems }

  init(_ file: String, _ what: String) {
    problems = [DefinitionProblem(file: file, line: nil, what: what)]
  }

  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
