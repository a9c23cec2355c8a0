/// A place of the gazetteer.
public struct Region: Hashable, Sendable {
  /// ISO 3166-1 (`UA`), ISO 3166-2 (`UA-65`), or `geonames:N` for a city without a subdivision.
  public var id: String
  /// In English, such as `Kherson`.
  public var name: String
  /// ISO 3166-1 alpha-2.
  public var country: String

  public init(id: String, name: String, country: String) {
    self.id = id
    self.name = name
    self.country = country
  }
}

/// A place where the text names a region.
public struct RegionMention: Hashable, Sendable {
  public var span: TextSpan
  public var region: Region

  public init(span: TextSpan, region: Region) {
    self.span = span
    self.region = region
  }
}

/// A place where the text speaks of a region without its name: `Ukrainian`, `the Kremlin`.
public struct RegionAllusion: Hashable, Sendable {
  public var span: TextSpan
  /// As in `Region`: a country, or a division of one.
  public var id: String

  public init(span: TextSpan, id: String) {
    self.span = span
    self.id = id
  }
}

/// A place where the text names a person or an organisation.
public struct NameMention: Hashable, Sendable {
  public var span: TextSpan
  /// The fullest name that the article gives.
  public var name: String

  public init(span: TextSpan, name: String) {
    self.span = span
    self.name = name
  }
}

/// A date expression of the text.
public struct DateMention: Hashable, Sendable {
  public var span: TextSpan
  public var value: DateValue?
  /// The phrase where the text does not hold the full date ("Nov. 19", "last week"), else `nil`.
  public var inferred: String?

  public init(span: TextSpan, value: DateValue?, inferred: String?) {
    self.span = span
    self.value = value
    self.inferred = inferred
  }
}

/// An article with everything that was found in it. Every list is in reading order.
public struct AnnotatedArticle: Hashable, Sendable {
  public var article: Article
  public var statements: [Statement]
  public var people: [NameMention]
  public var organisations: [NameMention]
  /// By their names; words that only speak of a place are in `allusions`.
  public var regions: [RegionMention]
  /// A query for a region finds these too, as it does in the regions of statements.
  public var allusions: [RegionAllusion]
  public var dates: [DateMention]

  public init(
    article: Article, statements: [Statement] = [], people: [NameMention] = [], organisations: [NameMention] = [],
    regions: [RegionMention] = [], allusions: [RegionAllusion] = [], dates: [DateMention] = []
  ) {
    self.article = article
    self.statements = statements
    self.people = people
    self.organisations = organisations
    self.regions = regions
    self.allusions = allusions
    self.dates = dates
  }
}
