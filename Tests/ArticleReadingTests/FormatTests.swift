import ArticleModel
import FileAccess
import Testing

@testable import ArticleReading

struct FeedTests {
  @Test func itemsOfRSSAreArticles() {
    let text = """
      <?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Coast Courier</title><language>en-gb</language>
      <item><title>Ferry &amp; tide</title><link>https://coast.example/ferry</link><dc:creator>Ida Holm</dc:creator>
      <pubDate>Wed, 27 Nov 2024 18:05:00 GMT</pubDate><description>Short.</description>
      <content:encoded><![CDATA[<p>A ferry ran aground, the coast guard said.</p><p>“All are safe,” it added.</p>]]></content:encoded></item>
      <item><title>Empty</title><link>https://coast.example/empty</link></item>
      </channel></rss>
      """
    let results = read(text, as: .feed, source: "f.xml")
    let found = try? results.first?.get()
    #expect(found?.id == "https://coast.example/ferry")
    #expect(found?.title == "Ferry & tide")
    #expect(found?.byline == "Ida Holm")
    #expect(found?.publisher == "Coast Courier")
    #expect(found?.published == PublicationDate(value: DateValue("2024-11-27"), provenance: .given))
    #expect(found?.text == "A ferry ran aground, the coast guard said.\n\n“All are safe,” it added.")
    #expect(problems(results) == ["f.xml: item 2 has no text"])
  }

