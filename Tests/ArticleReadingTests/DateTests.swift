import ArticleModel
import Testing

@testable import ArticleReading

struct PublishedDateTests {
  private let dates = parser.dates

  @Test(
    arguments: [
      ("2024-11-19", "2024-11-19"), ("2024-11-19T22:00:40.000Z", "2024-11-19"), ("2024-11-19 08:00:00", "2024-11-19"),
      ("20241119", "2024-11-19"), ("20241119T081500Z", "2024-11-19"), ("2024/11/19", "2024-11-19"),
      ("Tue, 19 Nov 2024 10:00:00 GMT", "2024-11-19"), ("Nov. 19, 2024", "2024-11-19"),
      ("19 November 2024", "2024-11-19"), ("November 19th, 2024 at 6:01 am", "2024-11-19"),
      ("Tuesday 19 November 2024 10.30", "2024-11-19"), ("Thu Nov 21 10:00:00 UTC 2019", "2019-11-21"),
      ("19.11.2024", "2024-11-19"), ("5.11.2024", "2024-11-05"), ("25/11/2024", "2024-11-25"),
      ("11/25/2024", "2024-11-25"), ("1732010400", "2024-11-19"), ("1732010400000", "2024-11-19"),
      ("2024-11", "2024-11"), ("November 2024", "2024-11"), ("2024", "2024"), ("Sept 3, 2021", "2021-09-03"),
      ("May 14, 2003", "2003-05-14"), ("Mar. 5, 2024", "2024-03-05"), ("Thu May 21 10:00:00 UTC 2020", "2020-05-21"),
    ])
  func datesAreReadAsWritten(text: String, value: String) {
    #expect(dates.parse(text)?.description == value)
  }

  @Test(arguments: [
    ("Fri, 11/08/2024 - 19:40", "2024-11-08"), ("Sunday 11/08/2024", "2024-08-11"), ("11/08/2024", nil),
    ("Monday, 11/08/2024", nil),
  ])
  func dayOfTheWeekTellsWhichReadingIsMeant(text: String, value: String?) {
    #expect(dates.parse(text)?.description == value)
  }

  @Test(
    arguments: [
      ("5. November 2024", "2024-11-05"), ("Dienstag, 5. März 2024, 18:05 Uhr", "2024-03-05"),
      ("le 1er août 2024 à 18h05", "2024-08-01"), ("5 févr. 2024", "2024-02-05"),
      ("5 de noviembre de 2024", "2024-11-05"), ("05 ago 2024 - 18:05", "2024-08-05"),
      ("5 ноября 2024 г., 18:05", "2024-11-05"), ("5 листопада 2024 року", "2024-11-05"),
      ("1º de novembro de 2024", "2024-11-01"), ("segunda-feira, 22 de janeiro de 2018 às 0:13", "2018-01-22"),
      ("12 set 2024", "2024-09-12"),
      ("martedì 5 novembre 2024", "2024-11-05"), ("5 ott. 2024", "2024-10-05"),
      ("5 november 2024 om 18:05", "2024-11-05"), ("5 maart 2024", "2024-03-05"),
      ("5 listopada 2024", "2024-11-05"), ("5 października 2024 r.", "2024-10-05"),
      ("٥ نوفمبر ٢٠٢٤", "2024-11-05"), ("الثلاثاء 5 تشرين الثاني 2024", "2024-11-05"),
      ("2024年11月5日 18时05分", "2024-11-05"), ("２０２４年１１月５日（火）", "2024-11-05"),
      ("令和6年11月5日", "2024-11-05"), ("令和元年5月1日", "2019-05-01"), ("2024년 11월 5일 오후 6:05", "2024-11-05"),
      ("5 Kasım 2024 Salı", "2024-11-05"), ("2024. november 5.", "2024-11-05"),
      ("5 november 2024 kl. 18", "2024-11-05"), ("सोमवार, 4 नवंबर 2024, 06:30 PM", "2024-11-04"),
      ("৫ নভেম্বর ২০২৪", "2024-11-05"), ("5 نومبر 2024", "2024-11-05"), ("5 Novemba 2024", "2024-11-05"),
    ])
  func monthsHaveNamesInManyLanguages(text: String, value: String) {
    #expect(dates.parse(text)?.description == value)
  }

  @Test(
    arguments: [
      ("18 ก.พ. 2568 14:20 น.", "2025-02-18"), ("วันจันทร์ที่ 4 มีนาคม พ.ศ. 2567", "2024-03-04"),
      ("๔ มีนาคม ๒๕๖๗", "2024-03-04"), ("25/11/2567", "2024-11-25"), ("2567-11-05", "2024-11-05"),
      ("14 مارس 2567", "2024-03-14"),
    ])
  func thaiYearsAreThoseOfTheBuddha(text: String, value: String) {
    #expect(dates.parse(text)?.description == value)
  }

