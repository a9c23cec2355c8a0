import ArticleModel

@testable import NewsIndex

/// Results made by hand, so that rendering is tested without an index.
enum Samples {
  static func day(_ text: String) -> DateValue? { CalendarDay(iso: text).map { .day($0) } }

  static var segmentHit: SearchHit {
    SearchHit(
      rank: 1, score: 9.12345, unit: .segment, id: "a#2", articleID: "a", source: "a.txt", title: "Talks, again",
      publisher: "Blatt", published: PublicationDate(value: day("2024-12-10"), provenance: .given), language: "en",
      kind: "paragraph", text: "“Über alles” the ceasefire\ttalks \u{1B}[31mred", highlights: [TextSpan(22, 31)],
      date: day("2024-12-10"), speaker: nil, regions: ["UA", "UA-65"], segment: nil, statement: nil,
      scalarSpans: [5..<40], collapsed: 0, document: 1)
  }

  static var statementHit: SearchHit {
    var hit = segmentHit
    hit.rank = 12
    hit.unit = .statement
    hit.id = "a#q3"
    hit.kind = "direct"
    hit.text = "“We stop \"now\".”"
    hit.highlights = []
    hit.speaker = "Ada Roth"
    hit.date = day("2024-12-09")
    hit.scalarSpans = [30..<46]
    hit.scalarCue = 47..<51
    hit.scalarMention = 52..<56
    hit.cue = "said"
    hit.statement = Statement(
      number: 3, kind: .direct, spans: [TextSpan(34, 54)],
      speaker: Speaker(mention: TextSpan(60, 64), text: "Roth", name: "Ada Roth", kind: .person, role: "mayor"),
      method: "after", confidence: 0.9,
      date: day("2024-12-09").map { StatementDate(value: $0, inferred: "Monday") })
    return hit
  }

  static var facets: FacetResult {
    FacetResult(
      total: 120, unit: .statement,
      fields: [
        FacetCounts(
          name: "speaker", field: .speaker,
          values: [.init(value: "Ada Roth", count: 31), .init(value: "Bo Li", count: 1)], other: 40, unknown: 9,
          distinct: 57),
        FacetCounts(
          name: "region", field: .region, values: [.init(value: "Kherson", id: "UA-65", count: 1200)], other: 0,
          unknown: 0, distinct: 1),
      ])
  }

  static var timeline: Timeline {
    let buckets = [("2024-10", "2024-10-01", "2024-10-31", 4), ("2024-11", "2024-11-01", "2024-11-30", 0)].compactMap {
      label, first, last, count -> Timeline.Bucket? in
      guard let first = CalendarDay(iso: first), let last = CalendarDay(iso: last) else { return nil }
      return Timeline.Bucket(label: label, first: first, last: last, count: count)
    }
    return Timeline(
      unit: .statement, step: .month, total: 7, buckets: buckets, unknown: 2, coarser: 1, notes: [])
  }
}
