import ArticleModel
import NewsIndex
import Rendering
import Testing

@Suite struct HitRenderingTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func result(_ hits: [SearchHit], total: Int = 120) -> SearchResult {
    SearchResult(query: "ceasefire", unit: hits.first?.unit ?? .segment, total: total, hits: hits)
  }

  @Test func aSegmentIsALineOfJSONWithHighlightsInScalars() {
    let line = text(Renderer(format: .jsonl).search(result([Samples.segmentHit])))
    let expected =
      #"{"schemaVersion":1,"query":"ceasefire","rank":1,"score":9.1235,"id":"a#2","article":"a","#
      + #""title":"Talks, again","publisher":"Blatt","published":"2024-12-10","kind":"paragraph","speaker":null,"#
      + #""regions":["UA","UA-65"],"date":{"value":"2024-12-10","precision":"day","inferred":null},"#
      + #""text":"“Über alles” the ceasefire\ttalks \u001b[31mred","highlights":[[17,26]]}"# + "\n"
    #expect(line == expected)
  }

  @Test func aStatementHasItsOwnKeysToo() {
    let line = text(Renderer(format: .jsonl).search(result([Samples.statementHit]), queryID: "7"))
    let expected =
      #"{"schemaVersion":1,"queryId":"7","query":"ceasefire","rank":12,"score":9.1235,"id":"a#q3","article":"a","#
      + #""title":"Talks, again","publisher":"Blatt","published":"2024-12-10","kind":"direct","#
      + #""speaker":{"mention":[52,56],"text":"Roth","name":"Ada Roth","kind":"person","role":"mayor"},"#
      + #""regions":["UA","UA-65"],"date":{"value":"2024-12-09","precision":"day","inferred":"Monday"},"#
      + #""text":"“We stop \"now\".”","highlights":[],"spans":[[30,46]],"cue":[47,51],"method":"after","#
      + #""confidence":0.9,"dateFrom":"text"}"# + "\n"
    #expect(line == expected)
  }

  @Test func textForAPipeHasNoColourAndNoControlCharacter() {
    let lines = text(Renderer().search(result([Samples.segmentHit])))
    #expect(
      lines == """
          1  Talks, again
             “Über alles” the ceasefire talks ␛[31mred
             Blatt · 2024-12-10 · paragraph · a#2

        120 segments, number 1 shown

        """)
  }

  @Test func aHeadlineIsShownOnce() {
    var hit = Samples.segmentHit
    (hit.kind, hit.title, hit.text) = ("headline", "Talks,  again", "Talks, again")
    hit.highlights = [TextSpan(0, 5)]
    let shown = text(Renderer().search(result([hit], total: 1)))
    #expect(shown.hasPrefix("  1  Talks, again\n     Blatt · 2024-12-10 · headline · a#2\n"))
    let coloured = text(Renderer(style: TextStyle(hasColour: true, columns: 80)).search(result([hit], total: 1)))
    #expect(coloured.contains("  \u{1B}[1;33mTalks\u{1B}[0m\u{1B}[1m, again\u{1B}[0m\n"))
    hit.text = "Talks, again and again"
    #expect(text(Renderer().search(result([hit], total: 1))).hasPrefix("  1  Talks,  again\n     Talks, again and"))
  }

  @Test func onATerminalMatchesAreColouredAndLinesBroken() {
    let renderer = Renderer(style: TextStyle(hasColour: true, columns: 30))
    let lines = text(renderer.search(result([Samples.segmentHit], total: 1)))
    #expect(lines.contains("     “Über alles” the\n     \u{1B}[1;33mceasefire\u{1B}[0m talks ␛[31mred\n"))
    #expect(lines.hasSuffix("\u{1B}[2m1 segment\u{1B}[0m\n"))
    #expect(!lines.contains("\u{1B}[31m"), "the article's own escape must not get through")
  }

  @Test func whatStandsBelowAHitIsBrokenBetweenWords() {
    let lines = text(Renderer(style: TextStyle(columns: 24)).search(result([Samples.segmentHit], total: 1)))
    #expect(lines.contains("     Blatt · 2024-12-10\n     · paragraph · a#2\n"), "\(lines)")
    let style = TextStyle(columns: 30)
    #expect(style.wrapped("speaker:reid fits 2 names: Harry Reid") == ["speaker:reid fits 2 names:", "Harry Reid"])
    #expect(TextStyle().wrapped("speaker:reid fits 2 names: Harry Reid").count == 1, "a pipe gets one line")
    #expect(style.wrapped("two\nlines that are as they are, however long").count == 1)
    #expect(
      style.definition(".sort how", "what comes first of the hits", at: 14)
        == ["  .sort how   what comes first", "              of the hits"])
  }

  @Test func quotesAreASpeakerAndTheWords() {
    let lines = text(Renderer().quotes(result([Samples.statementHit])))
    #expect(
      lines == """
        12 Ada Roth, mayor
            “We stop "now".”
            said 2024-12-09 · direct · Talks, again · Blatt · a#q3

        120 statements, number 12 shown

        """)
  }

  @Test(arguments: [
    ("said", 0.9, "direct"), ("Says", 0.5, "direct"), ("denied", 0.9, "direct, “denied”"),
    ("said on Monday", 0.9, "direct"), ("has also told", 0.9, "direct"),
    ("would not say", 0.9, "direct, “would not say”"),
    ("said", 0.49, "direct · uncertain"), ("ruled\nout", 0.1, "direct, “ruled out” · uncertain"),
  ])
  func aCueThatSaysMoreThanSaidAndADoubtAreShown(cue: String, confidence: Double, shown: String) {
    var hit = Samples.statementHit
    hit.cue = cue
    hit.statement?.confidence = confidence
    #expect(text(Renderer().quotes(result([hit]))).contains("said 2024-12-09 · \(shown) · Talks, again · "))
    #expect(text(Renderer().search(result([hit]))).contains("Ada Roth · \(shown) · said 2024-12-09\n"))
  }

  @Test func tablesHaveAHeaderAndQuoteWhatNeedsIt() {
    let csv = text(Renderer(format: .csv).quotes(result([Samples.statementHit])))
    #expect(
      csv == """
        speaker,text,date,article,title,publisher,kind,role,id,cue,confidence,dateFrom
        Ada Roth,"“We stop ""now"".”",2024-12-09,a,"Talks, again",Blatt,direct,mayor,a#q3,said,0.9,text

        """)
    let tsv = text(Renderer(format: .tsv).search(result([Samples.segmentHit])))
    #expect(
      tsv.split(separator: "\n").last.map(String.init)
        == "1\t9.1235\ta#2\ta\tTalks, again\tBlatt\t2024-12-10\tparagraph\t\tUA UA-65\t2024-12-10\t"
        + "“Über alles” the ceasefire\\ttalks \u{1B}[31mred\tprinted")
  }

  @Test func tablesOnATerminalAreSafe() {
    let csv = text(Renderer(format: .csv, isForTerminal: true).search(result([Samples.segmentHit])))
    #expect(!csv.contains("\u{1B}"))
  }

  @Test func countsAreOneNumber() {
    #expect(text(Renderer().count(result([]))) == "120\n")
    #expect(
      text(Renderer(format: .jsonl).count(result([])))
        == #"{"schemaVersion":1,"query":"ceasefire","total":120,"unit":"segment","exact":true}"# + "\n")
  }

  @Test func aBatchEndsEachQueryWithItsTotalOrItsError() {
    let renderer = Renderer(format: .jsonl)
    #expect(
      text(renderer.batchEnd(queryID: "7", total: 0, failure: nil)) == #"{"queryId":"7","total":0,"error":null}"# + "\n"
    )
    let failure = BatchFailure(code: "ambiguous-date", column: 6, message: "two readings", hint: "2024-11-05")
    #expect(
      text(renderer.batchEnd(queryID: "8", total: 0, failure: failure))
        == #"{"queryId":"8","total":0,"error":{"code":"ambiguous-date","column":6,"message":"two readings","#
        + #""hint":"2024-11-05"}}"# + "\n")
  }
}
