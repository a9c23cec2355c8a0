/// Tells short paragraphs that lead to where the site sells itself: its page for subscribers, members or mails.
///
///     This paper is paid for by its readers. <a href="/membership/">Join them.</a>
struct PageOffers {
  /// In words.
  private static let longest = 45

  let tree: MarkupTree
  /// Of the page, as `example.org`.
  let host: String?

  func isOffer(_ block: PageBlock) -> Bool {
    guard let link = block.firstLinkNode, block.words <= Self.longest, block.heading == 0, !block.isRow,
      let address = address(around: link), let place = lastPlace(address), Self.places.contains(place)
    else { return false }
    return !String(decoding: block.text, as: UTF8.self).contains { "\"“”„«»「".contains($0) }
  }

  private func address(around text: Int) -> String? {
    var node = tree.parent(text)
    for _ in 0..<4 where node != 0 && tree.tag(node) != .a { node = tree.parent(node) }
    return tree.attribute(node, .href)
  }

  /// The last part of the path or of the place on the page; `nil` where the link leads to another site.
  private func lastPlace(_ address: String) -> String? {
    var path = address[...]
    if let slashes = find("//", in: Array(address.utf8)[...]), slashes <= 6 {
      path = path.dropFirst(slashes + 2)
      guard let host, path.prefix(while: { !"/?#".contains($0) }).hasSuffix(host) else { return nil }
      path = path.drop { !"/?#".contains($0) }
    }
    let last = path.prefix { $0 != "?" }.split { "/#".contains($0) }.last
    return last.map { name in String(name.lowercased().prefix { $0 != "." }.map { $0 == "_" ? "-" : $0 }) }
  }

  /// What sites call such places, in the languages of the news.
  private static let places: Set<String> = [
    "abbonamenti", "abbonamento", "abbonati", "abo", "abonament", "abonnement", "abonnements", "abonner", "abonnieren",
    "abos", "assinatura", "assine", "become-a-member", "bli-medlem", "contribute", "donate", "donation", "donations",
    "join", "join-us", "lid-worden", "member", "members", "membership", "memberships", "newsletter", "newsletters",
    "nieuwsbrief", "nyhedsbrev", "nyhetsbrev", "offers", "prenumerera", "register", "sign-up", "signup", "soutenir",
    "subscribe", "subscriber", "subscription", "subscriptions", "support", "support-us", "supportus", "suscribete",
    "suscribirse", "suscripcion", "suscripciones", "suscriptores", "unterstuetzen",
  ]
}
