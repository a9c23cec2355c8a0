import IndexDefinition

/// Words around a name that show whether it names a place.
struct PlaceWords: Sendable {
  private let titles: LexiconTable
  private let firstNames: LexiconTable
  private let firstNamesOfTheWorld: LexiconTable
  private let organisationWords: LexiconTable
  private let organisations: LexiconTable
  private let placeWords: LexiconTable
  private let organisationKind: Int
  /// The columns that say `weak` of a first name and `honorific` of a title; -1 where a table has none.
  private let weights: (us: Int, world: Int)
  private let use: Int
  private let bodyUse: Int

  init(_ definition: Definition) {
    titles = definition.table("titles")
    firstNames = definition.table("first-names")
    firstNamesOfTheWorld = definition.table("first-names-world")
    organisationWords = definition.table("organisation-words")
    organisations = definition.table("organisations")
    placeWords = definition.table("place-words")
    weights = (firstNames.column("weight") ?? -1, firstNamesOfTheWorld.column("weight") ?? -1)
    use = titles.column("use") ?? -1
    bodyUse = organisationWords.column("use") ?? -1
    organisationKind = organisations.column("kind") ?? -1
  }

  /// `Mr.`, `President`: what a person's name follows.
  func isTitle(_ token: Int, _ tokens: TokenTable) -> Bool {
    contains(titles, token, tokens) || contains(Self.titles, token, tokens)
  }

  /// `Mr.`, which nothing but a person's name follows.
  func isHonorific(_ token: Int, _ tokens: TokenTable) -> Bool {
    row(titles, token, tokens)?.bytes(use).elementsEqual("honorific".utf8) ?? false
      || contains(Self.titles, token, tokens)
  }

  /// Whether a word is a first name and hardly anything else.
  func isFirstName(_ token: Int, _ tokens: TokenTable) -> Bool {
    // The names of the world are read first: they override the others.
    if let row = row(firstNamesOfTheWorld, token, tokens) { return row.bytes(weights.world).isEmpty }
    return row(firstNames, token, tokens).map { $0.bytes(weights.us).isEmpty } ?? false
  }

  func canBeFirstName(_ token: Int, _ tokens: TokenTable) -> Bool {
    row(firstNames, token, tokens) != nil || row(firstNamesOfTheWorld, token, tokens) != nil
  }

  /// `University`, `Times`, `Street`, `River`: with it the name in front is another one.
  func takesNameInFront(_ token: Int, _ tokens: TokenTable) -> Bool {
    contains(organisationWords, token, tokens) || contains(Self.followers, token, tokens)
  }