  @Test(
    arguments: [
      ("دوشنبه ۱۴ اسفند ۱۴۰۲", "2024-03-04"), ("۱ فروردین ۱۴۰۳ ساعت ۱۰:۴۲", "2024-03-20"),
      ("30 اسفند 1399", "2021-03-20"),
      ("30 اسفند 1403", "2025-03-20"), ("۱۴۰۲/۱۲/۱۴ - ۱۰:۴۲", "2024-03-04"), ("31 شهریور 1358", "1979-09-22"),
      ("22 بهمن 1357", "1979-02-11"),
    ])
  func yearsOfIranBeginInSpring(text: String, value: String) {
    #expect(dates.parse(text)?.description == value)
  }

  @Test(arguments: [
    "30 اسفند 1402", "32 تیر 1402", "14 اسفند 2024", "14 مارس 1402", "5 March 1402", "1445/09/15", "5 March 2300",
    "دی 1402",
  ])
  func daysOfNoCalendarAreNone(text: String) {
    #expect(dates.parse(text)?.precision != .day)
  }

  @Test(arguments: [
    "Updated 2 hours ago 2024", "they set 5 records in 2024", "read out 5 names", "5 Samstag 2024", "第5回 2024",
  ])
  func wordsThatAreMonthsElsewhereMakeNoDay(text: String) {
    #expect(dates.parse(text)?.precision != .day)
  }

  @Test(
    arguments: [
      ("05/11/2024", "fr", "2024-11-05"), ("05/11/2024", "en-GB", "2024-11-05"), ("05-11-2024", "nl_NL", "2024-11-05"),
      ("05/11/2024", "en-US", nil), ("05/11/2024", "en", nil), ("05/11/2024", nil, nil),
      ("11/25/2024", "fr", "2024-11-25"),
      ("05/11/2024", "ja", nil),
    ] as [(String, String?, String?)])
  func languageOfThePageOrdersDayAndMonth(text: String, language: String?, value: String?) {
    #expect(dates.parse(text, order: PublishedDates.Order(language: language))?.description == value)
  }

  @Test(
    arguments: [
      ("Veröffentlicht am Dienstag, 5. November 2024 um 18:05 Uhr", "2024-11-05"),
      ("Publié le 5 novembre 2024 à 18h05", "2024-11-05"), ("Опубликовано: 5 ноября 2024 г.", "2024-11-05"),
      ("Publicado el 5 de noviembre de 2024", "2024-11-05"), ("نشر في 5 نوفمبر 2024", "2024-11-05"),
      ("2024年11月5日 18時05分 更新", "2024-11-05"), ("Kyjiv, 5 листопада 2024", "2024-11-05"),
    ])
  func datesAboveTheTextAreTaken(line: String, value: String) {
    let found = article("Headline stands here\n\n\(line)\n\nThe first sentence of the text stands here, at last.")
    #expect(found?.published == PublicationDate(value: DateValue(value), provenance: .found))
    #expect(outline(found).contains("-date \(line)"))
  }

  @Test(arguments: [
    "Le 5 novembre 2024 les ministres ont quitté la ville", "Bis zum 5. November 2024 bleibt die Brücke zu",
  ])
  func sentencesWithADateAreText(line: String) {
    let found = article("Headline stands here\n\n\(line)\n\nThe first sentence of the text stands here, at last.")
    #expect(found?.published == .unknown)
  }

  @Test(arguments: [
    "11/05/2024", "yesterday", "", "10:30", "2024-13-40", "May", "Room 2024-b", "31 February 2024", "12",
  ])
  func whatIsNoDateOrHasTwoReadingsGivesNone(text: String) {
    #expect(dates.parse(text)?.precision != .day)
  }

  @Test(
    arguments: [
      ("https://example.org/2024/11/05/a-title", "2024-11-05"), ("/news/2024/nov/05/title", "2024-11-05"),
      ("notes/2024-11-05-council.txt", "2024-11-05"), ("dump_20241105.txt", "2024-11-05"),
      ("https://example.org/2024-11-05", "2024-11-05"), ("/news/5-november-2024/title", "2024-11-05"),
      ("/2024/november/5/title", "2024-11-05"), ("/nov-5-2024-title.html", "2024-11-05"),
      ("/05/nov/2024/title", "2024-11-05"), ("https://example.org/2024/11/title", "2024-11"),
      ("https://example.org/2024/october/title", "2024-10"),
    ])
  func addressesShowTheDay(address: String, value: String) {
    #expect(dates.inAddress(address)?.description == value)
  }

  @Test(arguments: [
    "https://example.org/story-1234567890123", "a/2024/report.txt", "build-99999999.txt", "v2.11.5",
    "/2024/99/title", "/2024/report/11/title", "/may-5-people/2024", "/room/1203/11/b",
  ])
  func otherNumbersOfAddressesAreNoDay(address: String) {
    #expect(dates.inAddress(address) == nil)
  }

