/// Titles, and nouns for people and bodies that news quote. The tagger has learned with them: a change asks for
/// `Scripts/train`.
enum SpeakerWords {
  static let all: [String.UTF8View] =
    """
    mr mr. mrs mrs. ms ms. dr dr. sen sen. rep rep. gov gov. gen gen. lt. president vice-president premier chancellor \
    minister secretary chairman chairwoman chair chairperson mayor attorney congressman congresswoman lawmaker \
    lawmakers lawyer lawyers ambassador director chief head boss spokesman spokeswoman spokesperson spokesmen \
    spokespeople professor sheriff strategist adviser advisers advisor advisors aide aides pollster reporter reporters \
    host editor author nominee candidate candidates senator senators leader leaders speaker commissioner judge \
    justice general colonel captain commander admiral bishop archbishop pope cardinal king queen prince princess \
    official officials analyst analysts expert experts critics supporters opponents campaign poll polls survey report \
    study statement source sources people voters residents witnesses witness police officer officers prosecutors \
    prosecutor investigators researchers researcher scientists scientist economist economists diplomat diplomats \
    ministry government department agency army military union coach captain player executive ceo founder owner \
    manager partner activist activists protesters historian doctor doctors teacher teachers mother father brother \
    sister son daughter wife husband family neighbour neighbor student students
    """.split(separator: " ").map { String($0).utf8 }

  static let pronouns = WordSet("he she they i we it who")

  /// Small words inside names, behind a dash.
  static let particles = WordSet(
    "de del della den der des di do dos du van von vom zu zum ter ten bin ibn al el la las le los y e bint af av zur")
}
