import QueryLanguage
import Testing

/// What is wrong, and in which column.
struct DiagnosticTests {
  @Test(arguments: [
    ("\"set goals", "1 unbalanced-quote"),
    ("a \"set goals", "3 unbalanced-quote"),
    ("5\" gun", "2 unbalanced-quote"),
    ("(a b", "1 unbalanced-bracket"),
    ("a b)", "4 unbalanced-bracket"),
    ("((a) (b", "1 unbalanced-bracket, 6 unbalanced-bracket"),
    ("()", "1 empty-group"),
    ("speaker:()", "9 empty-group"),
    ("a and", "3 missing-operand"),
    ("and a", "1 missing-operand"),
    ("a and and b", "7 missing-operand"),
    ("or", "1 missing-operand"),
    ("a or", "3 missing-operand"),
    ("a or or b", "3 missing-operand"),
    ("(a or) b", "4 missing-operand"),
    ("not", "1 missing-operand"),
    ("a not", "3 missing-operand"),
    ("a - b", "3 missing-operand"),
    ("near/5 a", "1 missing-operand"),
    ("a near/5", "3 missing-operand"),
    ("a near/5 -b", "10 proximity-operand"),
    ("--limit 5", "1 double-minus"),
    ("…", "1 no-word"),
    ("a & b", "3 no-word"),
    ("\"!?\"", "1 no-word"),
    ("👍", "1 no-word"),
  ])
  func unfinishedQueries(query: String, expected: String) {
    #expect(outcome(query) == expected)
  }

  @Test(arguments: [
    ("*", "1 bad-wildcard"),
    ("*goal", "1 bad-wildcard"),
    ("go*al", "3 bad-wildcard"),
    ("wom?n", "4 bad-wildcard"),
    ("\"*goal set\"", "2 bad-wildcard"),
    ("=goal*", "1 mixed-signs"),
    ("=zelensky~1", "1 mixed-signs"),
    ("=\"set goals\"", "1 exact-phrase"),
    ("zelensky~3", "9 bad-fuzzy"),
    ("zelensky~", "9 bad-fuzzy"),
    ("\"set goals\"~5", "12 sign-behind-phrase"),
    ("\"set goal\"*", "11 sign-behind-phrase"),
    ("+nato", "1 odd-sign"),
    ("!nato", "1 odd-sign"),
    ("–nato", "1 odd-sign"),
    ("a || b", "3 odd-sign"),
    ("a && b", "3 odd-sign"),
    ("nato^2", "5 odd-sign"),
    ("a near/0 b", "3 bad-distance"),
    ("a near/100 b", "3 bad-distance"),
    ("a near/x b", "3 bad-distance"),
  ])
  func signsThatMeanSomethingElsewhere(query: String, expected: String) {
    #expect(outcome(query) == expected)
  }

  @Test(arguments: [
    ("a near/5 (b c)", "10 proximity-operand"),
    ("(a and b) near/5 c", "1 proximity-operand"),
    ("speaker:putin near/5 a", "1 proximity-operand"),
    ("speaker:(a near/5 b)", "12 proximity-in-field"),
    ("speakr:putin", "1 unknown-field"),
    ("a foo:bar", "3 unknown-field"),
    ("speaker:", "1 missing-value"),
    ("speaker: putin", "1 missing-value"),
    ("speaker:-putin", "9 minus-in-value"),
    ("said:(speaker:putin)", "7 nested-field"),
    ("said:speaker:putin", "6 nested-field"),
    ("kind:quoted", "6 unknown-value"),
    ("lang:english", "6 unknown-value"),
    ("conf:high", "6 bad-number"),
    ("conf:>=2", "6 bad-number"),
    ("конф:1", "1 unknown-field"),
    ("東京 date:1/2/2024 (", "9 ambiguous-date, 18 unbalanced-bracket"),
  ])
  func fieldsAndOperandsThatDoNotFit(query: String, expected: String) {
    #expect(outcome(query) == expected)
  }

  @Test(arguments: [
    ("speakr:putin", "did you mean speaker:?"),
    ("kind:indirct", "did you mean kind:indirect?"),
    ("speaker: putin", "no space behind the colon: speaker:putin"),
    ("a and", "to search for the word itself put it in quotes: \"and\""),
    ("!nato", "-nato"),
    ("a near/5 (b c)", "repeat the nearness for each: a near/5 c and b near/5 c"),
    ("said:a near/5 b", "write the nearness inside: said:(a near/5 b)"),
    ("a near/5 speaker:b", "a field goes beside the nearness: speaker:a (b near/5 c)"),
    ("date:2024 near/5 b", "a field goes beside the nearness: speaker:a (b near/5 c)"),
  ])
  func hintsSayWhatToWrite(query: String, hint: String) {
    #expect(parsed(query).diagnostics.first?.hint == hint)
  }

  @Test func columnsCountScalars() {
    let query = "e\u{301}te\u{301} (x"
    let error = parsed(query).diagnostics.first
    #expect(error?.column == 7)
    #expect(error?.caret(in: query) == "e\u{301}te\u{301} (x\n    ^")
  }

  @Test func nestingAndLengthHaveLimits() {
    #expect(outcome(String(repeating: "(", count: 41) + "a" + String(repeating: ")", count: 41)) == "41 too-deep")
    #expect(outcome(String(repeating: "(", count: 40) + "a" + String(repeating: ")", count: 40)) == "a")
    #expect(outcome(String(repeating: "not ", count: 41) + "a") == "161 too-deep")
    #expect(outcome(String(repeating: "a ", count: 1001)) == "2001 too-long")
    #expect(outcome(String(repeating: "a", count: 10_001)) == "10001 too-long")
  }
}