  @Test(
    arguments: [
      ("SURIGAO, Philippines, Jan. 14, 2025 (Harbour Wire) — Divers went down.", "2025-01-14"),
      ("OSLO, Dec 1 (Harbour Wire) - The snow came.", "--12-01"), ("LYON, 3 May 2021 - Rain fell.", "2021-05-03"),
      ("LYON: May 3, 2021: Rain fell on the hills.", "2021-05-03"),
    ])
  func datelinesAreRead(text: String, value: String) {
    #expect(article("Title here\n\n\(text)\n\nMore of it follows here.")?.published.value?.description == value)
  }

  @Test(
    arguments: [
      "The treaty was signed on May 3, 2021 - a Monday.", "In the photograph of October 30, 2023, she smiles.",
      "OSLO — The king spoke of May 17, 1814 and of bread.", "The plan of 2021: More bread, from May 3, 2022 on.",
      "OSLO: The plan for May 17, 2021:30 loaves.",
    ])
  func datesOfTheTextAreNotThatOfTheArticle(text: String) {
    #expect(article("Title here\n\n\(text)\n\nMore of it follows here.")?.published == .unknown)
  }

  @Test(arguments: [
    "article:published_time", "og:article:published_time", "datePublished", "parsely-pub-date", "sailthru.date",
    "citation_publication_date", "citation_date", "dc.date", "DC.date.issued", "dcterms.issued", "pubdate",
    "publish-date", "publication_date", "published_time", "article:published", "rnews:datePublished", "bt:pubDate",
    "date_created", "timestamp",
  ])
  func headsNameTheDayInManyWays(name: String) {
    for attribute in ["name", "property", "itemprop"] {
      let head = "<meta \(attribute)='\(name)' content='2024-11-05T10:00:00Z'>"
      let found = article("<html><head>\(head)</head><body><p>The snow came.</p></body></html>", as: .html)
      #expect(found?.published == PublicationDate(value: DateValue("2024-11-05"), provenance: .found))
    }
  }

  @Test func theDayOfPrintingBeatsThatOfAChangeAndOtherNamesSayNothing() {
    func published(_ heads: [(String, String)]) -> String? {
      let head = heads.map { "<meta name='\($0.0)' content='\($0.1)'>" }.joined()
      return article("<html><head>\(head)</head><body><p>The snow came.</p></body></html>", as: .html)?
        .published.value?.description
    }
    #expect(
      published([("last-modified", "2024-11-09"), ("created", "2024-11-06"), ("pubdate", "2024-11-05")]) == "2024-11-05"
    )
    #expect(
      published([("dc.date.modified", "2024-11-09"), ("expires", "2025-11-09"), ("event-date", "2024-12-01")]) == nil)
    #expect(published([("pubdate", "soon"), ("created", "2024-11-06")]) == "2024-11-06")
  }

  @Test func theDayStandsInLinkedDataInManyPlaces() {
    func published(_ json: String) -> String? {
      let page =
        "<html><head><script type='application/ld+json'>\(json)</script></head><body><p>The snow came.</p></body></html>"
      return article(page, as: .html)?.published.value?.description
    }
    #expect(
      published(#"{"@graph":[{"@type":"NewsArticle","headline":"Snow","datePublished":"2024-11-05"}]}"#) == "2024-11-05"
    )
    #expect(published(#"{"@graph":[{"@type":"WebPage","name":"Snow","datePublished":"2024-11-05"}]}"#) == "2024-11-05")
    #expect(published(#"[{"@type":"Article","headline":"Snow","dateCreated":"2024-11-05"}]"#) == "2024-11-05")
    #expect(published(#"{"@type":"Article","headline":"The "snow"","datePublished": "2024-11-05"}"#) == "2024-11-05")
    #expect(published(#"{"@type":"Event","name":"Fair","startDate":"2024-11-05"}"#) == nil)
    let both =
      #"[{"@type":"WebPage","datePublished":"2023-01-01"},{"@type":"Article","headline":"S","datePublished":"2024-11-05"}]"#
    #expect(published(both) == "2024-11-05")
  }

  @Test func optionBeatsMetadataBeatsTextBeatsAddress() {
    func published(_ text: String, _ kind: InputRecord.Kind, given: String? = nil) -> PublicationDate? {
      let options = given.map { ReadingOptions(published: DateValue($0)) }
      return try? read(text, as: kind, source: "2001-01-01.txt", options: options).first?.get().published
    }
    let line = #"{"date":"2003-03-03","text":"Title\n3 May 2002\n\nSome text stands here."}"#
    let text = "Title\n3 May 2002\n\nSome text stands here."
    #expect(
      published(line, .json, given: "2004-04") == PublicationDate(value: DateValue("2004-04"), provenance: .given))
    #expect(published(line, .json) == PublicationDate(value: DateValue("2003-03-03"), provenance: .given))
    #expect(published(text, .text) == PublicationDate(value: DateValue("2002-05-03"), provenance: .found))
    #expect(
      published("Some text. More.", .text) == PublicationDate(value: DateValue("2001-01-01"), provenance: .inferred))
  }
}
