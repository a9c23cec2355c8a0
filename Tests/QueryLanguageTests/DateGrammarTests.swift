import QueryLanguage
import Testing

struct DateGrammarTests {
  @Test(arguments: [
    ("2024-11-05", "2024-11-05"),
    ("2024-11", "2024-11-01..2024-11-30"),
    ("2024-02", "2024-02-01..2024-02-29"),
    ("2024-q4", "2024-10-01..2024-12-31"),
    ("2024-Q1", "2024-01-01..2024-03-31"),
    ("2024", "2024-01-01..2024-12-31"),
    ("2024-11..2024-12", "2024-11-01..2024-12-31"),
    ("2024-11-30..2025", "2024-11-30..2025-12-31"),
    ("2024-11..", "2024-11-01.."),
    ("..2024-q2", "..2024-06-30"),
    ("7d..", "2024-12-08.."),
    ("2w..1d", "2024-12-01..2024-12-14"),
    ("1m..", "2024-11-15.."),
    ("1y..today", "2023-12-15..2024-12-15"),
    ("yesterday", "2024-12-14"),
    ("99999999999d..", "0001-01-01.."),
    ("none", "(none)"),
    ("any", "(any)"),
    ("\"2024-11\"", "2024-11-01..2024-11-30"),
  ])
  func datesStandForWholePeriods(value: String, period: String) {
    #expect(outcome("date:\(value)") == "(date \(period))")
  }

  @Test(arguments: [
    ("11/05/2024", "6 ambiguous-date", "date:2024-05-11 or date:2024-11-05"),
    ("11.05.2024", "6 ambiguous-date", "date:2024-05-11 or date:2024-11-05"),
    ("25/12/2024", "6 bad-date", "date:2024-12-25"),
    ("12/25/24", "6 bad-date", "date:2024-12-25"),
    ("11/11/2024", "6 bad-date", "date:2024-11-11"),
    ("2024/11/05", "6 bad-date", "date:2024-11-05"),
    ("2024-1-5", "6 bad-date", "date:2024-01-05"),
    ("2024-1", "6 bad-date", "date:2024-01"),
    ("2024-13", "6 bad-date", nil),
    ("2024-02-30", "6 bad-date", nil),
    ("november", "6 bad-date", nil),
    ("--11-19", "6 minus-in-value", nil),
    ("..", "6 bad-date", nil),
    ("7d", "6 bad-date", "from then until today: date:7d.."),
    ("2025..2024", "6 empty-range", "date:2024..2025"),
    ("2024-11-05T10:00", "6 bad-date", nil),
    ("2024..05/06/2024", "6 ambiguous-date", nil),
  ])
  func wrongDatesSayWhatTheyCouldHaveBeen(value: String, expected: String, hint: String?) {
    #expect(outcome("date:\(value)") == expected)
    if let hint { #expect(parsed("date:\(value)").diagnostics.first?.hint == hint) }
  }

  @Test func ambiguousDateShowsBothReadings() {
    let error = parsed("putin date:11/05/2024").diagnostics.first
    #expect(error?.message == "11/05/2024 is 11 May 2024 or 5 November 2024")
    #expect(
      error?.caret(in: "putin date:11/05/2024") == """
        putin date:11/05/2024
                   ^^^^^^^^^^
        """)
  }

  @Test func relativeDateNeedsAClock() {
    let query = QueryParser.parse("date:7d..", fields: testFields)
    #expect(query.diagnostics.map(\.code) == ["no-clock"])
  }

  @Test func groupOfDatesIsAnOr() {
    #expect(outcome("date:(2023 or 2024-11-05)") == "(or (date 2023-01-01..2023-12-31) (date 2024-11-05))")
  }
}
