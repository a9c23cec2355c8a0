import ArticleModel
import Testing

@testable import Extraction

/// Reports with their words cut, doubled, moved and swapped: what rules look for stands half there, or turned round.
@Suite struct DisorderTests {
  private static let seed: UInt64 = 4711
  private static let mutants = 300
  private static let longest = 500
  private static let reports = [
    """
    The row between the U.S. And Norland, said Norvik Motor Co <7099.T>, whose chief, Elias Zorn, ran a bank, “is a farce”. \
    (As Ann Roe noted, the price of “firm steel” may rise, which officials say, just about ends it, she said.)

    Commenting on Funo, a banker there told Reuters, “You may say ‘no’ to it.’’ As the report states: “It fell.” In Sund, \
    deputy Omar Beydan, warned that Norland might go on “to the end”. A statement issued after the talks said that a deal \
    that suited both signalled peace. Bankers ate in Sund and analysts said it was, in Roe's words, “over”.
    """,
    """
    NORVIK, March 3 - The harbour will stay closed until Friday, the port authority said on Monday, after a storm tore \
    away two of its cranes.
    “We can't promise more,” said Ida Holm, who heads the authority. “The divers are still down there,” she added, \
    “and so are the wrecks.”
    According to two officials with knowledge of the plan, the repairs may take a year. Holm's deputy, Per Dahl, told \
    Norvik Radio its members had not been asked.
    """,
    """
    HOST: Good morning. With us is Lena Okafor, the mayor of Sund.
    OKAFOR: Thank you. I told the council that the bridge is safe, and I say it again.
    HOST: Your critics say, “Close it.” Do you?
    OKAFOR: No. As the engineers wrote in May 2023, “nothing moved.”
    """,
    """
    Traders in Tallow and Pine City urged the government on Tuesday to lift its ban on barley, saying that prices had \
    risen by a third since last spring.
    The minister, asked about that, said: "It stays." He called the plan “an onion without layers” and declined to say \
    when talks would resume, a spokesman for Barrow and Sons Plc, which buys half of the crop, said.
    – It was never our ban, the union's leader, Karim Osei, replied. “Nobody asked,” he said. “Nobody.”
    """,
    """
    On the storm: “Nobody was told,” Holm said while the U.S. Has no say, it would pay ($5 million) by Friday.
    In 1978 a commission warned: “It will flood.” The old dykes, said Dahl, are better. He was told by engineers that they     would hold. The board, in a statement signed by its clerk, Ada Orr, said it had rejected that charge on Wednesday.
    Rebels who seized the port in May said on Thursday they would leave, adding that nobody doubts it, the Herald quoted     Orr as saying. She accepted the post, her office said, citing two medics and a resident. “Will he go?” Ode said he would.
    Ada Lind — Chief Engineer
    Her husband shook his head. We maintained our innocence and vowed to appeal, he told the Guardian prices had gone up.
    """,
    """
    Prime Minister Ida Brandt met Lea Pirk, counsel for the state, and Christmas Ode, 34, on Sunday.
    PRIME MINISTER: The bridge is shut (it was tin).
    COUNSEL FOR THE STATE: For how long?
    Senator ODERS (Harrow—Minister for Trade) (14:04): Until Friday.
    HOST, ADA LIND: Is it?
    Q Will she go?
    Ada Lind, mayor:
    "It stays."
    Ada Lind — Chief Executive Officer
    """,
    """
    A miner reached by phone in the U.S. Has said the shaft held but lacked air, but had two lamps and was “dry” too. He was told by
    nurses there was no bed. The answer, as Orr told MPs, was simple; nine are dead, the U.N. Has confirmed. Officials put the damage at
    about $3m and the toll at 40. They have both denied it, the board has now admitted, and told Radio One the mine was “ready”.
    The Hotel and Growers Union said it, while Democrats, who had fought it, said OCD Director of Road Safety Ola Dahl (NRA) left.
    """,
    """
    Jane Lind, the cellist, died on Friday, its farm minister said. A Norvik judge ruled that it was late.
    Her death was confirmed by her daughter, Ann Orr, who said she had played. Critics hated “Stone Road.”
    Born in Norvik, she left. “I was stubborn,” she told the Post. “Zero Line,” a first feature, won.
    I read it to my wife, who was a nurse. “Wrong,” she said. “Why?” I asked the minister. “No,” he said.
    Former captain Tom Ade, now a pundit, was not there; his son Ole Ade read a note in which he wrote, “Thank you.”
    Head of the Fraud Squad Supt Lea Pirk and Chamber of commerce president Karim Osei MP met. Its report, she added, was late.
    An old woman stood by the rail. “It wobbles,” she said. “It is dear,” says the engineer. “Late,” said the former Norvik
    midfielder. The court told Barrow Shipping to pay, the Herald reports. The company said it would. The council was worried.
    In a statement, it said so. An EU diplomat was blunter: “Late.” said Caetano Rebou of the Harbour Watch, a group.
    """,
  ]

  @Test(arguments: [
    "He left. In warned: “It will flood.”",
    "Asked if Norland is considering a request to the U.S. For it to raise its discount rate to stabilize prices, Holm said "
      + "the U.S. Has not been able to take action now because it has to maintain its growth.",
  ])
  func sentencesThatPointsBreakOffAreRead(_ text: String) {
    #expect(extractor.annotate(sampleArticle(text)).statements.allSatisfy { !$0.spans.isEmpty })
  }

  @Test func everythingThatIsFoundLiesInsideTheText() {
    var generator = SeededGenerator(seed: Self.seed)
    for round in 0..<Self.mutants {
      let text = String(decoding: mutant(&generator), as: UTF8.self)
      let found = extractor.annotate(sampleArticle(text, headline: round % 4 == 0))
      var spans = found.people.map(\.span) + found.organisations.map(\.span) + found.regions.map(\.span)
      spans += found.dates.map(\.span)
      for statement in found.statements {
        spans += statement.spans + [statement.cue, statement.speaker?.mention].compactMap { $0 }
      }
      let bytes = Array(text.utf8)
      let areInside = spans.allSatisfy { span in
        0 <= span.start && span.start < span.end && span.end <= bytes.count && bytes[span.start] & 0xC0 != 0x80
          && (span.end == bytes.count || bytes[span.end] & 0xC0 != 0x80)
      }
      #expect(areInside, "round \(round) of seed \(Self.seed): \(text.debugDescription)")
    }
  }

  private func mutant(_ generator: inout SeededGenerator) -> [UInt8] {
    var mutator = WordMutator(report(&generator), most: Self.longest, using: &generator)
    if Bool.random(using: &generator) {
      mutator.join(WordMutator(report(&generator), most: Self.longest, using: &generator), using: &generator)
    }
    mutator.mutate(using: &generator)
    return mutator.text(most: Self.longest)
  }

  private func report(_ generator: inout SeededGenerator) -> [UInt8] {
    Array((Self.reports.randomElement(using: &generator) ?? "").utf8)
  }
}
