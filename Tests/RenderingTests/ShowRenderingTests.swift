import ArticleModel
import Rendering
import Testing

@testable import NewsIndex

@Suite struct ShowRenderingTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func item(_ segment: Segment? = nil) -> ShownItem {
    ShownItem(
      id: "kurz-1", annotated: ArticleJSONTests.annotated, segment: segment, statement: nil,
      canonicalSpeakers: ["Ada Roth": "Ada B. Roth"])
  }

  @Test func speakersStandBeforeTheirWords() {
    #expect(
      text(Renderer().show(item())) == """
        Kurz
        Blatt · 2025-05-06 (given) · kurz-1 · seeds/kurz.txt

        🌍 Kurz

        [Ada B. Roth] “Genug”, said Ada Roth on 5 May.

        """)
  }

  @Test func whySaysHowTheSpeakerWasFound() {
    let lines = text(Renderer().show(item(), isExplained: true))
    let why =
      "    q1 · direct · Ada B. Roth · named as “Ada Roth” · cue “said” · by after, confidence 0.98 · "
      + "said --05-05, from “5 May”\n"
    #expect(lines.contains(why))
  }

  @Test func aSegmentStandsInItsContext() {
    let segment = ArticleJSONTests.annotated.article.segments[2]
    let lines = text(Renderer().show(item(segment), context: 0))
    #expect(lines.contains("\n…\n\n[Ada B. Roth] “Genug”"))
    #expect(!lines.contains("🌍"))
    #expect(text(Renderer().show(item(segment), context: 1)).contains("🌍"))
  }

  @Test func asATableEveryStatementIsARow() {
    #expect(
      text(Renderer(format: .tsv).show(item())).split(separator: "\n").last.map(String.init)
        == "kurz-1#q1\tdirect\tAda Roth\tAda Roth\t\t--05-05\tafter\t0.975\tDE\t“Genug”")
  }

  @Test func theJSONIsThatOfExtractAndWhatWasAsked() {
    let json = text(Renderer(format: .jsonl).show(item()))
    #expect(json.hasSuffix(#""boilerplate":[{"span":[40,48],"reason":"advertisement"}],"shown":"kurz-1"}"# + "\n"))
  }
}

@Suite struct WrappingTests {
  @Test func wideCharactersCountTwice() {
    var hit = Samples.segmentHit
    hit.text = "停火 谈判 继续 进行"
    hit.highlights = []
    let renderer = Renderer(style: TextStyle(columns: 14))
    let result = SearchResult(query: "", unit: .segment, total: 1, hits: [hit])
    let lines = String(decoding: renderer.search(result), as: UTF8.self)
    #expect(lines.contains("     停火 谈判\n     继续 进行\n"))
  }

  @Test func aWordLongerThanTheLineStaysWhole() {
    var hit = Samples.segmentHit
    hit.text = "a incomprehensibilities b"
    hit.highlights = [TextSpan(2, 4), TextSpan(4, 25), TextSpan(90, 99)]
    let renderer = Renderer(style: TextStyle(columns: 12))
    let result = SearchResult(query: "", unit: .segment, total: 1, hits: [hit])
    let lines = String(decoding: renderer.search(result), as: UTF8.self)
    #expect(lines.contains("     a\n     incomprehensibilities\n     b\n"))
  }
}
