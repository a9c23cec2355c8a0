import FileAccess
import Rendering

/// Where and how the outcomes are reported: `tap`, `junit=FILE`.
struct CheckReport: Hashable {
  enum Kind: String, CaseIterable { case human, tap, junit, github, json }

  var kind: Kind
  /// `nil` for standard output.
  var path: String?

  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = parts.first.flatMap({ Kind(rawValue: String($0)) }) else { return nil }
    self.kind = kind
    if parts.count == 2 {
      guard !parts[1].isEmpty else { return nil }
      path = String(parts[1])
    }
  }

  static let human = CheckReport("human")

  func text(_ outcomes: [CheckOutcome], style: TextStyle) -> String {
    switch kind {
    case .human: return HumanReport(style: path == nil ? style : TextStyle()).text(outcomes)
    case .tap: return TapReport.text(outcomes)
    case .junit: return JUnitReport.text(outcomes)
    case .github: return GitHubReport.text(outcomes)
    case .json: return JSONReport.text(outcomes)
    }
  }
}

/// The numbers under a report.
struct CheckTotals: Hashable {
  var passed = 0
  var failed = 0
  var skipped = 0
  var expectedFailures = 0

  init(_ outcomes: [CheckOutcome]) {
    for outcome in outcomes {
      switch outcome.verdict {
      case .passed: passed += 1
      case .failed, .unexpectedPass: failed += 1
      case .skipped: skipped += 1
      case .expectedFailure: expectedFailures += 1
      }
    }
  }
}

extension CheckOutcome {
  /// What is wrong, one line each.
  var messages: [String] {
    if verdict == .unexpectedPass { return ["passed, although it is marked as failing; take the xfail away"] }
    return findings.map(\.message)
  }
}

/// For whoever runs the checks by hand: failures in full, the rest as one line.
struct HumanReport {
  var style: TextStyle

  func text(_ outcomes: [CheckOutcome]) -> String {
    let totals = CheckTotals(outcomes)
    var lines = outcomes.flatMap(lines)
    var parts = ["\(totals.passed) passed", "\(totals.failed) failed"]
    if totals.skipped > 0 { parts.append("\(totals.skipped) skipped") }
    if totals.expectedFailures > 0 { parts.append("\(totals.expectedFailures) failed as expected") }
    lines.append(style.paint(parts.joined(separator: ", "), totals.failed > 0 ? .warning : .good))
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(_ outcome: CheckOutcome) -> [String] {
    let remark = outcome.remark.flatMap { $0.isEmpty ? nil : " (\(style.safe($0)))" } ?? ""
    switch outcome.verdict {
    case .passed: return ["\(style.paint("ok", .good))    \(style.safe(outcome.name))"]
    case .skipped: return ["\(style.paint("skip", .faint))  \(style.safe(outcome.name))\(remark)"]
    case .expectedFailure: return ["\(style.paint("xfail", .faint)) \(style.safe(outcome.name))\(remark)"]
    case .failed, .unexpectedPass:
      let place = "\(outcome.file):\(outcome.position.line)"
      return ["\(style.paint("FAIL", .warning))  \(style.safe(outcome.name))  \(style.safe(place, .faint))"]
        + outcome.messages.map { "      " + style.safe($0) }
    }
  }
}

/// The Test Anything Protocol, version 13.
enum TapReport {
  static func text(_ outcomes: [CheckOutcome]) -> String {
    var lines = ["TAP version 13", "1..\(outcomes.count)"]
    for (index, outcome) in outcomes.enumerated() {
      // An expected failure is `not ok` with a directive, which a consumer takes for a pass. An unexpected pass is a
      // failure here, so it gets no directive.
      let isOK = outcome.verdict == .passed || outcome.verdict == .skipped
      lines.append("\(isOK ? "ok" : "not ok") \(index + 1) - \(escaped(outcome.name))\(directive(outcome))")
      if outcome.verdict.isFailure {
        lines += ["  ---", "  at: \(outcome.file):\(outcome.position.line)", "  messages:"]
        lines += outcome.messages.map { "    - \(quoted($0))" } + ["  ..."]
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func directive(_ outcome: CheckOutcome) -> String {
    let remark = outcome.remark.map { $0.isEmpty ? "" : " \(escaped($0))" } ?? ""
    switch outcome.verdict {
    case .skipped: return " # SKIP\(remark)"
    case .expectedFailure: return " # TODO\(remark)"
    case .passed, .failed, .unexpectedPass: return ""
    }
  }

  private static func escaped(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 }.flatMap { $0 == "#" ? ["\\", "#"] : [$0] })
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" ? "''" : $0.isNewline ? " " : String($0) }.joined() + "'"
  }
}
