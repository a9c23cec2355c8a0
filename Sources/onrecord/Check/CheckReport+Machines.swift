import Rendering

/// JUnit's XML, as CI systems read it.
enum JUnitReport {
  static func text(_ outcomes: [CheckOutcome]) -> String {
    var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, "<testsuites\(counts(outcomes))>"]
    var files: [String] = []
    for outcome in outcomes where !files.contains(outcome.file) { files.append(outcome.file) }
    for file in files {
      let own = outcomes.filter { $0.file == file }
      lines.append("  <testsuite name=\"\(escaped(file))\"\(counts(own))>")
      lines += own.flatMap(lines(of:)) + ["  </testsuite>"]
    }
    return (lines + ["</testsuites>"]).map { $0 + "\n" }.joined()
  }

  private static func counts(_ outcomes: [CheckOutcome]) -> String {
    let totals = CheckTotals(outcomes)
    let seconds = outcomes.reduce(0) { $0 + $1.milliseconds } / 1000
    return " tests=\"\(outcomes.count)\" failures=\"\(totals.failed)\" errors=\"0\""
      + " skipped=\"\(totals.skipped + totals.expectedFailures)\" time=\"\(Decimals.fixed(seconds, places: 3) ?? "0")\""
  }

  private static func lines(of outcome: CheckOutcome) -> [String] {
    let time = Decimals.fixed(outcome.milliseconds / 1000, places: 3) ?? "0"
    let head =
      "    <testcase classname=\"\(escaped(outcome.file))\" name=\"\(escaped(outcome.name))\""
      + " file=\"\(escaped(outcome.file))\" line=\"\(outcome.position.line)\" time=\"\(time)\""
    switch outcome.verdict {
    case .passed: return [head + "/>"]
    case .skipped, .expectedFailure:
      return [head + ">", "      <skipped message=\"\(escaped(outcome.remark ?? ""))\"/>", "    </testcase>"]
    case .failed, .unexpectedPass:
      let text = outcome.messages.joined(separator: "\n")
      let failure = "<failure message=\"\(escaped(outcome.messages.first ?? ""))\">\(escaped(text))</failure>"
      return [head + ">", "      " + failure, "    </testcase>"]
    }
  }

  /// Characters that XML 1.0 can't hold become a replacement.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n": result += "&#10;"
      case "\t": result += "&#9;"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Workflow commands of GitHub Actions: a failure becomes a remark on the line of its case.
enum GitHubReport {
  static func text(_ outcomes: [CheckOutcome]) -> String {
    let totals = CheckTotals(outcomes)
    let failures = outcomes.filter(\.verdict.isFailure).map { outcome in
      let place =
        "file=\(property(outcome.file)),line=\(outcome.position.line),col=\(outcome.position.column)"
        + ",title=\(property(outcome.name))"
      return "::error \(place)::\(data(outcome.messages.joined(separator: "\n")))"
    }
    let summary = "::notice::\(totals.passed) passed, \(totals.failed) failed, \(totals.skipped) skipped"
    return (failures + [summary]).map { $0 + "\n" }.joined()
  }

  private static func data(_ text: String) -> String {
    text.map { character in
      switch character {
      case "%": return "%25"
      case "\r", "\r\n": return "%0D%0A"
      case "\n": return "%0A"
      default: return String(character)
      }
    }.joined()
  }

  private static func property(_ text: String) -> String {
    data(text).map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
  }
}

/// Definition `checks` of `output-schema.json`.
enum JSONReport {
  static func text(_ outcomes: [CheckOutcome]) -> String {
    let totals = CheckTotals(outcomes)
    var json = JSONWriter()
    json.object {
      $0.field("schemaVersion", ArticleJSON.schemaVersion)
      $0.field("passed", totals.passed)
      $0.field("failed", totals.failed)
      $0.field("skipped", totals.skipped)
      $0.field("expectedFailures", totals.expectedFailures)
      $0.key("cases")
      $0.array(outcomes) { append($1, to: &$0) }
    }
    json.endLine()
    return json.text
  }

  private static func append(_ outcome: CheckOutcome, to json: inout JSONWriter) {
    json.object {
      $0.field("file", outcome.file)
      $0.field("line", outcome.position.line)
      $0.field("name", outcome.name)
      $0.field("status", outcome.verdict.rawValue)
      $0.field("remark", outcome.remark)
      $0.field("milliseconds", outcome.milliseconds)
      $0.field("messages", outcome.messages)
    }
  }
}
