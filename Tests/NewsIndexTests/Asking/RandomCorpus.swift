import ArticleModel

@testable import NewsIndex

/// Small random articles over few words, so that random queries find something.
struct RandomCorpus {
  static let words = ["amber", "birch", "cedar", "ember", "embers", "flint"]
  static let speakers = ["Ada Ames", "Ben Boyd", "Ada Boyd", "?"]
  static let regions = ["UA-65|Kherson", "UA|Ukraine", "SE|Sweden"]
  static let organisations = ["Harbour Authority", "Water Board"]
  static let people = ["Mila Moss", "Olaf Ode"]
  static let mentions = ["2014", "2024-11-07"]
  static let days = ["2024-11-05", "2024-11-30", "2024-12-01", "2023-01-15"]
  static let publishers = ["Tidewater Post", "The Ledger"]

  static func articles(_ count: Int, _ random: inout SeededGenerator) -> [MarkedArticle] {
    (0..<count).map { number in
      let paragraphs = (0..<1 + random.below(3)).map { _ in paragraph(&random) }
      let headline = random.chance(50) ? ["# " + words(1 + random.below(3), &random)] : []
      return MarkedArticle(
        "d\(number)", published: random.chance(80) ? random.pick(days) : nil,
        publisher: random.chance(70) ? random.pick(publishers) : nil,
        (headline + paragraphs).joined(separator: "\n\n"))
    }
  }

  static func words(_ count: Int, _ random: inout SeededGenerator) -> String {
    (0..<count).map { _ in random.pick(words) }.joined(separator: " ")
  }

  private static func paragraph(_ random: inout SeededGenerator) -> String {
    var text = words(1 + random.below(4), &random)
    for _ in 0..<random.below(3) {
      let speaker = random.pick(speakers) + (random.chance(30) ? "@\(random.pick(days))" : "")
      let isDirect = random.chance(60)
      text += " {\(speaker)|\(isDirect ? "“" : "")\(spoken(&random))\(isDirect ? "”" : "")}"
      if random.chance(25) { text += " \(words(1, &random)) {+|“\(words(1 + random.below(3), &random))”}" }
      text += " " + words(random.below(3), &random)
    }
    return text
  }

  private static func spoken(_ random: inout SeededGenerator) -> String {
    var text = words(1 + random.below(5), &random)
    if random.chance(30) { text += " [\(random.pick(regions))]" }
    if random.chance(30) { text += " <\(random.pick(organisations))>" }
    if random.chance(20) { text += " <@\(random.pick(people))>" }
    if random.chance(15) { text += " <\(random.pick(mentions))>" }
    return text
  }
}

/// Random queries over the words and names of `RandomCorpus`.
struct RandomQuery {
  /// - Parameter depth: Of groups.
  static func text(_ random: inout SeededGenerator, depth: Int = 2, ofStatements: Bool = true) -> String {
    let parts = (0..<1 + random.below(3)).map { _ in operand(&random, depth, ofStatements) }
    return parts.joined(separator: random.pick([" ", " ", " or ", " and "]))
  }

  private static func operand(_ random: inout SeededGenerator, _ depth: Int, _ ofStatements: Bool) -> String {
    if random.chance(20) { return "-" + positive(&random, depth, ofStatements) }
    return positive(&random, depth, ofStatements)
  }

  private static func positive(_ random: inout SeededGenerator, _ depth: Int, _ ofStatements: Bool) -> String {
    if depth > 0, random.chance(25) { return "(\(text(&random, depth: depth - 1, ofStatements: ofStatements)))" }
    switch random.below(ofStatements ? 16 : 11) {
    case 0, 1, 2: return word(&random)
    case 3: return phrase(&random)
    case 4: return near(&random)
    case 5: return "region:\(random.pick(["ukraine", "kherson", "SE", "none"]))"
    case 6: return "date:\(random.pick(["2024-11", "2024-11-05..2024-12", "..2023", "none", "2024"]))"
    case 7: return "publisher:\(random.pick(["ledger", "\"tidewater post\"", "post"]))"
    case 8: return random.pick(["org:board", "org:\"harbour authority\"", "org:moss"])
    case 9:
      return random.pick(["mentions:2014", "published:2024-11", "mentions:2024-11-01..", "title:amber", "title:embers"])
    case 10: return ofStatements ? word(&random) : random.pick(["kind:headline", "kind:paragraph"])
    case 11, 12: return "speaker:\(random.pick(["ada", "boyd", "\"ada boyd\"", "unknown", "any", "(ames or ben)"]))"
    case 13: return "said:\(random.pick([word(&random), phrase(&random), "(\(near(&random)))"]))"
    case 14: return "kind:\(random.pick(["direct", "indirect"]))"
    default:
      return random.pick([
        "about:harbour", "about:\"mila moss\"", "about:ode", "conf:>0.6", "said-on:2024-11", "said:(amber -birch)",
        "speaker:(ada -boyd)",
      ])
    }
  }

  private static func word(_ random: inout SeededGenerator) -> String {
    switch random.below(5) {
    case 0: return "=" + random.pick(RandomCorpus.words)
    case 1: return random.pick(["amb*", "ember*", "f*"])
    case 2: return random.pick(["ambe~1", "embers~1", "cedar~1"])
    default: return random.pick(RandomCorpus.words)
    }
  }

  private static func phrase(_ random: inout SeededGenerator) -> String {
    if random.chance(20) { return "\"\(random.pick(RandomCorpus.words)) emb*\"" }
    return "\"\(RandomCorpus.words(1 + random.below(3), &random))\""
  }

  private static func near(_ random: inout SeededGenerator) -> String {
    let left = random.chance(30) ? phrase(&random) : random.pick(RandomCorpus.words)
    let right = random.chance(30) ? "(birch or \(phrase(&random)))" : random.pick(RandomCorpus.words)
    return "\(left) \(random.pick(["near", "adj"]))/\(1 + random.below(3)) \(right)"
  }
}
