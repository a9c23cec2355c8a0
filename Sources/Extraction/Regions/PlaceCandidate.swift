import ArticleModel
import IndexDefinition

/// One thing that a name of the tables can mean.
struct PlaceCandidate: Sendable {
  enum Kind: UInt8, Sendable {
    case country, continent, subdivision, area, city
    /// `Fla.`: counts only behind the name of a place.
    case abbreviation
    /// `Ukrainian`
    case demonym
    /// `Kremlin`
    case metonym
  }

  var kind: Kind
  /// The row of the table, without its owner: candidates are copied from place to place, and the tables stay.
  let row: LexiconCells
  /// The two letters of the country in one number; 0 for a continent.
  let country: UInt16
  /// Of the whole id: equal ids have equal hashes.
  let idHash: UInt32
  var population = 0
  /// The table says that the name needs a context that shows a place.
  var needsContext = false
  /// The one of two countries that a bare name means less often.
  var isSecond = false
  /// A capital, or a city that gives its division its name.
  var isSeat = false
  /// Of a country.
  var isCapital = false

  var isLarge: Bool { population >= 100_000 }
  /// A town, or a division that English news names with its country.
  var isUnknownAbroad: Bool {
    kind == .city && population > 0 && population < 500_000 && !isCapital || kind == .subdivision && !isWellKnown
  }
  var id: String { String(decoding: row.bytes(1), as: UTF8.self) }
  var hasDivision: Bool { row.bytes(1).count > 2 && row.bytes(1)[2] == UInt8(ascii: "-") }

  /// A row of `place-names`, `place-aliases`, `demonyms` or `metonyms`.
  init(_ row: LexiconRow, kind: Kind) {
    self.row = row.cells
    self.kind = kind
    let id = row.bytes(1)
    idHash = ByteHash.of(id)
    country = id.count == 2 || (id.count > 2 && id[2] == UInt8(ascii: "-")) ? Self.code(id) : 0
  }

  /// A row of `cities`.
  init(city row: LexiconRow) {
    self.row = row.cells
    kind = .city
    idHash = ByteHash.of(row.bytes(1))
    country = Self.code(row.bytes(2))
    for digit in row.bytes(3) { population = population * 10 + Int(digit & 0x0F) }
    isSeat = !row.bytes(4).isEmpty
    isCapital = row.bytes(4).count == 7
  }

  private static func code(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
    bytes.count >= 2 ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : 0
  }

  static func kind(named bytes: UnsafeBufferPointer<UInt8>) -> Kind {
    switch bytes.first {
    case UInt8(ascii: "s"): return .subdivision
    case UInt8(ascii: "a"): return bytes.count == 4 ? .area : .abbreviation
    case UInt8(ascii: "c"):
      return bytes.count == 7 ? .country : bytes.count == 4 ? .city : .continent
    default: return .country
    }
  }
}

/// A run of tokens that the tables know, with all it can mean.
struct PlaceMatch: Sendable {
  let tokens: Range<Int>
  let candidates: [PlaceCandidate]
  /// A bit for each kind of the candidates, which are asked for again and again.
  private let kinds: UInt16
  /// Inside the longer name of an organisation.
  var isInBody = false
  /// Where the name is a part of a token, `D-Calif.` or `Kyiv-based`.
  let part: TextSpan?

  init(tokens: Range<Int>, candidates: [PlaceCandidate], part: TextSpan? = nil) {
    self.tokens = tokens
    self.candidates = candidates
    self.part = part
    kinds = candidates.reduce(0) { $0 | Self.bit($1.kind) }
  }

  @inline(__always)
  private static func bit(_ kind: PlaceCandidate.Kind) -> UInt16 { 1 &<< UInt16(kind.rawValue) }

  @inline(__always)
  func has(_ kind: PlaceCandidate.Kind) -> Bool { kinds & Self.bit(kind) != 0 }
  /// The name of a country or a continent, whatever else.
  var isName: Bool { has(.country) || has(.continent) }
  /// A demonym or a metonym and nothing else.
  var isAllusion: Bool { kinds & ~(Self.bit(.demonym) | Self.bit(.metonym)) == 0 }
}
