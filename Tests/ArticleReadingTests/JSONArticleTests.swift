import ArticleModel
import Testing

@testable import ArticleReading

struct JSONArticleTests {
  @Test(arguments: [("\"language\":\"en\",", "en"), ("\"language\":\"nl\",", "nl"), ("", "de")])
  func aLanguageThatIsGivenIsBelieved(field: String, language: String) {
    let line = "{\(field)\"text\":\"Der Damm hält, sagte die Bürgermeisterin am Montag.\"}"
    #expect(article(line, as: .json)?.language == language)
  }

  @Test func textComesBackUnchanged() {
    let found = article(#"{"text":"  A \u0000line\r\n\r\n\twith “marks” and 😀\ud83d\ude00 \n"}"#, as: .json)
    #expect(found?.text == "  A \u{0}line\r\n\r\n\twith “marks” and 😀😀 \n")
    #expect(found.map(partitions) == true)
  }

  @Test func ownFieldsAreRead() {
    let found = article(
      #"{"id":"a 1#x","title":"T","text":"Words stand here.","published":"2024-11-05","publisher":"Post","byline":"Jo Lind","url":"https://e.org/a","language":"en-GB"}"#,
      as: .json)
    #expect(found?.id == "a%201%23x")
    #expect(found?.publisher == "Post")
    #expect(found?.byline == "Jo Lind")
    #expect(found?.language == "en")
    #expect(found?.published.value?.description == "2024-11-05")
  }

  /// Members of every kind before the one that is looked for; numbers take two words of the parser's tape.
  @Test(arguments: [
    ("-5", "-5"), ("7", "7"), ("18446744073709551615", "1.8446744073709552e+19"), ("2.5", "2.5"), (#""a""#, "a"),
  ])
  func memberIsFoundBehindAllKindsOfOthers(id: String, expected: String) {
    let before =
      #""k":[1,-2,18446744073709551615,2.5,true,false,null,"s",{"text":"no","a":[[]]},{}],"n":9,"o":{"text":[3]}"#
    let found = article(
      "{\(before),\"id\":\(id),\"authors\":[\"Jo Lind\",null,{\"name\":\"Ann Roe\"}],\"text\":\"Yes.\"}", as: .json)
    #expect(found?.text == "Yes.")
    #expect(found?.id == expected)
    #expect(found?.byline == "Jo Lind, Ann Roe")
  }

  @Test(
    arguments: [
      // trafilatura
      #"{"title":"T","author":"Jo Lind; Ann Roe","hostname":"e.org","date":"2024-11-05","text":"Words.","language":null,"source":"https://e.org/a","source-hostname":"Post","url":"https://e.org/a"}"#,
      // news-please
      #"{"authors":["Jo Lind","Ann Roe"],"date_publish":"2024-11-05 10:00:00","source_domain":"Post","title":"T","maintext":"Words.","url":"https://e.org/a","language":"en"}"#,
      // newspaper
      #"{"url":"https://e.org/a","title":"T","authors":["Jo Lind","Ann Roe"],"publish_date":"2024-11-05T10:00:00","text":"Words.","site_name":"Post","meta_lang":"en"}"#,
      // schema.org
      #"{"url":"https://e.org/a","headline":"T","author":[{"name":"Jo Lind"},{"name":"Ann Roe"}],"datePublished":"2024-11-05","articleBody":"Words.","publisher":{"name":"Post"}}"#,
    ])
  func fieldsOfScrapersAreRead(line: String) {
    let found = article(line, as: .json)
    #expect(found?.text == "Words.")
    #expect(found?.title == "T")
    #expect(found?.byline == "Jo Lind, Ann Roe")
    #expect(found?.publisher == "Post")
    #expect(found?.published == PublicationDate(value: DateValue("2024-11-05"), provenance: .given))
    #expect(found?.id == "https://e.org/a")
  }

  /// Lines as three programs wrote them for one page that was made for the project; texts and empty fields shortened.
  @Test(
    arguments: [
      (
        "trafilatura 2.3.1",
        #"{"title":"Ministers leave dam talks","author":"Hiwot Bekele; Karim Adel","hostname":"nilecourier.example","date":"2024-11-27","fingerprint":"e7dfd3a5a9badbf7","id":null,"license":null,"comments":"","raw_text":"Ministers leave dam talks KHARTOUM — Water ministers ended four days of talks.","text":"Ministers leave dam talks\nKHARTOUM — Water ministers ended four days of talks.","language":null,"image":null,"pagetype":"newsarticle","filedate":"2026-11-26","source":"https://nilecourier.example/2024/11/27/dam-talks-end","source-hostname":"The Nile Courier","excerpt":null,"categories":"","tags":""}"#
      ),
      (
        "news-please 1.6",
        #"{"authors":["Hiwot Bekele","https://nilecourier.example/by/adel","Karim Adel"],"date_download":"2026-11-26 00:00:00","date_modify":"None","date_publish":"2024-11-27 18:05:00","description":null,"filename":"dam.json","image_url":null,"language":"en","localpath":null,"maintext":"KHARTOUM — Water ministers ended four days of talks.","source_domain":"The Nile Courier","text":null,"title":"Ministers leave dam talks","title_page":null,"title_rss":null,"url":"https://nilecourier.example/2024/11/27/dam-talks-end"}"#
      ),
      (
        "newspaper4k 0.9.6",
        #"{"url":"https://coast.example/2024/a","read_more_link":"","language":"en","title":"Ministers leave dam talks","top_image":"","meta_img":"","images":["https://coast.example/2024/dam.jpg"],"movies":[],"keywords":[],"meta_keywords":[""],"tags":null,"authors":["Hiwot Bekele","Karim Adel"],"publish_date":"2024-11-27T18:05:00+03:00","summary":"","meta_description":"","meta_lang":"en","meta_favicon":"","meta_site_name":"The Nile Courier","canonical_link":"https://nilecourier.example/2024/11/27/dam-talks-end","text":"27 November 2024\n\nKHARTOUM — Water ministers ended four days of talks.\n\nAdvertisement"}"#
      ),
    ])
  func linesOfScrapersAreRead(program: String, line: String) {
    let found = article(line, as: .json)
    #expect(found?.title == "Ministers leave dam talks", "\(program)")
    #expect(found?.byline == "Hiwot Bekele, Karim Adel", "\(program)")
    #expect(found?.publisher == "The Nile Courier", "\(program)")
    #expect(found?.id == "https://nilecourier.example/2024/11/27/dam-talks-end", "\(program)")
    #expect(found?.language == "en", "\(program)")
    #expect(found?.published == PublicationDate(value: DateValue("2024-11-27"), provenance: .given), "\(program)")
    #expect(
      outline(found).filter { $0.hasPrefix("p ") } == ["p KHARTOUM — Water ministers ended four days of talks."],
      "\(program)")
  }

  @Test(
    arguments: [
      (#"{"title":"T"}"#, #"no "text" field; line skipped"#), (#"{"text":""}"#, #"no "text" field; line skipped"#),
      (#"{"text": 7}"#, #"no "text" field; line skipped"#), (#""text""#, "not a JSON object; line skipped"),
      (#"{"text":"cut off"#, "not JSON: a string is not closed; line skipped"),
      ("[]", "no article in it; line skipped"),
    ])
  func badLinesAreNamed(line: String, reason: String) {
    #expect(problems(read(line, as: .json, source: "b/a.jsonl", line: 17)) == ["b/a.jsonl:17: \(reason)"])
  }

  @Test(arguments: ["", " \\n "])
  func aTitleBesideABlankTextIsAnArticle(text: String) throws {
    let found = try #require(article(#"{"id":"a","title":"Harbour wall reopens","text":"\#(text)"}"#, as: .json))
    #expect(found.title == "Harbour wall reopens")
    #expect(found.text == (text.isEmpty ? "" : " \n "))
    #expect(found.segments.map(\.kind) == [.headline])
    #expect(found.segments.map { found.text(of: $0) } == ["Harbour wall reopens"])
    #expect(partitions(found))
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(problems(read(deep, as: .json)).count == 1)
  }

  @Test func halfASurrogatePairIsRepairedAndNoted() {
    let results = read(#"{"text":"cut \ud83d here, \ud83d\ude00 whole"}"#, as: .json)
    #expect(results.count == 2)
    #expect((try? results.last?.get().text) == "cut \u{FFFD} here, 😀 whole")
    #expect(problems(results) == ["a.txt: halves of surrogate pairs became U+FFFD"])
  }

  @Test func damagedUTF8IsRepairedAndNoted() {
    let bytes = Array(#"{"text":"caf"#.utf8) + [0xC3] + Array(#" au lait, déjà vu, à la carte"}"#.utf8)
    let results = parser.articles(from: InputRecord(source: "a.jsonl", line: 1, kind: .json, bytes: bytes))
    #expect((try? results.last?.get().text) == "caf\u{FFFD} au lait, déjà vu, à la carte")
    #expect(problems(results).count == 1)
  }

  @Test func documentMayHoldSeveralArticles() {
    let ids = read(#"[{"text":"One."},{"text":"Two.","id":7},{"no":1}]"#, as: .json, source: "x/list.json").map {
      try? $0.get().id
    }
    #expect(ids == ["x/list.json:1", "7", nil])
  }
}

struct ArticleIDTests {
  @Test(
    arguments: [
      ("./a//b.txt", nil, "a/b.txt"), ("a%20b.txt", nil, "a%2520b.txt"),
      ("100%.txt", nil, "100%.txt"), ("/x/a b#c.txt", nil, "/x/a%20b%23c.txt"), ("a.jsonl", 17, "a.jsonl:17"),
      ("näh\u{A0}e\u{1}.txt", nil, "näh%C2%A0e%01.txt"),
    ] as [(String, Int?, String)])
  func pathMakesTheId(path: String, line: Int?, id: String) {
    let record = InputRecord(source: path, line: line, kind: .text, bytes: [])
    #expect(ArticleID.make(ArticleMetadata(), record: record, item: nil, text: []) == id)
  }

  @Test func articlesOfStandardInputAreToldApartByTheirText() {
    let ids = ["One.", "Two.", "One."].map { article($0, source: "-")?.id }
    #expect(ids[0] == ids[2])
    #expect(ids[0] != ids[1])
  }
}
