import ArticleModel
import FileAccess
import XapianStore

extension IndexReader {
  /// What the index holds.
  public func info() throws(AskingError) -> IndexInfo {
    try answering {
      let (articles, statements) = (units.articles, units.statements)
      let counts = try (articles.count(), units.segments.count(), statements.count())
      let everything = FacetsRequest(
        IndexQuery("", unit: .article),
        facets: [FacetRequest(field: .publisher), FacetRequest(field: .date, level: .day)])
      let facets = try self.facets(everything)
      let speakers = try self.facets(
        FacetsRequest(IndexQuery("", unit: .statement), facets: [FacetRequest(field: .speaker)]))
      let days = try publishedDays()
      return IndexInfo(
        parts: parts(), articles: counts.0, segments: counts.1, statements: counts.2,
        statementsWithSpeaker: counts.2 - (try statements.count(of: IndexTerms.noSpeaker)),
        statementsDated: try statements.total(statements.dated(.saidOn)),
        articlesDated: try articles.total(articles.dated(.date)),
        articlesInOtherLanguages: counts.0 - (try articles.count(of: IndexTerms.language("en"))),
        languages: try languages(), topPublishers: facets.fields[0].values, topSpeakers: speakers.fields[0].values,
        firstDay: days.first, lastDay: days.last)
    }
  }

  private func parts() -> [IndexInfo.Part] {
    zip(index.shards, units.articles.manifests).map { shard, manifest in
      IndexInfo.Part(
        directory: shard.location.description, generation: shard.held?.number,
        bytes: shard.held.map { Files.sizeOfTree($0.path) }, schema: manifest.schema, tool: manifest.tool,
        definition: manifest.definition, isStale: manifest.definition != definition.checksum,
        hasMixedDefinitions: manifest.hasMixedDefinitions)
    }
  }

  private func languages() throws -> [FacetCounts.Value] {
    try units.articles.database.terms(prefix: "L").map {
      FacetCounts.Value(value: String($0.term.dropFirst()), count: try units.articles.count(of: $0.term))
    }.filter { $0.count > 0 }.sorted { ($1.count, $0.value) < ($0.count, $1.value) }
  }

  private func publishedDates() throws -> [UInt32] {
    guard units.articles.isRemote else {
      return try units.articles.columns(units.identities).grouping(.date, .day, units.regions).dates
    }
    return try days(try prepare(IndexQuery("", unit: .article), wantsNotes: false)).dates
  }

  /// The first and the last day of the articles, by the columns.
  private func publishedDays() throws -> (first: CalendarDay?, last: CalendarDay?) {
    let dates = try publishedDates().filter { FacetDate.parts($0).day != 0 }
    func day(_ date: UInt32?) -> CalendarDay? {
      date.flatMap {
        let parts = FacetDate.parts($0)
        return CalendarDay(year: parts.year, month: parts.month, day: parts.day)
      }
    }
    return (day(dates.min()), day(dates.max()))
  }
}
