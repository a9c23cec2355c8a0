import ArticleModel
import Testing

struct CalendarTests {
  @Test func everyDayOfFourCenturiesComesBackFromItsNumber() throws {
    var day = try #require(CalendarDay(year: 1799, month: 12, day: 31))
    for _ in 0..<146_200 {
      let next = day.adding(days: 1)
      #expect(next.dayNumber == day.dayNumber + 1 && next > day)
      #expect(CalendarDay(year: next.year, month: next.month, day: next.day) == next)
      #expect(next.weekday == day.weekday % 7 + 1)
      day = next
    }
  }

  @Test func knownDaysHaveTheirNumberAndWeekday() throws {
    #expect(try #require(CalendarDay(iso: "1970-01-01")).dayNumber == 0)
    #expect(try #require(CalendarDay(iso: "2024-11-19")).dayNumber == 20_046)
    #expect(try #require(CalendarDay(iso: "2024-11-19")).weekday == 2)
    #expect(try #require(CalendarDay(iso: "0001-01-01")).description == "0001-01-01")
    #expect(CalendarDay(dayNumber: .min).description == "0001-01-01")
    #expect(CalendarDay(dayNumber: .max).description == "9999-12-31")
  }

  @Test(arguments: ["2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "24-01-01", "2024-1-1", "x"])
  func noSuchDayIsNil(text: String) {
    #expect(CalendarDay(iso: text) == nil)
  }

  @Test func timeBehindTheDayIsLeftAlone() {
    #expect(CalendarDay(iso: "2024-02-29T08:00:00Z")?.description == "2024-02-29")
    #expect(CalendarDay(iso: "2024-02-290") == nil)
  }

  @Test func monthsAreAddedToTheLastDayAtMost() throws {
    let day = try #require(CalendarDay(iso: "2024-01-31"))
    #expect(day.adding(months: 1).description == "2024-02-29")
    #expect(day.adding(months: -2).description == "2023-11-30")
  }
}

struct DateValueTests {
  @Test(arguments: [
    ("2024-11-19", DatePrecision.day, "2024-11-19", "2024-11-19"),
    ("2024-02", .month, "2024-02-01", "2024-02-29"),
    ("2024", .year, "2024-01-01", "2024-12-31"),
    ("2024-Q3", .quarter, "2024-07-01", "2024-09-30"),
    ("2024-11-18..2024-11-24", .week, "2024-11-18", "2024-11-24"),
    ("2024-11-18..2024-11-25", .range, "2024-11-18", "2024-11-25"),
  ])
  func textComesBack(text: String, precision: DatePrecision, first: String, last: String) throws {
    let value = try #require(DateValue(text))
    #expect(value.description == text)
    #expect(value.precision == precision)
    #expect(value.firstDay?.description == first)
    #expect(value.lastDay?.description == last)
  }

  @Test(arguments: ["--11-19", "--11"])
  func dateWithoutAYearHasNoDays(text: String) throws {
    let value = try #require(DateValue(text))
    #expect(value.description == text)
    #expect(value.firstDay == nil && value.lastDay == nil)
  }

  @Test(arguments: [
    "", "-", "--", "--13", "--02-30", "2024-", "2024-Q5", "2024-Q", "11/05/2024", "2024-11-31", "2024..2025",
    "2024-11-25..2024-11-18", "20241119", "2024-1",
  ])
  func whatIsNoDateIsNil(text: String) {
    #expect(DateValue(text) == nil)
  }

  @Test func weekRunsFromMondayToSunday() throws {
    let sunday = try #require(CalendarDay(iso: "2024-11-24"))
    #expect(DateValue.week(holding: sunday).description == "2024-11-18..2024-11-24")
  }
}
