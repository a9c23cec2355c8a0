import ArticleModel

/// What a search found.
public struct SearchResult: Hashable, Sendable {
  /// As asked.
  public var query: String
  public var unit: IndexUnit
  /// All hits, also those not shown; after collapsing where that was asked.
  public var total: Int
  public var isExact: Bool
  public var hits: [SearchHit]
  public var facets: FacetResult?
  /// Sentences for the user: "did you mean", an ambiguous name with its counts, articles that match where no segment
  /// does. They belong on standard error.
  public var notes: [String]

  public init(
    query: String, unit: IndexUnit, total: Int, isExact: Bool = true, hits: [SearchHit] = [],
    facets: FacetResult? = nil, notes: [String] = []
  ) {
    self.query = query
    self.unit = unit
    self.total = total
    self.isExact = isExact
    self.hits = hits
    self.facets = facets
    self.notes = notes
  }
}

/// One hit, ready to be printed.
public struct SearchHit: Hashable, Sendable {
  /// Counts from 1 over the whole list, `offset` included.
  public var rank: Int
  /// The weight that BM25 gave, and for articles the nearness of the words; 0 where the order is by date.
  public var score: Double
  public var unit: IndexUnit
  /// `ARTICLE`, `ARTICLE#4` or `ARTICLE#q1`.
  public var id: String
  public var articleID: String
  public var source: String
  public var title: String?
  public var publisher: String?
  public var published: PublicationDate
  public var language: String
  /// `headline`, `paragraph`, `caption`; `direct`, `mixed`, `indirect`; `article`.
  public var kind: String
  /// What is shown: a whole statement, a segment or its best part, the best part of an article. Cut ends have an
  /// ellipsis; where "he said" interrupts a statement stands ` … `.
  public var text: String
  /// UTF-8 bytes of `text`, ascending, never overlapping.
  public var highlights: [TextSpan]
  /// The day that `date:` and the sorting go by.
  public var date: DateValue?
  /// The canonical speaker after identities; `nil` where unknown or not a statement.
  public var speaker: String?
  /// Ids of the regions named in it, in order of appearance.
  public var regions: [String]
  /// Of the unit segment.
  public var segment: Segment?
  /// The cue of a statement as written, such as `denied`.
  public var cue: String? = nil
  /// Of the unit statement; its spans point into the article's text.
  public var statement: Statement?
  /// The spans of the statement or segment in the article's text, as Unicode scalar offsets.
  public var scalarSpans: [Range<Int>]
  /// The cue of a statement and the mention of its speaker, counted like `scalarSpans`.
  public var scalarCue: Range<Int>? = nil
  public var scalarMention: Range<Int>? = nil
  /// How many hits stand behind this one where it was collapsed; else 0.
  public var collapsed: Int
  /// Its number in the store, which means nothing outside.
  var document: UInt32
  /// What of the score is due to words that stand near each other.
  var nearness = 0.0

  /// Where the day of a hit comes from.
  public enum DateSource: String, Hashable, Sendable {
    /// The text says on which day the statement was made.
    case text
    case printed
  }

  /// `nil` where the day is unknown.
  public var dateSource: DateSource? { date.map { $0 == statement?.date?.value ? .text : .printed } }
}

/// Counts by field. Each value counts once a hit.
public struct FacetResult: Hashable, Sendable {
  /// The hits counted.
  public var total: Int
  public var unit: IndexUnit
  public var isExact: Bool
  public var fields: [FacetCounts]

  public init(total: Int, unit: IndexUnit, isExact: Bool = true, fields: [FacetCounts]) {
    self.total = total
    self.unit = unit
    self.isExact = isExact
    self.fields = fields
  }
}

/// The counts of one field, ordered by count, then by value.
public struct FacetCounts: Hashable, Sendable {
  public struct Value: Hashable, Sendable {
    /// The name; of a region its name in English; of a date `2024-11-05`, `2024-11` or `2024`.
    public var value: String
    /// The id of a region, else `nil`.
    public var id: String?
    public var count: Int

