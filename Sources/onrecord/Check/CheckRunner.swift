import FileAccess
import NewsIndex

/// How one case ended.
struct CheckOutcome {
  enum Verdict: String {
    case passed
    case failed
    case skipped
    /// Failed, as `xfail` says.
    case expectedFailure = "expected-failure"
    /// Passed, although `xfail` says it can't: counts as failed.
    case unexpectedPass = "unexpected-pass"

    var isFailure: Bool { self == .failed || self == .unexpectedPass }
  }

  var file: String
  var name: String
  var position: CheckPosition
  var verdict: Verdict
  var findings: [CheckFinding] = []
  /// The reason given for `skip` or `xfail`.
  var remark: String?
  var milliseconds = 0.0
}

/// Asks the cases of a file.
struct CheckRunner {
  let asker: Asker
  let file: CheckFile
  /// How often a query is asked for its time; `nil` where times are not checked.
  let repetitions: Int?

  func run(_ item: CheckCase) throws -> CheckOutcome {
    var outcome = CheckOutcome(file: file.path, name: item.name, position: item.position, verdict: .passed)
    if let reason = item.skip {
      outcome.verdict = .skipped
      outcome.remark = reason
      return outcome
    }
    let start = Stopwatch()
    outcome.findings = try findings(item)
    outcome.milliseconds = start.milliseconds
    outcome.verdict = outcome.findings.isEmpty ? .passed : .failed
    if let reason = item.expectedFailure {
      outcome.verdict = outcome.findings.isEmpty ? .unexpectedPass : .expectedFailure
      outcome.remark = reason
    }
    return outcome
  }

  private func findings(_ item: CheckCase) throws -> [CheckFinding] {
    switch item.question {
    case .sameResults(let queries): return try differences(queries, item)
    case .query(let query):
      let evaluation = CheckEvaluation(answer: try answer(query, item), judgments: item.judgments)
      return item.expectations.compactMap { evaluation.finding($0.kind) }
    }
  }

  /// What each of the queries finds beside the first; a wrong query is a difference too.
  private func differences(_ queries: [String], _ item: CheckCase) throws -> [CheckFinding] {
    var expected: [String]?
    var findings: [CheckFinding] = []
    for query in queries {
      switch try search(query, item) {
      case .failure(let error): findings.append(CheckFinding(message: "\(query): \(error.description)"))
      case .success(let result):
        let ids = result.hits.map(\.id).sorted()
        guard let first = expected else {
          expected = ids
          continue
        }
        if ids != first { findings.append(Self.difference(query, ids, queries[0], first)) }
      }
    }
    return findings
  }

  private static func difference(_ query: String, _ ids: [String], _ other: String, _ first: [String]) -> CheckFinding {
    let (mine, theirs) = (Set(ids), Set(first))
    let odd = (mine.subtracting(theirs).sorted() + theirs.subtracting(mine).sorted()).prefix(3)
    return CheckFinding(
      message: "\(query) finds \(ids.count), \(other) finds \(first.count); such as \(odd.joined(separator: ", "))")
  }
}

// MARK: - Asking

extension CheckRunner {
  private func answer(_ query: String, _ item: CheckCase) throws -> CheckAnswer {
    let stopwatch = Stopwatch()
    var answer = CheckAnswer(result: try search(query, item))
    if let repetitions {
      var times = [stopwatch.milliseconds]
      while times.count < repetitions {
        let again = Stopwatch()
        answer.result = try search(query, item)
        times.append(again.milliseconds)
      }
      answer.milliseconds = times.sorted()[times.count / 2]
    }
    if case .success(let result) = answer.result, let counts = result.facets {
      for (facet, fields) in zip(item.facets, counts.fields) { answer.facets[facet.name] = fields }
    }
    return answer
  }

  /// A wrong query is an answer; an index that can't be read ends the run.
  private func search(_ query: String, _ item: CheckCase) throws(Failure) -> Result<SearchResult, AskingError> {
    do throws(AskingError) {
      return .success(try asker.reader.search(request(query, item)))
    } catch {
      let failure = Failure(error, query: query)
      guard failure.status == .usage else { throw failure }
      return .failure(error)
    }
  }

  private func request(_ query: String, _ item: CheckCase) -> SearchRequest {
    let options = item.options
    var request = SearchRequest(
      IndexQuery(
        query, isPlain: options.isPlain, unit: options.unit, match: options.match, now: file.now ?? Clock.today))
    request.limit = options.limit ?? 0
    request.sort = options.sort
    request.collapse = options.collapse
    request.facets = item.facets.map(\.request)
    request.wantsNotes = false
    return request
  }
}