  @Test func entriesOfAtomAreArticles() {
    let text = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Coast Courier</title>
      <entry><title>Ferry</title><id>tag:1</id><link rel="self" href="https://coast.example/x.xml"/>
      <link href="https://coast.example/ferry"/><author><name>Ida Holm</name></author><published>2024-11-27T18:05:00Z</published>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>A ferry ran aground, they said.</p><p>1 &lt; 2, all agreed.</p></div></content>
      </entry></feed>
      """
    let found = article(text, as: .feed)
    #expect(found?.text == "A ferry ran aground, they said.\n\n1 < 2, all agreed.")
    #expect(found?.id == "https://coast.example/ferry")
    #expect(found?.byline == "Ida Holm")
  }
}

/// Feeds as programs write them: WordPress, RSS 1.0 of a library, Atom with escaped HTML.
struct FeedFlavourTests {
  private let text = "A ferry ran aground, the coast guard said.\n\nAll are safe, it added."

  @Test(
    arguments: [
      """
      <?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><title>Coast Courier</title><link>https://coast.example</link><language>en-US</language><item>
      <title>Ferry strands</title><link>https://coast.example/ferry</link><author>ida@coast.example (Ida Holm)</author>
      <pubDate>Wed, 27 Nov 2024 18:05:00 +0000</pubDate><guid isPermaLink="false">https://coast.example/?p=7</guid>
      <description><![CDATA[<p>A ferry ran aground [&#8230;]</p>]]></description><content:encoded><![CDATA[
      <p>A ferry ran aground, the coast guard said.</p>
      <p>All are safe, it added.</p>]]></content:encoded></item></channel></rss>
      """,
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://coast.example"><title>Coast Courier</title><dc:language>en</dc:language></channel>
      <item rdf:about="https://coast.example/ferry"><title>Ferry strands</title><link>https://coast.example/ferry</link>
      <dc:creator>Ida Holm</dc:creator><dc:date>2024-11-27T18:05:00Z</dc:date><description>&lt;p&gt;A ferry ran aground, the coast guard said.&lt;/p&gt;&lt;p&gt;All are safe, it added.&lt;/p&gt;</description></item></rdf:RDF>
      """,
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title type="text">Coast Courier</title><entry><title type="html">Ferry strands</title>
      <link rel="alternate" href="https://coast.example/ferry"/><id>urn:7</id><updated>2024-11-27T18:05:00Z</updated>
      <author><name>Ida Holm</name></author><summary>A ferry.</summary>
      <content type="html">&lt;p&gt;A ferry ran aground, the coast guard said.&lt;/p&gt;&lt;p&gt;All are safe, it added.&lt;/p&gt;</content></entry></feed>
      """,
    ])
  func allGiveTheSameArticle(feed: String) {
    let found = article(feed, as: .feed)
    #expect(found?.text == text)
    #expect(found?.title == "Ferry strands")
    #expect(found?.byline == "Ida Holm")
    #expect(found?.publisher == "Coast Courier")
    #expect(found?.id == "https://coast.example/ferry")
    #expect(found?.published == PublicationDate(value: DateValue("2024-11-27"), provenance: .given))
  }
}

struct MailTests {
  private static let mail = """
    From: =?utf-8?Q?Ida_H=C3=B8lm?= <ida@coast.example>
    Subject: =?utf-8?B?RmVycnkgb24gdGhl?= =?utf-8?Q?_sandbank?=
    Date: Wed, 27 Nov 2024 18:05:00 +0100
    Message-ID: <1@coast.example>
    MIME-Version: 1.0
    Content-Type: multipart/alternative;
     boundary="b1"

    Not for you.
    --b1
    Content-Type: text/html; charset=utf-8

    <p>In HTML.</p>
    --b1
    Content-Type: text/plain; charset="iso-8859-1"
    Content-Transfer-Encoding: quoted-printable

    The caf=E9 on board stayed open, the cook said, and the coffee wa=
    s free.
    --b1--
    """

  @Test func plainPartIsReadAndDecoded() {
    let found = article(Self.mail, as: .mail)
    #expect(found?.title == "Ferry on the sandbank")
    #expect(found?.byline == "Ida Hølm")
    #expect(found?.id == "1@coast.example")
    #expect(found?.published.value?.description == "2024-11-27")
    #expect(found?.text.trimming(["\n"]) == "The café on board stayed open, the cook said, and the coffee was free.")
  }

  @Test func base64AndHTMLAreRead() {
    let text =
      "Subject: x\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+QWxsIGFyZSBzYWZl\nLCB0aGV5IHNhaWQuPC9wPg=="
    #expect(article(text, as: .mail)?.text == "All are safe, they said.")
  }

  /// `--b` ends a part; `--before` is a line of its text.
  @Test func aLineThatOnlyBeginsLikeABoundaryIsText() {
    let text =
      "Subject: Ferry\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
      + "All are safe\n--before noon at the latest--\nthey said.\n--b  \nContent-Type: text/html\n\n<p>No.</p>\n--b--\n"
    #expect(
      article(text, as: .mail)?.text.trimming(["\n"]) == "All are safe\n--before noon at the latest--\nthey said.")
  }

  @Test(arguments: ["multipart/alternative", "multipart/alternative; charset=utf-8", "multipart/mixed; boundary=\"\""])
  func boundaryThatTheHeaderLacksIsFoundInTheContent(type: String) {
    let text = """
      Subject: Ferry
      Content-Type: \(type)

      --=_b;1
      Content-Type: text/plain; charset=utf-8

      The café on board stayed open, the cook said.
      --=_b;1--
      """
    #expect(article(text, as: .mail)?.text.trimming(["\n"]) == "The café on board stayed open, the cook said.")
    let named = text.components(by: "Content-Type: \(type)")
      .joined(separator: "Content-Type: multipart/mixed; boundary=\"=_b;1\"; x=y")
    #expect(article(named, as: .mail)?.text.trimming(["\n"]) == "The café on board stayed open, the cook said.")
  }

  @Test func savedPageIsReadAsAPage() throws {
    let page = """
      <html><head><title>Ferry on a bank - Coast</title></head><body><ul><li><a href=3Dx>News</a></li></ul><article>
      <h1>Ferry on a bank</h1><p>By Ida Holm</p><p>The caf=C3=A9 on board stayed open, the cook said, and the cof=
      fee was free for all.</p></article></body></html>
      """
    let text = """
      From: <Saved by Blink>
      Snapshot-Content-Location: https://coast.example/ferry
      Subject: Ferry on a bank - Coast
      MIME-Version: 1.0
      Content-Type: multipart/related; type="text/html"; boundary="--MB--1"

      ----MB--1
      Content-Type: text/html
      Content-Transfer-Encoding: quoted-printable
      Content-Location: https://coast.example/ferry

      \(page)
      ----MB--1
      Content-Type: text/css

      p {}
      ----MB--1--
      """
    let found = article(text, as: .mail, source: "a.mhtml")
    #expect(found?.title == "Ferry on a bank")
    #expect(found?.byline == "Ida Holm")
    #expect(found?.id == "https://coast.example/ferry")
    #expect(found?.text == "The café on board stayed open, the cook said, and the coffee was free for all.")
    try inFolder([("a.mhtml", Array(text.utf8)), ("b.mht", Array(text.utf8))]) { folder in
      #expect(drain([folder], below: folder) == ["mail a.mhtml", "mail b.mht"])
    }
  }

  @Test func signatureOfAMailIsNoText() {
    let mail = "From: \"Holm, Ida\" <ida@coast.example>\nSubject: Ferry\n\nAll are safe, they said.\n\n-- \nIda Holm\n"
    #expect(article(mail, as: .mail)?.text == "All are safe, they said.\n\n")
    #expect(article(mail, as: .mail)?.byline == "Ida Holm")
    let dialogue = "Subject: Ferry\n\nSafe.\n-- \nAll are safe, they said, and the ferry is free again.\n"
    #expect(article(dialogue, as: .mail)?.text.contains("free again") == true)
  }

  @Test func hyphensInTheTextOfAMailAreNoBoundary() {
    let text = "Subject: Ferry\nContent-Type: multipart/mixed\n\n-- \nContent is what the cook was, he said."
    #expect(problems(read(text, as: .mail, source: "m.eml")) == ["m.eml: no text in the mail"])
  }

  @Test func attachmentAloneIsAProblem() {
    let text = "Subject: x\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\nAAAA"
    #expect(problems(read(text, as: .mail, source: "m.eml")) == ["m.eml: no text in the mail"])
  }

  @Test func endlessNestingEnds() {
    var text = ""
    for level in 0..<200 { text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
    #expect(problems(read(text + "\nwords", as: .mail)).count == 1)
  }
}

struct ArchiveTests {
  private func record(_ type: String, _ content: String, url: String = "https://coast.example/ferry") -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nContent-Type: application/http\r\n"
      + "Content-Length: \(content.utf8.count)\r\n\r\n\(content)\r\n\r\n"
  }

  private func response(_ body: String, type: String = "text/html", status: String = "200 OK", more: String = "")
    -> String
  {
    "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\n\(more)\r\n\(body)"
  }

  private let page = "<title>Ferry</title><p>A ferry ran aground, the coast guard said on Monday.</p>"

  @Test func pagesComeOutAndTheRestIsSaid() throws {
    let text =
      record("warcinfo", "software: x\r\n") + record("request", "GET / HTTP/1.1\r\n\r\n")
      + record("response", response(page))
      + record("response", response("x", type: "image/png"))
      + record("response", response("no", status: "404 Not Found"))
      + record(
        "response",
        response("5\r\nA fer\r\n3\r\nry.\r\n0\r\n\r\n", type: "text/plain", more: "Transfer-Encoding: chunked\r\n"))
    try inFolder([("a.warc", Array(text.utf8))]) { folder in
      #expect(
        drain([folder], below: folder) == [
          "skipped: a.warc:1: a WARC warcinfo record", "skipped: a.warc:2: a WARC request record", "html a.warc:3",
          "skipped: a.warc:4: not a page but image/png", "skipped: a.warc:5: HTTP status 404", "text a.warc:6",
        ])
      var stream = InputStream(paths: [folder])
      var records: [InputRecord] = []
      while let result = stream.next() { if let record = try? result.get() { records.append(record) } }
      #expect(records.last?.bytes == Array("A ferry.".utf8))
      let found = try parser.articles(from: records[0]).first?.get()
      #expect(found?.id == "https://coast.example/ferry")
      #expect(found?.source == Files.join(folder, "a.warc"))
      #expect(found?.text == "A ferry ran aground, the coast guard said on Monday.")
    }
  }

  @Test(arguments: [-60, 40])
  func wrongLengthOfARecordCostsNoOtherButTheNext(by: Int) throws {
    let whole = record("response", response(page))
    let length = "Content-Length: "
    let wrong = whole.replacing(
      length + "\(response(page).utf8.count)", with: length + "\(response(page).utf8.count + by)")
    try inFolder([("a.warc", Array((whole + wrong + whole + whole).utf8))]) { folder in
      let found = drain([folder], below: folder)
      #expect(found.contains("unreadable: a.warc:3: not a WARC record; skipped up to the next one"))
      #expect(found.count { $0.hasPrefix("html") } >= 3)
    }
  }

  @Test func linesInUTF16SayHowToConvertThem() throws {
    let bytes: [UInt8] = [0xFF, 0xFE] + Array(#"{"text":"A"}"#.utf8).flatMap { [$0, 0 as UInt8] }
    try inFolder([("a.jsonl", bytes)]) { folder in
      let hint = "JSON Lines in UTF-16, not UTF-8 (convert it with iconv -f UTF-16 -t UTF-8)"
      #expect(drain([folder], below: folder) == ["unreadable: a.jsonl: \(hint)"])
    }
  }

  @Test func pageOfWhichTheArchiveHoldsTheBeginningSaysSo() throws {
    let chunked = response("5\r\n<p>A \r\nff\r\nferry ran aground", more: "Transfer-Encoding: chunked\r\n")
    let marked = record("response", response(page)).replacing(
      "WARC/1.0\r\n", with: "WARC/1.0\r\nWARC-Truncated: length\r\n")
    let cut = [
      record("response", response(page, more: "Content-Length: 4000\r\n")), record("response", chunked), marked,
    ]
    let whole = record("response", response(page, more: "Content-Length: \(page.utf8.count)\r\n"))
    try inFolder([("a.warc", Array((cut.joined() + whole).utf8))]) { folder in
      var stream = InputStream(paths: [folder])
      var notes: [[ReadingProblem]] = []
      while let record = try stream.next()?.get() {
        let results = parser.articles(from: record)
        #expect(results.contains { (try? $0.get())?.text.hasPrefix("A ferry ran aground") == true })
        notes.append(results.compactMap { if case .failure(let problem) = $0 { problem } else { nil } })
      }
      #expect(notes.map(\.count) == [1, 1, 1, 0])
      #expect(notes.joined().allSatisfy { $0.weight == .note && $0.cause == .cut })
      #expect(notes[2].first?.reason == "the archive holds only the beginning of the page (length)")
    }
  }

  @Test func damagedArchiveIsNamed() throws {
    let whole = record("response", response(page))
    let cut = String(whole.dropLast(60))
    try inFolder([("a.warc", Array((whole + "garbage\r\n\r\n").utf8)), ("b.warc", Array((whole + cut).utf8))]) {
      folder in
      #expect(
        drain([folder], below: folder) == [
          "html a.warc:1", "unreadable: a.warc:2: not a WARC record; the rest of the file skipped", "html b.warc:1",
          "unreadable: b.warc:2: the last record breaks off",
        ])
    }
  }

  @Test(arguments: ["br", "zstd", "deflate"])
  func packedBodiesAreRefusedByName(name: String) throws {
    let body = response("\u{1}\u{2}packed", more: "Content-Encoding: \(name)\r\n")
    // Some crawlers unpack the body and leave the header as it was.
    let plain = response(page, more: "Content-Encoding: \(name)\r\n")
    try inFolder([("a.warc", Array((record("response", body) + record("response", plain)).utf8))]) { folder in
      #expect(drain([folder], below: folder) == ["skipped: a.warc:1: a response packed with \(name)", "html a.warc:2"])
    }
  }

  @Test func recordWithAnEmptyAddressHasTheIDOfItsPlace() {
    let bytes = Array("<p>The ferry ran onto a bank in the fog, the coast guard said.</p>".utf8)
    let record = InputRecord(source: "a.warc", line: 3, kind: .html, bytes: bytes, url: "")
    #expect(parser.articles(from: record).compactMap { try? $0.get().id } == ["a.warc:3"])
  }

  @Test func repeatedVisitsAreCountedAsSkipped() throws {
    let text = record("revisit", response("")) + record("metadata", "x") + record("response", response(page))
    try inFolder([("a.warc", Array(text.utf8))]) { folder in
      var stream = InputStream(paths: [folder])
      var report = ReadingReport()
      while let result = stream.next() {
        switch result {
        case .success(let record): report.note(parser.articles(from: record), of: record.kind)
        case .failure(let problem): report.note(problem)
        }
      }
      #expect(report.description == "read 1: 1 html\nskipped 2: 2 archive-record")
    }
  }

  @Test func packedArchiveThatBreaksOffKeepsWhatStandsBefore() throws {
    let whole = Array((record("response", response(page)) + record("response", response(page))).utf8)
    for member in [Deflate.gzip(whole)] {
      for cut in [10, member.count / 2, member.count - 9] {
        try inFolder([("a.warc.gz", Array(member.prefix(member.count - cut)))]) { folder in
          let found = drain([folder], below: folder)
          #expect(found.last?.hasPrefix("unreadable: a.warc.gz") == true, "\(found)")
        }
      }
      // Two members: the first is whole.
      try inFolder([("b.warc.gz", member + member.prefix(40))]) { folder in
        #expect(drain([folder], below: folder).prefix(2) == ["html b.warc.gz:1", "html b.warc.gz:2"])
      }
    }
  }

  @Test(arguments: [12, 40, 120, -9, -1])
  func memberThatWasCutCostsNoOther(length: Int) throws {
    let members = (1...4).map { number in
      Deflate.gzip(Array(record("response", response(page), url: "https://coast.example/\(number)").utf8))
    }
    let cut = Array(members[1].prefix(length < 0 ? members[1].count + length : length))
    try inFolder([("a.warc.gz", members[0] + cut + members[2] + members[3])]) { folder in
      let found = drain([folder], below: folder)
      #expect(found.filter { $0.hasPrefix("html ") }.count >= 3)
      #expect(found.contains { $0.hasPrefix("unreadable: a.warc.gz:") && $0.contains("damaged gzip data; skipped") })
      var stream = InputStream(paths: [folder])
      var addresses: [String] = []
      while let result = stream.next() {
        if case .success(let record) = result { addresses.append(record.url ?? "") }
      }
      for number in [1, 3, 4] { #expect(addresses.contains("https://coast.example/\(number)")) }
    }
  }

  @Test(arguments: [0, 1, 2, 3], [12, 40, -9, -1])
  func memberOfLinesThatWasCutCostsNoOther(broken: Int, length: Int) throws {
    var bytes: [UInt8] = []
    for number in 0..<4 {
      let lines = (0..<3).map { "{\"id\": \"\(number).\($0)\", \"text\": \"The ferry ran aground, they said.\"}\n" }
      let member = Deflate.gzip(Array(lines.joined().utf8))
      bytes += number != broken ? member : Array(member.prefix(length < 0 ? member.count + length : length))
    }
    try inFolder([("a.jsonl.gz", bytes)]) { folder in
      var stream = InputStream(paths: [folder])
      var (ids, problems): (Set<String>, [String]) = ([], [])
      while let result = stream.next() {
        switch result {
        case .success(let record): ids.formUnion(parser.articles(from: record).compactMap { try? $0.get().id })
        case .failure(let problem): problems.append(problem.description)
        }
      }
      for number in 0..<4 where number != broken {
        for line in 0..<3 { #expect(ids.contains("\(number).\(line)"), "\(ids.sorted()) \(problems)") }
      }
      let said = broken == 3 ? "breaks off" : "damaged gzip data; skipped up to"
      #expect(problems.count == 1 && problems[0].contains(said), "\(problems)")
    }
  }

  @Test func pageWhoseFirstMemberIsDamagedIsNoPage() throws {
    let (first, second) = (Deflate.gzip(Array(page.utf8)), Deflate.gzip(Array("<p>The tide was low.</p>".utf8)))
    try inFolder([("a.html.gz", Array(first.prefix(12)) + second)]) { folder in
      #expect(drain([folder], below: folder) == ["unreadable: a.html.gz: damaged gzip data"])
    }
  }

  @Test func bodyThatWasCutWhilePackedIsReadAndSaysSo() throws {
    let long =
      page + (1...400).map { "<p>Boat \($0) was pulled free with the tide, the coast guard said.</p>" }.joined()
    let body = Deflate.gzip(Array(long.utf8))
    for (length, isRead) in [(body.count - 4, true), (body.count / 2, true), (8, false)] {
      let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8)
      let content = head + body.prefix(length)
      let start = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(content.count)\r\n\r\n"
      var reader = ArchiveReader(Array(start.utf8) + content + Array("\r\n\r\n".utf8), limit: 1 << 20)
      switch try reader.next(path: "a.warc") {
      case .success(let record):
        #expect(isRead)
        #expect(record.cut != nil)
        #expect(parser.articles(from: record).contains { (try? $0.get())?.text.contains("Boat 3 ") == true })
      case .failure(let problem):
        #expect(!isRead)
        #expect(problem.weight == .unreadable)
        #expect("\(problem)" == "a.warc:1: damaged gzip data in a response")
      case nil: Issue.record("nothing")
      }
    }
  }

  @Test func whatACrawlerAsksForItselfIsNoPage() throws {
    let robots = record(
      "response", response("User-agent: *\nDisallow: /x", type: "text/plain"), url: "https://coast.example/robots.txt")
    let names = record("response", "20250101\ncoast.example. 300 IN A 192.0.2.1\n", url: "dns:coast.example")
    try inFolder([("a.warc", Array((robots + names).utf8))]) { folder in
      #expect(
        drain([folder], below: folder) == [
          "skipped: a.warc:1: not a page but robots.txt", "skipped: a.warc:2: not an HTTP response",
        ])
    }
  }

  @Test func largeRecordIsPassedOver() throws {
    let text = record("response", response(String(repeating: "x", count: 3 << 20))) + record("response", response(page))
    let options = ReadingOptions(limits: ReadingLimits(record: 1 << 20))
    try inFolder([("a.warc", Array(text.utf8))]) { folder in
      #expect(
        drain([folder], below: folder, options: options) == [
          "unreadable: a.warc:1: a record of more than 1 MB skipped", "html a.warc:2",
        ])
    }
  }
}
