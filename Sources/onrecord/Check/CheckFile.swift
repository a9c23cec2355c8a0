import ArticleModel
import NewsIndex

/// A check file: queries, and what their answers must be.
struct CheckFile {
  /// What is asked.
  enum Target: Hashable {
    /// Files and folders that are indexed for the run, into a folder that goes afterwards.
    case fixture([String])
    /// An index that is there; `nil` for the one that `onrecord` finds.
    case index(String?)
  }

  var path: String
  /// The text, for `--update`.
  var source: String
  var target: Target
  var now: CalendarDay?
  var cases: [CheckCase]
}

/// One case of a check file.
struct CheckCase {
  enum Question: Hashable {
    case query(String)
    /// All of them must find the same.
    case sameResults([String])
  }

  var name: String
  var position: CheckPosition
  var question: Question
  var options = CheckOptions()
  var facets: [CheckFacet] = []
  var judgments: [Judgment] = []
  var expectations: [Expectation] = []
  /// Why it is not run.
  var skip: String?
  /// Why it is known to fail; that it passes is a failure then.
  var expectedFailure: String?
}

/// How the queries of a case are asked; the same as the options of `search`.
struct CheckOptions {
  var unit: IndexUnit?
  var match = MatchMode.all
  var isPlain = false
  var sort = SearchOrder.relevance
  var collapse = CollapseMode.none
  /// `nil`: as many as the expectations need.
  var limit: Int?
}

struct CheckFacet {
  var name: String
  var request: FacetRequest
}

/// Where in the file something stands; both count from 1.
struct CheckPosition: Hashable {
  var line: Int
  var column: Int
}

/// How relevant a place is: `ARTICLE#N`, `ARTICLE#qN`, `ARTICLE@OFFSET` or a whole `ARTICLE`.
struct Judgment: Hashable {
  var place: String
  var grade: Int
}

/// A wrong check file.
struct CheckFileError: Error, CustomStringConvertible {
  var path: String
  var position: CheckPosition?
  var reason: String

  /// `seeds/checks.yml:12:7: unknown key "contain"`.
  var description: String {
    guard let position else { return "\(path): \(reason)" }
    return "\(path):\(position.line):\(position.column): \(reason)"
  }
}
