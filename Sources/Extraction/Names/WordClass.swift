/// What the lists know about a word or a run of words, as far as finding names needs it.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  static let firstName = WordClass(rawValue: 1 << 0)
  /// A first name that is as often a word or a place.
  static let weakFirstName = WordClass(rawValue: 1 << 1)
  static let firstMale = WordClass(rawValue: 1 << 2)
  static let firstFemale = WordClass(rawValue: 1 << 3)
  /// `Mr.`, `Dr.`: before a name, and no part of the role.
  static let honorific = WordClass(rawValue: 1 << 4)
  /// `President`, `Sen.`: before a name, and the role as written.
  static let office = WordClass(rawValue: 1 << 5)
  /// `former`, `deputy`: before another title.
  static let modifier = WordClass(rawValue: 1 << 6)
  static let titleMale = WordClass(rawValue: 1 << 7)
  static let titleFemale = WordClass(rawValue: 1 << 8)
  /// A noun for a person by office or work, in small letters.
  static let role = WordClass(rawValue: 1 << 9)
  /// `wife`, `brother`.
  static let kin = WordClass(rawValue: 1 << 10)
  static let people = WordClass(rawValue: 1 << 11)
  static let institution = WordClass(rawValue: 1 << 12)
  /// `source`, `officials`: the head of a mention without a name.
  static let anonymousNoun = WordClass(rawValue: 1 << 13)
  static let anonymousPhrase = WordClass(rawValue: 1 << 14)
  static let particle = WordClass(rawValue: 1 << 15)
  static let lowerParticle = WordClass(rawValue: 1 << 16)
  static let suffix = WordClass(rawValue: 1 << 17)
  static let legalForm = WordClass(rawValue: 1 << 18)
  static let organisationTail = WordClass(rawValue: 1 << 19)
  static let organisationHead = WordClass(rawValue: 1 << 20)
  static let placeWord = WordClass(rawValue: 1 << 21)
  static let eventWord = WordClass(rawValue: 1 << 22)
  static let thingWord = WordClass(rawValue: 1 << 23)
  /// A nation, faith or party: `American`, `Democrats`.
  static let peopleWord = WordClass(rawValue: 1 << 24)
  static let neverName = WordClass(rawValue: 1 << 25)
  /// A form of a verb of saying.
  static let speech = WordClass(rawValue: 1 << 26)
  static let function = WordClass(rawValue: 1 << 27)
  /// An adverb or another word that is no name at the beginning of a sentence.
  static let starter = WordClass(rawValue: 1 << 28)
  static let calendar = WordClass(rawValue: 1 << 29)
  static let organisation = WordClass(rawValue: 1 << 30)
  static let country = WordClass(rawValue: 1 << 31)
  static let subdivision = WordClass(rawValue: 1 << 32)
  static let city = WordClass(rawValue: 1 << 33)
  /// `Kremlin`, `Downing Street`: a place that speaks for a government.
  static let metonym = WordClass(rawValue: 1 << 34)
  /// A longer entry of some list begins with this word.
  static let phraseStart = WordClass(rawValue: 1 << 35)
  /// Known only in capitals: `WHO`, `ICE`.
  static let onlyCapitals = WordClass(rawValue: 1 << 36)
  static let media = WordClass(rawValue: 1 << 37)

  /// An English word that is no name.
  static let commonWord = WordClass(rawValue: 1 << 38)
  /// A word that can stand before a noun: a noun or an adjective itself.
  static let nominal = WordClass(rawValue: 1 << 39)
  static let verb = WordClass(rawValue: 1 << 40)
  /// A word for a body that stands before its name: `Banco`, `Radio`.
  static let leadingBody = WordClass(rawValue: 1 << 41)
  /// Of the starters: an adverb, which no name has.
  static let adverb = WordClass(rawValue: 1 << 42)

  static let title: WordClass = [.honorific, .office]
  static let place: WordClass = [.country, .subdivision, .city]
  static let state: WordClass = [.country, .subdivision]
  static let notPerson: WordClass = [.placeWord, .eventWord, .thingWord, .peopleWord, .neverName]

  func hasAny(_ other: WordClass) -> Bool { rawValue & other.rawValue != 0 }

  /// What a title, a role or a noun of kinship tells.
  var titleGender: Gender { contains(.titleMale) ? .male : contains(.titleFemale) ? .female : .unknown }
}

/// What a list holds for a word or a run of words.
struct WordEntry: Sendable {
  var classes: WordClass
  /// Equal for the forms of one organisation; 0 for anything else.
  var identity: UInt32

  static let unknown = WordEntry(classes: [], identity: 0)
}

/// The gender a name, a title or a role tells.
enum Gender: UInt8, Sendable {
  case unknown, male, female

  func allows(_ other: Gender) -> Bool { self == .unknown || other == .unknown || self == other }
}
