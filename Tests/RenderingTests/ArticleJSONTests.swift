import ArticleModel
import Rendering
import Testing

@Suite struct ArticleJSONTests {
  /// “Genug”, sagte Ada Roth. — with a photo line and an advertisement around it.
  static let text = "🌍 Kurz\n“Genug”, said Ada Roth on 5 May.\nWerbung\n"

  static func span(_ words: String) -> TextSpan {
    let text = Array(text.utf8)
    let words = Array(words.utf8)
    let start = text.indices.first { text[$0...].starts(with: words) } ?? 0
    return TextSpan(start, start + words.count)
  }

  static var annotated: AnnotatedArticle {
    let article = Article(
      id: "kurz-1", source: "seeds/kurz.txt", title: "Kurz", publisher: "Blatt",
      published: PublicationDate(value: CalendarDay(iso: "2025-05-06").map { .day($0) }, provenance: .given),
      text: text,
      blocks: [
        Block(kind: .headline, span: nil), Block(kind: .paragraph, span: span("🌍 Kurz\n")),
        Block(kind: .paragraph, span: span("“Genug”, said Ada Roth on 5 May.\n")),
        Block(kind: .boilerplate(reason: "advertisement"), span: span("Werbung\n")),
      ])
    let statement = Statement(
      number: 1, kind: .direct, spans: [span("“Genug”")], cue: span("said"),
      speaker: Speaker(mention: span("Ada Roth"), text: "Ada Roth", name: "Ada Roth", kind: .person),
      method: "after", confidence: 0.975,
      date: StatementDate(value: .yearless(month: 5, day: 5), inferred: "5 May"), regions: ["DE"], segments: [3])
    return AnnotatedArticle(
      article: article, statements: [statement], people: [NameMention(span: span("Ada Roth"), name: "Ada Roth")],
      regions: [RegionMention(span: span("Kurz"), region: Region(id: "DE", name: "Germany", country: "DE"))],
      dates: [DateMention(span: span("5 May"), value: .yearless(month: 5, day: 5), inferred: "5 May")])
  }

  @Test func theLineHasEveryFieldWithSpansInScalars() {
    var json = JSONWriter()
    ArticleJSON.append(Self.annotated, to: &json)
    let expected =
      #"{"schemaVersion":1,"id":"kurz-1","source":"seeds/kurz.txt","title":"Kurz","byline":null,"#
      + #""publisher":"Blatt","published":{"value":"2025-05-06","precision":"day","provenance":"given"},"#
      + #""language":"en","text":"🌍 Kurz\n“Genug”, said Ada Roth on 5 May.\nWerbung\n","#
      + #""segments":[{"id":"kurz-1#1","kind":"headline","span":null,"statements":[]},"#
      + #"{"id":"kurz-1#2","kind":"paragraph","span":[0,7],"statements":[]},"#
      + #"{"id":"kurz-1#3","kind":"paragraph","span":[7,40],"statements":["kurz-1#q1"]}],"#
      + #""statements":[{"id":"kurz-1#q1","kind":"direct","spans":[[7,14]],"cue":[16,20],"#
      + #""speaker":{"mention":[21,29],"text":"Ada Roth","name":"Ada Roth","kind":"person","role":null},"#
      + #""method":"after","confidence":0.975,"#
      + #""date":{"value":"--05-05","precision":"day","inferred":"5 May"},"regions":["DE"]}],"#
      + #""people":[{"span":[21,29],"name":"Ada Roth"}],"organisations":[],"#
      + #""regions":[{"span":[2,6],"id":"DE","name":"Germany","country":"DE"}],"#
      + #""dates":[{"span":[33,38],"value":"--05-05","precision":"day","inferred":"5 May"}],"#
      + #""boilerplate":[{"span":[40,48],"reason":"advertisement"}]}"# + "\n"
    #expect(json.text == expected)
  }

  @Test func whatIsUnknownIsNull() {
    var annotated = Self.annotated
    annotated.article.published = .unknown
    annotated.statements[0].speaker = nil
    annotated.statements[0].cue = nil
    annotated.statements[0].date = nil
    var json = JSONWriter()
    ArticleJSON.append(annotated, to: &json)
    #expect(json.text.contains(#""published":{"value":null,"precision":null,"provenance":"unknown"}"#))
    #expect(json.text.contains(#""cue":null,"speaker":null,"method""#))
    #expect(json.text.contains(#""date":null,"regions":["DE"]"#))
  }
}
