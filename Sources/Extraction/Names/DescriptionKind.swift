/// What a noun tells of whoever is called by it, where nobody was given it: "the pacer" of somebody who took wickets.
///
/// One table for all nouns by which reports call somebody whom they have named, so that it is seen which rules each is asked
/// of (`NameResolver+Described`). A noun may be of several kinds.
struct DescriptionKind: OptionSet, Sendable {
  let rawValue: UInt16

  /// Plays a part in a game: "the pacer".
  static let player = Self(rawValue: 1)
  /// Leads a club: "the Vale manager".
  static let leader = Self(rawValue: 2)
  /// Sits in a parliament for a place: "the Harrow MP".
  static let member = Self(rawValue: 4)
  /// Does what a text is about, and hardly ever what somebody does who is in a story by chance or by office.
  static let craft = Self(rawValue: 8)
  static let scientist = Self(rawValue: 16)
  /// "the Norvik international"
  static let international = Self(rawValue: 32)
  static let young = Self(rawValue: 64)
  static let witness = Self(rawValue: 128)
  /// Is old, or has lost somebody: "the widow".
  static let old = Self(rawValue: 256)
  /// "the mother of three"
  static let parent = Self(rawValue: 512)
  /// Two people: "the couple".
  static let pair = Self(rawValue: 1024)
  /// "the Ohio Republican"
  static let partisan = Self(rawValue: 2048)

  /// By the hash of the noun.
  static let nouns: WordMap<DescriptionKind> = {
    var nouns: WordMap<DescriptionKind> = [:]
    for (kind, list) in table {
      for hash in list.hashes { nouns[hash, default: []].formUnion(kind) }
    }
    return nouns
  }()

  private static let table: [(DescriptionKind, WordSet)] = [
    (.player, players), (.craft, crafts), (.leader, WordSet("manager coach boss")),
    (.member, WordSet("mp mep msp td mla lawmaker senator congressman congresswoman legislator backbencher")),
    (
      .scientist, WordSet("physicist chemist historian astronomer statistician academic scientist geneticist zoologist")
    ),
    (.international, WordSet("international")), (.witness, WordSet("witness")),
    (.young, WordSet("girl boy teenager schoolgirl schoolboy toddler youngster pupil teen child")),
    (.old, WordSet("widow widower pensioner grandmother grandfather great-grandmother great-grandfather")),
    (.parent, WordSet("mother father mum dad mom grandmother grandfather")), (.pair, WordSet("couple pair duo")),
    (.partisan, WordSet("republican democrat")),
  ]

  private static let players = WordSet(
    """
    all-rounder batsman batter bowler boxer captain centre-back centre-half cyclist debutant defender eighthman \
    flank flanker fly-half flyhalf forward full-back fullback goalkeeper goaltender golfer grappler hooker hurdler \
    infielder jockey left-back left-hander leg-spinner libero linebacker loanee lock loosehead marathoner midfielder \
    netminder number-eight off-spinner opener outfielder paceman pacer paddler pitcher playmaker prop pugilist \
    qualifier quarterback right-back right-hander rookie scrum-half scrumhalf seamer shortstop shuttler skipper \
    spinner sprinter stopper striker swimmer tighthead wicketkeeper wicketkeeper-batter wing-back wing-half winger
    """)
  private static let crafts = WordSet(
    """
    acrobat actor actress animator architect artist astronaut author baker ballerina barber beekeeper biographer \
    bookseller botanist boxer brewer bricklayer businessman businesswoman busker butcher carpenter cartographer \
    cartoonist cellist ceramicist cheesemaker chef choreographer cinematographer climber clockmaker clown cobbler \
    comedian composer cook cosmonaut cricketer curator dancer designer distiller diver dramatist dressmaker drummer \
    electrician engineer entrepreneur essayist explorer farmer filmmaker fisherman fisherwoman fishmonger flautist \
    florist footballer gardener glassblower grower guitarist gunsmith hairdresser harpist hawker herder historian \
    hotelier hunter illustrator inventor juggler lyricist machinist magician marathoner mathematician mechanic \
    midwife miller monk mountaineer muralist musician novelist nun painter photojournalist pianist playwright \
    plumber poet potter programmer publican puppeteer rapper repairman restaurateur saxophonist sculptor seamstress \
    shepherd shopkeeper silversmith singer skater smallholder songwriter soprano stallholder stonemason storyteller \
    surfer swimmer tailor tenor trader translator trapper trumpeter tutor vendor veterinarian violinist watchmaker \
    weaver weightlifter welder winemaker writer youtuber zoologist
    """)
}
