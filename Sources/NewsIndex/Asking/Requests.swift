import ArticleModel

/// Which hits come first. Ties end with the article's hash and the place in it, so an order is the same every time.
public enum SearchOrder: String, Hashable, Sendable, CaseIterable { case relevance, newest, oldest }

/// Whether every plain word must match, or any does.
public enum MatchMode: String, Hashable, Sendable, CaseIterable { case all, any }

/// Hits of which only the first is shown.
public enum CollapseMode: String, Hashable, Sendable, CaseIterable {
  case none, article
  /// Copies of one story, such as an agency's text in two papers.
  case story
}

/// How coarse a facet counts.
public enum FacetLevel: String, Hashable, Sendable, CaseIterable {
  case day, month, year
  /// Regions: countries alone, or what is finer than a country.
  case country, subdivision
}

/// One facet to count.
public struct FacetRequest: Hashable, Sendable {
  public var field: FacetField
  /// Dates: `month` unless told. Regions: every level unless told, so that a count is what `region:` would find.
  public var level: FacetLevel?
  /// How many values are listed; 0 for all.
  public var limit: Int

  public init(field: FacetField, level: FacetLevel? = nil, limit: Int = 10) {
    self.field = field
    self.level = level
    self.limit = limit
  }
}

/// What is asked of an index, common to searching, counting and explaining.
public struct IndexQuery: Hashable, Sendable {
  public var text: String
  /// No operators: every word is a word.
  public var isPlain = false
  /// `nil`: the unit follows the query.
  public var unit: IndexUnit?
  public var match = MatchMode.all
  /// The day that relative dates count from; `nil` where there is no clock.
  public var now: CalendarDay?
  /// Leaves out statements below it; where the unit follows the query, it is that of statements then.
  public var minConfidence: Double?

  public init(
    _ text: String, isPlain: Bool = false, unit: IndexUnit? = nil, match: MatchMode = .all, now: CalendarDay? = nil,
    minConfidence: Double? = nil
  ) {
    self.text = text
    self.isPlain = isPlain
    self.unit = unit
    self.match = match
    self.now = now
    self.minConfidence = minConfidence
  }
}

/// A search: the query, and which of its hits are wanted how.
public struct SearchRequest: Hashable, Sendable {
  public var query: IndexQuery
  /// 0 for no limit.
  public var limit = 10
  public var offset = 0
  public var sort = SearchOrder.relevance
  public var collapse = CollapseMode.none
  public var facets: [FacetRequest] = []
  /// Only `total` (and facets) are wanted, no hits.
  public var isCountOnly = false
  /// Looks for names and regions that were perhaps meant where there are no hits, and for articles where no segment
  /// matches. A batch leaves it out.
  public var wantsNotes = true
  /// The longest text of a hit of the unit article, and of a long segment, in scalars. A statement is always whole.
  public var snippetLength = 300

  public init(_ query: IndexQuery) { self.query = query }
}

/// A count by values.
public struct FacetsRequest: Hashable, Sendable {
  public var query: IndexQuery
  public var facets: [FacetRequest]
  public var collapse = CollapseMode.none

  public init(_ query: IndexQuery, facets: [FacetRequest]) {
    self.query = query
    self.facets = facets
  }
}

/// The width of a bar in a timeline.
public enum TimelineStep: String, Hashable, Sendable, CaseIterable { case day, week, month, year }

/// A count over time.
public struct TimelineRequest: Hashable, Sendable {
  public var query: IndexQuery
  /// `nil`: the finest that gives at most 60 bars.
  public var step: TimelineStep?

  public init(_ query: IndexQuery, step: TimelineStep? = nil) {
    self.query = query
    self.step = step
  }
}