  /// `Phoenix police`: what a city has, and no person.
  func isCivic(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.civic, token, tokens) }

  /// `Niger`: a river too, where "the" stands in front and no noun behind.
  func isRiver(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.rivers, token, tokens) }

  /// What a river does: "the Niger rose".
  func isOfRivers(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.ofRivers, token, tokens) }

  /// `Gulf` of "Gulf of Mexico".
  func isWater(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.waters, token, tokens) }

  /// `Street`, `Online`: with it even the name of a country is another one's.
  func isFeatureBehind(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.streets, token, tokens) }

  func isOrganisationWord(_ token: Int, _ tokens: TokenTable) -> Bool {
    contains(organisationWords, token, tokens)
  }

  /// A body that is known by one word: `Toyota`.
  func isOrganisation(_ token: Int, _ tokens: TokenTable) -> Bool { contains(organisations, token, tokens) }

  /// `Bank of America`, `China Mobile Ltd`: a business that a list knows, which has the name of a country and does not speak
  /// of it. The Bank of Russia is Russian.
  func isCompany(_ name: Range<Int>, _ tokens: TokenTable) -> Bool {
    let isWithForm = name.count > 2 && isLegalForm(name.upperBound - 1, tokens)
    let name = isWithForm ? name.lowerBound..<name.upperBound - 1 : name
    return tokens.withFolded(name) { key in
      guard let row = organisations.rows(key).first else { return false }
      let kind = row.bytes(organisationKind)
      return kind.elementsEqual("company".utf8) || kind.elementsEqual("media".utf8)
    }
  }

  /// `Inc`, `Ltd.`
  func isLegalForm(_ token: Int, _ tokens: TokenTable) -> Bool {
    var next = row(organisationWords, token, tokens)
    while let row = next {
      if row.bytes(bodyUse).elementsEqual("legal".utf8) { return true }
      next = row.next
    }
    return false
  }

  /// `Games`, `Monday`: says nothing about the name in front of it or behind.
  func isNeutral(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.neutral, token, tokens) }

  /// Of the prepositions of place those that people follow too.
  func isLooseLocative(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.looseLocatives, token, tokens) }

  /// Whether the name is a common word or surname too.
  func isWord(_ token: Int, _ tokens: TokenTable) -> Bool { contains(placeWords, token, tokens) }

  func isLocative(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.locatives, token, tokens) }
  func isFunctionWord(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.functionWords, token, tokens) }
  func isDirection(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.directions, token, tokens) }
  func isDivisionNoun(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.divisionNouns, token, tokens) }
  func isFeature(_ token: Int, _ tokens: TokenTable) -> Bool { contains(Self.features, token, tokens) }

  private func row(_ table: LexiconTable, _ token: Int, _ tokens: TokenTable) -> LexiconRow? {
    table.probe(hash: LexiconHash(value: tokens.hashes[token])) { key in
      tokens.withFolded(token..<token + 1) { key.elementsEqual($0) }
    }.row
  }

  private func contains(_ table: LexiconTable, _ token: Int, _ tokens: TokenTable) -> Bool {
    row(table, token, tokens) != nil
  }

  private func contains(_ words: WordSet, _ token: Int, _ tokens: TokenTable) -> Bool {
    words.contains(tokens.hashes[token])
  }

  private static func words(_ text: String) -> WordSet { WordSet(text) }

  /// With the point, which the table of titles leaves away.
  private static let titles = words(
    "mr. mrs. ms. mx. dr. sen. sens. rep. reps. gov. gen. lt. col. sgt. capt. maj. adm. rev. hon. prof. pres. sir dame lord"
  )
  private static let locatives = words(
    """
    in at from near to outside around toward towards between through across into throughout inside within via leaving \
    northwest northeast southwest southeast north south east west visiting visited left reached entered
    """)
  private static let looseLocatives = words(
    "from to between toward towards into via leaving visiting visited left at through across around within outside")
  private static let neutral = words(
    """
    games olympics summit conference festival talks monday tuesday wednesday thursday friday saturday sunday january \
    february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. \
    sept. oct. nov. dec. today yesterday
    """)
  private static let functionWords = words(
    """
    in at from near to outside around toward towards between through across into throughout inside within of on for \
    with by and or but if as when while because since although though after before until the a an this that these \
    those both all most many some no not only even also yet so then there here what why how where who like unlike \
    against among over under about above below despite during except without its his her their our your my is are \
    was were has have had will would can could may might must said says say
    """)
  private static let directions = words(
    """
    north south east west northern southern eastern western central northeastern northwestern southeastern \
    southwestern northeast northwest southeast southwest downtown uptown upper lower greater mainland former occupied \
    post-soviet midtown suburban rural metropolitan nearby neighboring neighbouring
    """)
  /// What tells a city or a state in front of it or, with "of", behind it.
  private static let divisionNouns = words(
    """
    state province region oblast governorate prefecture county district city town village capital port suburb island \
    peninsula area valley territory republic mayor governor border people coast outskirts neighborhood
    """)
  /// Written with a capital behind a name they make it the name of something else.
  private static let followers = words(
    """
    street avenue road boulevard lane drive highway expressway square circle bridge park river lake creek valley \
    mountain mountains hills island bay beach dam airport university college school hospital stadium arena hall \
    library museum theater theatre house hotel church cathedral mosque temple cemetery prison jail base post times \
    herald tribune news daily journal gazette globe sun star press radio television tv review magazine bank trust \
    airlines airways railway railroad police department court council senate assembly parliament congress army navy \
    force guard league cup open series marathon convention accord accords online \
    agreement treaty declaration protocol pact plan doctrine act symphony orchestra ballet opera club united \
    city's association federation union party front movement brigade authority commission committee agency bureau \
    office institute foundation center centre society company corp corp. inc inc. co co. ltd group holdings exchange \
    stock index ocean sea gulf strait straits canal delta basin heights falls springs prize award
    """)
  private static let streets = words(
    "street avenue road boulevard lane drive river lake online airlines airways sea delta strait straits")
  private static let waters = words("gulf sea bay strait straits bight")
  private static let civic = words(
    """
    police firefighters fire-fighters residents schools school suburbs suburb suburban schoolchildren homeowners commuters \
    taxpayers renters voters mayor firefighter paramedics bus subway
    """)
  private static let rivers = words(
    """
    niger jordan senegal colorado mississippi missouri ohio delaware tennessee paraguay uruguay connecticut arkansas \
    alabama
    """)
  private static let ofRivers = words(
    """
    rose rises flooded floods flows flowed flow burst runs ran dried froze overflowed swelled crested flooding spilled \
    has had was is and in at near through into or
    """)
  /// In front of a name they make it the name of something else.
  private static let features = words(
    "air lake mount mt. mt fort camp cape river saint radio university college bank hotel hms uss st. hurricane operation"
  )
}
