/// What a check of an index has found.
public struct VerifyReport: Hashable, Sendable {
  /// One line each, beginning with the database it is about; at most `longestList` of a kind.
  public var problems: [String] = []
  /// All problems, also those that are not listed.
  public var problemCount = 0
  /// What is worth knowing and no damage, such as a batch that the next writer will finish.
  public var notes: [String] = []
  public var articles = 0
  public var statements = 0
  public var segments = 0
  /// Versions of articles whose texts wait for the next batch to delete them.
  public var superseded = 0

  public static let longestList = 100

  public init() {}

  public var isIntact: Bool { problemCount == 0 }

  mutating func add(_ unit: IndexUnit, _ text: String) {
    problemCount += 1
    if problems.count < Self.longestList { problems.append("\(unit.databaseName): \(text)") }
  }
}