    public init(value: String, id: String? = nil, count: Int) {
      self.value = value
      self.id = id
      self.count = count
    }
  }

  /// As asked: `speaker`, `date:month`.
  public var name: String
  public var field: FacetField
  public var values: [Value]
  /// Counts of the values that are not listed.
  public var other: Int
  /// Hits without a value.
  public var unknown: Int
  /// All values, listed or not.
  public var distinct: Int

  public init(name: String, field: FacetField, values: [Value], other: Int, unknown: Int, distinct: Int) {
    self.name = name
    self.field = field
    self.values = values
    self.other = other
    self.unknown = unknown
    self.distinct = distinct
  }
}

/// Counts over time, empty steps included.
public struct Timeline: Hashable, Sendable {
  public struct Bucket: Hashable, Sendable {
    /// `2024-11-05`, `2024-11`, `2024`; a week by its Monday.
    public var label: String
    public var first: CalendarDay
    public var last: CalendarDay
    public var count: Int
  }

  public var unit: IndexUnit
  public var step: TimelineStep
  public var total: Int
  public var buckets: [Bucket]
  /// Hits without a date.
  public var unknown: Int
  /// Hits whose date is coarser than a step: known to be of 2024, asked by day.
  public var coarser: Int
  public var notes: [String]
}

/// An article, and the place in it that was asked for.
public struct ShownItem: Hashable, Sendable {
  public var id: String
  public var annotated: AnnotatedArticle
  /// The segment of the id, or the first one of its statement; `nil` for a whole article.
  public var segment: Segment?
  public var statement: Statement?
  /// Speakers of the article by the name they go by after identities.
  public var canonicalSpeakers: [String: String]
}

/// What the index holds; `onrecord info` prints it.
public struct IndexInfo: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    /// The folder or the address.
    public var directory: String
    /// `nil` where it is remote.
    public var generation: Int?
    /// `nil` where it is remote.
    public var bytes: Int?
    public var schema: Int
    public var tool: String
    public var definition: UInt64
    /// The definition is another one than the program's: `index --rebuild` would extract anew.
    public var isStale: Bool
    public var hasMixedDefinitions: Bool
  }

  public var parts: [Part]
  public var articles: Int
  public var segments: Int
  public var statements: Int
  public var statementsWithSpeaker: Int
  /// Statements with the day on which they were said.
  public var statementsDated: Int
  public var articlesDated: Int
  /// Articles in a language without statements.
  public var articlesInOtherLanguages: Int
  public var languages: [FacetCounts.Value]
  public var topPublishers: [FacetCounts.Value]
  public var topSpeakers: [FacetCounts.Value]
  /// The first and the last day printed.
  public var firstDay: CalendarDay?
  public var lastDay: CalendarDay?
}

/// How a query was understood and what each hit weighs.
public struct Explanation: Hashable, Sendable {
  public struct Expansion: Hashable, Sendable {
    /// As typed: `negotiat*`, `speaker:putin`.
    public var from: String
    /// The words or names it stands for, most frequent first; perhaps only the first of them.
    public var to: [String]
    /// How many there are.
    public var count: Int
  }

  public struct TermWeight: Hashable, Sendable {
    public var term: String
    public var weight: Double
  }

  public struct HitWeights: Hashable, Sendable {
    public var id: String
    public var score: Double
    public var terms: [TermWeight]
  }

  public var query: String
  public var tree: String
  public var unit: IndexUnit
  /// Xapian's own words.
  public var storeQuery: String
  public var expansions: [Expansion]
  /// Parts that are not asked of the index but of the words' positions, or of another unit.
  public var remarks: [String]
  public var total: Int
  public var hits: [HitWeights]
}

/// A value that completes a word, with how many documents have it.
public struct Completion: Hashable, Sendable {
  public var value: String
  public var count: Int
}
