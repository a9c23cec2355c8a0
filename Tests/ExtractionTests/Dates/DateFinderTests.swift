import ArticleModel
import IndexDefinition
import Testing

@testable import Extraction

private let finder = DateFinder(definition: .builtIn)

private func article(_ text: String) -> Article {
  Article(
    id: "a", source: "a", text: text, blocks: [Block(kind: .paragraph, span: TextSpan(0, text.utf8.count))])
}

/// The dates of a text printed on Tuesday, 2024-12-10 as `words=value`, `?` for an open one.
private func dates(_ text: String, published: String? = "2024-12-10") -> [String] {
  let published = PublicationDate(value: published.flatMap { DateValue($0) }, provenance: .given)
  return finder.dates(in: Tokenizer.tokens(of: article(text)), published: published).map {
    "\(text.text(in: $0.span))=\($0.value?.description ?? "?")"
  }
}

@Suite struct DateFinderTests {
  @Test func theLineThatSaysWhenItWasPrintedIsADate() {
    let text = "Monday, May 18, 2015\n\nShare on May 19, 2015\n\nIt rained on Sunday."
    var article = sampleArticle(text)
    article.blocks[0].kind = .boilerplate(reason: "date")
    article.blocks[1].kind = .boilerplate(reason: "share")
    let tokens = Tokenizer.tokens(of: article)
    let published = PublicationDate(value: DateValue("2015-05-18"), provenance: .found)
    #expect(
      finder.dates(in: tokens, published: published).map { text.text(in: $0.span) } == [
        "Monday, May 18, 2015", "Sunday",
      ])
  }

  @Test(
    arguments: [
      ("It opened on Nov. 19, 2019.", ["Nov. 19, 2019=2019-11-19"]),
      ("It opened on 19 November 2019.", ["19 November 2019=2019-11-19"]),
      ("Cali, 3 de noviembre. El 9 de mayo de 2019.", ["3 de noviembre=2024-11-03", "9 de mayo de 2019=2019-05-09"]),
      ("Berlin, 14. Oktober 2019; Paris, 9 mai 2019.", ["14. Oktober 2019=2019-10-14", "9 mai 2019=2019-05-09"]),
      ("Two of 3 mayo jars, 5 mars bars, in oktober.", []),
      ("It opened on the 19th of November 2019.", ["19th of November 2019=2019-11-19"]),
      ("Monday, May 18, 2015", ["Monday, May 18, 2015=2015-05-18"]),
      ("Tuesday 3 March 2015", ["Tuesday 3 March 2015=2015-03-03"]),
      ("From Nov. 3-5, 2023 it rained.", ["Nov. 3-5, 2023=2023-11-03..2023-11-05"]),
      ("Logged at 2023-02-14 and 14.02.2023.", ["2023-02-14=2023-02-14", "14.02.2023=2023-02-14"]),
      ("Dated 25/12/2020 or 11/05/2020.", ["25/12/2020=2020-12-25", "11/05/2020=?"]),
      ("In May 2014 and in October, 1996.", ["May 2014=2014-05", "October, 1996=1996-10"]),
      ("In mid-November 2021 it fell.", ["mid-November 2021=2021-11"]),
      ("Sales in Q3 2024 and in the second quarter of 2023.", ["Q3 2024=2024-Q3", "second quarter of 2023=2023-Q2"]),
      ("Since 2014, and in the 1990s.", ["2014=2014", "1990s=1990-01-01..1999-12-31"]),
      ("Between 2014 and 2016; the 2014-2016 deal.", ["2014=2014", "2016=2016", "2014-2016=2014-01-01..2016-12-31"]),
      ("The summer of 2012 was dry.", ["summer of 2012=2012-06-01..2012-08-31"]),
      ("A mill of the 19th century.", ["19th century=1801-01-01..1900-12-31"]),
      ("From January to March 2020 it rained.", ["January to March 2020=2020-01-01..2020-03-31"]),
      ("Between May and July 2020 it rained.", ["May=2020-05", "July 2020=2020-07"]),
      (
        "In the mid-1970s, and in the early-2000s.",
        ["mid-1970s=1970-01-01..1979-12-31", "early-2000s=2000-01-01..2009-12-31"]
      ),
      (
        "In the seventies and in the mid-nineties.",
        ["seventies=1970-01-01..1979-12-31", "mid-nineties=1990-01-01..1999-12-31"]
      ),
      ("H1 2021 was dry, FY2024 was not, nor FY22.", ["H1 2021=2021-01-01..2021-06-30", "FY2024=2024", "FY22=2022"]),
      ("The 2020 census, its 2019 results and a 2022 loss.", ["2020=2020", "2019=2019", "2022=2022"]),
      ("The first half of 2023.", ["first half of 2023=2023-01-01..2023-06-30"]),
      ("On 31 June 2020 nothing happened.", ["31 June 2020=?"]),
    ])
  func writtenDates(text: String, expected: [String]) {
    #expect(dates(text) == expected)
  }

  @Test(
    arguments: [
      ("He spoke on Nov. 19.", ["Nov. 19=2024-11-19"]),
      ("He spoke on Jan. 4.", ["Jan. 4=2025-01-04"]),
      ("The court will sit on Jan. 20.", ["Jan. 20=2025-01-20"]),
      ("The roof collapsed in June.", ["June=2024-06"]),
      ("The vote will be held in June.", ["June=2025-06"]),
      ("He spoke on Sunday.", ["Sunday=2024-12-08"]),
      ("He spoke on Tuesday.", ["Tuesday=2024-12-10"]),
      ("The court will rule Friday.", ["Friday=2024-12-13"]),
      ("On Friday, the court will rule.", ["Friday=2024-12-13"]),
      ("\"We go again on Friday,\" she said.", ["Friday=2024-12-13"]),
      ("“The goat is welcome on Friday,” she said.", ["Friday=2024-12-13"]),
      ("“The goat was welcome on Friday,” she said.", ["Friday=2024-12-06"]),
      ("The goat is lame; she fell on Friday.", ["Friday=2024-12-06"]),
      // What is planned, asked for or put off lies ahead, whatever the tense of the sentence.
      ("The ministers were likely to meet on Friday.", ["Friday=2024-12-13"]),
      ("The ministers managed to meet on Friday.", ["Friday=2024-12-06"]),
      ("The judge ordered him to pay by Friday.", ["Friday=2024-12-13"]),
      ("The judge told him on Friday.", ["Friday=2024-12-06"]),
      ("The vote was moved to Saturday.", ["Saturday=2024-12-14"]),
      ("The vote was won on Saturday.", ["Saturday=2024-12-07"]),
      ("The strike begins on Monday.", ["Monday=2024-12-16"]),
      ("The strike began on Monday.", ["Monday=2024-12-09"]),
      ("The dogs are to race on Monday.", ["Monday=2024-12-16"]),
      ("The deadline is Friday.", ["Friday=2024-12-13"]),
      ("Police look for a man after a bin was set alight on Friday.", ["Friday=2024-12-06"]),
      ("The trial is set for Friday.", ["Friday=2024-12-13"]),
      ("He left Sunday night, she on Monday morning.", ["Sunday night=2024-12-08", "Monday morning=2024-12-09"]),
      ("He left last Tuesday and comes back next Tuesday.", ["last Tuesday=2024-12-03", "next Tuesday=2024-12-17"]),
      (
        "Yesterday it rained, today not, tomorrow perhaps.",
        ["Yesterday=2024-12-09", "today=2024-12-10", "tomorrow=2024-12-11"]
      ),
      ("It burned last night.", ["last night=2024-12-09"]),
      (
        "It fell last week, this month and last year.",
        ["last week=2024-12-02..2024-12-08", "this month=2024-12", "last year=2023"]
      ),
      ("It rose last November.", ["last November=2024-11"]),
      ("Since last summer it rose.", ["last summer=2024-06-01..2024-08-31"]),
      ("They met earlier this week.", ["earlier this week=2024-12-09..2024-12-15"]),
      ("They met over the weekend.", ["the weekend=2024-12-07..2024-12-08"]),
      ("They parted two years ago, and again three days ago.", ["two years ago=2022", "three days ago=2024-12-07"]),
      ("He went several weeks ago.", ["several weeks ago=?"]),
      ("In the past three weeks it froze.", ["past three weeks=2024-11-19..2024-12-10"]),
      // What is to come, or open, in a sentence that looks back.
      ("She said she would ask for prison when he is sentenced March 19.", ["March 19=2025-03-19"]),
      ("She said he was sentenced March 19.", ["March 19=2024-03-19"]),
      ("The bill was to be signed in March.", ["March=2024-03"]),
      ("The council voted to put it off until February.", ["February=2025-02"]),
      ("“I will not say who, but I beat him in March.”", ["March=2024-03"]),
      (
        "The bureau is forecasting a warm morning and northerly winds of up to 90 kilometres per hour on Friday.",
        ["Friday=2024-12-13"]
      ),
      (
        "The bureau measured a warm morning and winds of up to 90 kilometres per hour on Friday.", ["Friday=2024-12-06"]
      ),
      ("The teams now move to Norvik for the first of three races on Friday.", ["Friday=2024-12-13"]),
      ("Norvik, meanwhile, go to the island on Friday.", ["Friday=2024-12-13"]),
      ("She saw the players go on Friday.", ["Friday=2024-12-06"]),
      ("The barge sank in March last year.", ["March last year=2023-03"]),
      ("It is due in March of next year.", ["March of next year=2025-03"]),
      ("In March, last year's winner left.", ["March=2024-03", "last year=2023"]),
      ("By the end of the year it ends.", ["the end of the year=2024-12-31"]),
      // Without "on", behind the present of what is planned.
      ("The trial resumes Monday.", ["Monday=2024-12-16"]),
      ("The teams meet again Sunday.", ["Sunday=2024-12-15"]),
      ("The votes Monday were few.", ["Monday=2024-12-09"]),
      ("The mayor, who faces trial, said Monday he was ill.", ["Monday=2024-12-09"]),
      ("Her office would not say Friday whether she will sign.", ["Friday=2024-12-06"]),
      ("Her office would not close Friday.", ["Friday=2024-12-13"]),
      ("He will sack nurses who do not report to work by Monday.", ["Monday=2024-12-16"]),
      ("They did not come until Monday.", ["Monday=2024-12-09"]),
      // A participle before a noun rules nothing.
      ("She would propose a list of vanished lakes at the talks in June.", ["June=2025-06"]),
      ("She opened a list of lakes at the talks in June.", ["June=2024-06"]),
      ("It begins in the first quarter of next year.", ["first quarter of next year=2025-Q1"]),
      ("It began in the second half of last year.", ["second half of last year=2023-07-01..2023-12-31"]),
      // From then on, not from today.
      ("She spent the next nine years in Norvik.", []),
      ("She taught there for the next nine years.", []),
      ("She will work there for the next nine years.", ["next nine years=2024-12-10..2033-12-10"]),
      // The present of what is planned looks ahead; so does each clause by its own verb.
      ("The court sits again on Friday.", ["Friday=2024-12-13"]),
      ("Talks resume Friday.", ["Friday=2024-12-13"]),
      ("Talks broke off Friday.", ["Friday=2024-12-06"]),
      ("Shops open on Sunday in the old town.", ["Sunday=2024-12-15"]),
      ("She left two shops open on Sunday.", ["Sunday=2024-12-08"]),
      ("The index closes higher Monday.", ["Monday=2024-12-09"]),
      ("He won 30 votes on Monday.", ["Monday=2024-12-09"]),
      ("The rule, passed in May, takes effect in August.", ["May=2024-05", "August=2025-08"]),
      ("The rule, passed in May, took effect in August.", ["May=2024-05", "August=2024-08"]),
      ("The treaty comes into force in July.", ["July=2025-07"]),
      ("The strike, the second since July, will begin.", ["July=2024-07"]),
      ("The strike planned for July will begin.", ["July=2025-07"]),
      ("She would not say Thursday whether he will sign.", ["Thursday=2024-12-05"]),
      ("She would not sing Thursday.", ["Thursday=2024-12-12"]),
      ("A year ago it was a lake.", ["A year ago=2023"]),
      ("They sail the day after tomorrow.", ["the day after tomorrow=2024-12-12"]),
      ("He sailed the day before yesterday.", ["the day before yesterday=2024-12-08"]),
      ("He sailed the day after the flood.", []),
      ("The fair runs from 3 to 9 July.", ["3 to 9 July=2024-07-03..2024-07-09"]),
      ("In the autumn she will sing.", ["the autumn=2025-09-01..2025-11-30"]),
      ("In the autumn she sang.", []),
      ("Things rise in the autumn if you will.", []),
      ("She came on Monday and leaves on Friday.", ["Monday=2024-12-09", "Friday=2024-12-13"]),
      ("The court, which sits on Friday, heard her on Monday.", ["Friday=2024-12-13", "Monday=2024-12-09"]),
      ("Over the next nine days she will sing.", ["next nine days=2024-12-10..2024-12-19"]),
      ("She spent the next nine years at sea.", []),
      ("It lies in the first quarter of next year.", ["first quarter of next year=2025-Q1"]),
      ("Its second-quarter profit fell.", ["second-quarter=2024-Q2"]),
      ("Profit rose in Q3.", ["Q3=2024-Q3"]),
    ])
  func relativeDatesAreToldFromTheDayOfPublication(text: String, expected: [String]) {
    #expect(dates(text) == expected)
  }

  @Test(
    arguments: [
      ("Turnout on Election Day was high.", ["Election Day=2024-11-05"]),
      ("On Christmas Eve 2015 it snowed.", ["Christmas Eve 2015=2015-12-24"]),
      (
        "On Easter Monday 2016 and Good Friday 2016.", ["Easter Monday 2016=2016-03-28", "Good Friday 2016=2016-03-25"]
      ),
      ("Since 9/11 it is so.", ["9/11=2001-09-11"]),
      ("On Thanksgiving they ate.", ["Thanksgiving=2024-11-28"]),
      ("Last Christmas it rained.", ["Last Christmas=2023-12-25"]),
    ])
  func daysWithAName(text: String, expected: [String]) {
    #expect(dates(text) == expected)
  }

  @Test(
    arguments: [
      "You may go, and they march on.", "Prices in 2016 dollars fell.", "Sun Microsystems and the Sunday Times paid.",
      "He counted 1998 people; 1998 votes were cast.", "In May's cabinet sat few.", "Theresa May spoke.",
      "It sat on the shelf.",
      "Another 2000 soldiers left for about 1900 villages.", "At 2000 GMT it ended.",
      "They fall in the spring of life.",
      "A total of 1998 was paid.", "Read on the second page.", "Every Monday they meet.", "She is in her early 50s.",
      "The last straw, the next day, the past tense.", "Johnnie Christmas drew it.", "He is one of two men.",
      "Wang Jun and Park Dec sang.", "The Audi Q3 won in Q3.", "It found 2000 results.",
      "Highs in the seventies are rare.",
      "She is in her mid-nineties; her second-quarter throw missed.",
      "She taught them in Sunday school, and on Sunday mornings they sang.",
    ])
  func nearMisses(text: String) {
    #expect(dates(text).isEmpty)
  }

  @Test func withoutADayOfPublicationNothingIsInvented() {
    let text = "On Nov. 19, in November, on Sunday, last week and in 2014."
    #expect(
      dates(text, published: nil) == [
        "Nov. 19=--11-19", "November=--11", "Sunday=?", "last week=?", "2014=2014",
      ])
    #expect(dates("He spoke on Nov. 19.", published: "2021") == ["Nov. 19=2021-11-19"])
  }

  @Test func thePhraseIsKeptWhereTheTextDoesNotHoldTheDate() {
    let text = "On Nov. 19 and on Nov. 20, 2024."
    let published = PublicationDate(value: DateValue("2024-12-10"), provenance: .given)
    let found = finder.dates(in: Tokenizer.tokens(of: article(text)), published: published)
    #expect(found.map(\.inferred) == ["Nov. 19", nil])
  }

  @Test func namedDayRulesReadWhatTheTableHolds() {
    let table = Definition.builtIn.table("named-days")
    #expect(table.rows.filter { NamedDayRule($0[1]) == nil }.map(\.key).isEmpty)
    #expect(NamedDayRule("easter+0")?.day(in: 2024)?.description == "2024-03-31")
    #expect(NamedDayRule("easter+0")?.day(in: 1961)?.description == "1961-04-02")
    #expect(NamedDayRule("05:1:-1")?.day(in: 2024)?.description == "2024-05-27")
    #expect(NamedDayRule("13:1") == nil)
  }
}
