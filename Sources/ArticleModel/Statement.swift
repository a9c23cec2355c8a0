/// What one speaker says in one go.
public struct Statement: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// All of it stands inside quotation marks.
    case direct
    /// Partly inside quotation marks.
    case mixed
    case indirect
  }

  /// Counts from 1 within the article in reading order; the id outside is `ARTICLE#qNUMBER`.
  public var number: Int
  public var kind: Kind
  /// The content, sorted, never overlapping, never empty; several where "he said" interrupts it.
  public var spans: [TextSpan]
  public var cue: TextSpan?
  /// `nil` where none is known: counted as unknown, never guessed.
  public var speaker: Speaker?
  /// The rule or model that made the decision, such as `crf+ranker` or `layout.colon`.
  public var method: String
  /// 0 to 1, calibrated.
  public var confidence: Double
  /// The day on which it was said, where the text says so.
  public var date: StatementDate?
  /// Ids of the regions it speaks of, unique, in order of appearance.
  public var regions: [String]
  /// People it speaks of, by canonical name, unique, in order of appearance.
  public var people: [String]
  /// Organisations it speaks of, by canonical name, unique, in order of appearance.
  public var organisations: [String]
  /// Numbers of the segments it stands in, ascending.
  public var segments: [Int]

  /// Inlined, for a copy of a statement is three dozen words.
  @inlinable
  public init(
    number: Int, kind: Kind, spans: [TextSpan], cue: TextSpan? = nil, speaker: Speaker? = nil, method: String,
    confidence: Double, date: StatementDate? = nil, regions: [String] = [], people: [String] = [],
    organisations: [String] = [], segments: [Int] = []
  ) {
    self.number = number
    self.kind = kind
    self.spans = spans
    self.cue = cue
    self.speaker = speaker
    self.method = method
    self.confidence = confidence
    self.date = date
    self.regions = regions
    self.people = people
    self.organisations = organisations
    self.segments = segments
  }
}

extension Statement {
  /// A confidence below this is more often wrong than right.
  public static let leastCertain = 0.5

  /// Whoever shows the statement says so with it.
  public var isUncertain: Bool { confidence < Self.leastCertain }
}

/// Who says a statement.
public struct Speaker: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case person, organisation, place, group, anonymous
  }

  /// Where the speaker is named for this statement; `nil` where it is carried over.
  public var mention: TextSpan?
  /// The mention as written.
  public var text: String
  /// The name as resolved inside the article; identities across articles are applied when asking.
  public var name: String
  public var kind: Kind
  /// As written, such as `head of Russia's Foreign Intelligence Service`.
  public var role: String?

  public init(mention: TextSpan?, text: String, name: String, kind: Kind, role: String? = nil) {
    self.mention = mention
    self.text = text
    self.name = name
    self.kind = kind
    self.role = role
  }
}

/// When a statement was made.
public struct StatementDate: Hashable, Sendable {
  public var value: DateValue
  /// The phrase of the text where it does not hold the full date, else `nil`.
  public var inferred: String?

  public init(value: DateValue, inferred: String?) {
    self.value = value
    self.inferred = inferred
  }
}
