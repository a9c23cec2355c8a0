import Testing

@testable import Extraction

/// What nobody has said, and what stands between the commas. The texts are made up.
@Suite struct SupposedReportTests {
  @Test(arguments: [
    "Nobody said the road would be easy.", "No one has claimed that the count was fair.",
    "Nobody says it is safe to go back to the valley.", "If she says the pact is dead, prices will fall.",
    "Should the court say the law is void, the vote would be late.",
    "The committee has yet to say whether it will appeal.", "It is not true that Mr. Roe said the bank was broke.",
    "Brandt should say he is sorry.",
  ])
  func whatIsDeniedOrSupposedIsNotSaid(text: String) {
    #expect(said(text) == [])
  }

  @Test(arguments: [
    ("The mayor said nobody was hurt in the fire.", "the mayor: nobody was hurt in the fire"),
    ("Ada Roe said that if it rained, the match would end.", "Ada Roe: that if it rained, the match would end"),
    ("The mayor did say the road was safe.", "the mayor: the road was safe"),
    ("It is true that Ada Roe said the bank was broke.", "Ada Roe: the bank was broke"),
  ])
  func whatHoldsSuchWordsIsSaidAllTheSame(text: String, expected: String) {
    #expect(said(text).contains(expected))
  }

  @Test func whoStandsBetweenTwoCommasSaysWhatIsAround() {
    #expect(
      said("The dam, engineers warn, could fail within weeks.") == ["engineers: The dam / could fail within weeks"])
    #expect(
      said("Prices, the bank warned, would rise again in the autumn.")
        == ["the bank: Prices / would rise again in the autumn"])
    #expect(
      said("The ferry, witnesses told the inquiry, sank in six minutes.")
        == ["witnesses: The ferry / sank in six minutes"])
    // Near miss: nobody tells anything between the commas.
    #expect(said("The dam, engineers and all, could fail within weeks.") == [])
  }

  @Test func whoTellsItStandsBeforeWhatComesBehind() {
    #expect(
      said(
        "Norland and Vestera have agreed to open the crossing, shut since May, Norland's foreign ministry said on Monday, "
          + "in the first sign of a thaw between the two."
      ).first
        == "Norland's foreign ministry: Norland and Vestera have agreed to open the crossing, shut since May")
    #expect(
      said("The two ministers met in May, diplomatic sources said on condition of anonymity.")
        == ["diplomatic sources: The two ministers met in May"])
    #expect(
      said("Five people died in the flood on Sunday, the National Office of Rescue (Onares) reported.")
        == ["National Office of Rescue: Five people died in the flood on Sunday"])
    // Near miss: a strip that both claim says nothing.
    #expect(
      said("He declined to name the troops in the Halden strip, a dry land claimed by both countries.").allSatisfy {
        !$0.hasPrefix("a dry land")
      })
  }

  @Test func whoStandsBeforeAClauseOnThemSpeaks() {
    #expect(
      said("Residents of the camp, who feared reprisals, said the lorries came at night.").last
        == "residents of the camp: the lorries came at night")
    #expect(
      said("Workers at the plant, most of them women, said they had no pay.") == [
        "workers at the plant: they had no pay"
      ])
  }

  @Test(arguments: [
    ("Rain fell. “The flat was cold,” said the tenant's mother.", "the tenant's mother"),
    ("“Sugar,” notes dietician Ana Lopes, “is not a food group.”", "Ana Lopes"),
    ("Rain fell. “Give us bread,” chanted the crowd outside the mill.", "the crowd outside the mill"),
    ("Rain fell. “Get out!” shouted the driver.", "the driver"),
    ("Trade, said the firm's founder, Anna Brandt, “is the last man in the cab”.", "Anna Brandt"),
    ("The plan, said Ann Roe, “is a farce”.", "Ann Roe"),
    ("Ruth Roe, whom one critic called “the finest stylist of her age”, wrote no more.", "one critic"),
    ("The minister left the plan, which the opposition has called “a shop for passports”.", "the opposition"),
    (
      "President Cora Lunden, who is due there on Thursday, told the cabinet that it was “written in the hills”, according "
        + "to a transcript from her office.", "Cora Lunden"
    ),
    (
      "President Cora Lunden, who is due there on Thursday, told a meeting of her cabinet that the storm was “written in the "
        + "hills for all of us to read”, according to a transcript released by her office.", "Cora Lunden"
    ),
    (
      "The Halden High Court on Monday freed journalist Ruth Bhat, who has sat in jail since May, observing that “freedom "
        + "cannot be kept in a file”.", "Halden High Court"
    ),
  ])
  func whoSaysAQuotationStandsInItsOwnClause(text: String, speaker: String) {
    #expect(statements(text).first { $0.kind != .indirect }?.speaker?.name == speaker)
  }

  @Test func theSubjectOfTheFirstVerbSaysWhatTheSecondBrings() {
    #expect(
      said(
        "Norland miner Vestera SA on Friday cut its forecast after a storm closed its main railway for three weeks, and said "
          + "it would book a charge in May."
      ).last == "Vestera SA: it would book a charge in May")
  }

  @Test func wordsGoOnBehindWhoSaysThem() {
    #expect(
      statements("“Sugar,” notes dietician Ana Lopes, “is not a food group.”").compactMap(\.speaker?.name)
        == ["Ana Lopes"])
  }

  @Test func whoIsQuotedByOthersIsNotThePlaceBesideThem() {
    let nested = statements("“I was late. My friend in Oslo said, ‘Go home, old man.’ So I went,” said Mayor Bo Lund.")
    #expect(nested.contains { $0.method == "rule.nested" && $0.speaker?.name == "my friend in Oslo" })
  }

  @Test(arguments: [
    ("Rep. Ann Roe and Sen. Joe Roe met on Friday. Rep. Roe said the bill was dead.", "Ann Roe"),
    ("Rep. Ann Roe and Sen. Joe Roe met on Friday. Sen. Roe said the bill was dead.", "Joe Roe"),
    (
      "Vice President Akua Ode and President Kojo Ode spoke on Friday. President Ode said the plan was ready.",
      "Kojo Ode"
    ),
    ("Dr. Paul Ruiz and Judge Elena Ruiz met in 1990. Judge Ruiz said it was luck.", "Elena Ruiz"),
    ("Xi Zhaolin, the chairman, sat down. Mr Xi said the bill was dead.", "Xi Zhaolin"),
    // Near miss: both are called so.
    ("Sen. Ann Roe and Sen. Joe Roe met on Friday. Sen. Roe said the bill was dead.", "Roe"),
  ])
  func aTitleTellsTwoOfOneNameApart(text: String, speaker: String) {
    #expect(statements(text).first?.speaker?.name == speaker)
  }

  @Test(arguments: [
    "If you sell it, you will always wonder, “Did I get a fair price?”",
    "The dog looked up, as if to say: “Where is my dinner?”",
    "You may say, “I never smoked,” but it makes no difference.",
  ])
  func whatOneMightSayIsNotSaid(text: String) { #expect(said(text).isEmpty) }

  @Test func whatYouHearIsSaid() {
    // Near misses: somebody else says it; she has.
    #expect(said("You will hear the miners say, “We never smoked down there.”").count == 1)
    #expect(said("Ann Roe will always wonder. “Did I get a fair price?” she asked.").count == 1)
  }

  @Test func whoIsNamedBehindTheirWordsSaysThem() {
    func speaker(_ text: String) -> String? { statements(text).first { $0.kind == .direct }?.speaker?.name }
    #expect(
      speaker("Tears ran down her face. “He was my only child,” she said. Rosa Brandt, 60, buried her son on Friday.")
        == "Rosa Brandt")
    #expect(
      speaker("“I was born here,” she says. “I will die here.”\n\nMarta Vlk, 81, is the last woman in the village.")
        == "Marta Vlk")
    // Near misses: somebody else; nobody near.
    #expect(speaker("“I was born here,” she says.\n\nMr. Joe Roe left the village.") == nil)
    #expect(
      speaker("Rosa Brandt came in. “I was born here,” she said. Marta Vlk, 81, is the last woman in the village.")
        == "Rosa Brandt")
  }

  @Test func whoStandsBesideTheSubjectIsMeant() {
    #expect(
      statements(
        "Alan Roe denied it on Monday.\n\nRoe's adviser, Sir Brian Odell, was at the meeting. “I was in the room,” he said."
      )
      .last?.speaker?.name == "Brian Odell")
  }
}
