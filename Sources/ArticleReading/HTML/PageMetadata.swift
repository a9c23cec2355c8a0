import ArticleModel

/// What a page says about its article: JSON-LD first, then the head, then what is marked up in the body.
struct PageMetadata {
  private(set) var metadata = ArticleMetadata()
  /// The text of the article as the JSON-LD gives it.
  let linkedBody: String?
  /// Everything that the page calls its title, to recognise it in the text.
  private(set) var titles: [String] = []

  private var heads: [String: String] = [:]
  private var canonical: String?
  private var pageTitle: String?

  /// - Parameter main: The element of the article's text.
  init(_ tree: MarkupTree, _ outline: PageOutline, main: Int, lines: HeaderLines) {
    let (dates, bylines) = (lines.dates, lines.bylines)
    var scripts: [String] = []
    var language: String?
    for node in 0..<tree.count {
      guard let tag = tree.tag(node) else { continue }
      switch tag {
      case .html: language = language ?? tree.attribute(node, .lang)
      case .meta: Self.note(tree, node, &heads)
      case .title where pageTitle == nil: pageTitle = ArticleMetadata.cleaned(tree.text(node))
      case .link where tree.attribute(node, .rel)?.lowercased() == "canonical":
        canonical = canonical ?? tree.attribute(node, .href)
      case .script where tree.attribute(node, .type)?.lowercased().contains("ld+json") == true:
        scripts.append(tree.text(node))
      default: break
      }
    }
    let linked = LinkedData(scripts, dates: dates, bylines: bylines)
    linkedBody = linked.body
    let (heads, headTime) = fromHeads(dates, bylines)
    let markup = PageMarkup(
      tree: tree, outline: outline, lines: lines, main: main, language: language,
      titles: [linked.metadata.title, heads.title, pageTitle].compactMap { $0 }, sharedTitle: heads.title)
    let (marked, header, above) = markup.metadata()
    let spoken = markup.spoken(header, above: above)
    metadata = linked.metadata.completed(by: heads).completed(by: marked).completed(by: spoken)
    let time = linked.metadata.published.value == nil ? headTime : linked.publishedText
    metadata.published = Self.shownDay(metadata.published, time, spoken.published)
    let named = [linked.metadata.byline, heads.byline].compactMap { $0 }
    // Who is named in the head alone is often the one who put the page there.
    let isShown =
      named.isEmpty || spoken.byline ?? marked.byline == nil || named.contains { Self.shows($0, tree) }
    metadata.byline = bylines.best(
      isShown ? named + [marked.byline, spoken.byline] : [spoken.byline, marked.byline] + named,
      publisher: metadata.publisher)
    metadata.language = ArticleMetadata.languageCode(language) ?? metadata.language
    metadata.url = address([canonical, self.heads["og:url"], linked.metadata.url])
    titles = [linked.metadata.title, self.heads["og:title"], self.heads["twitter:title"], marked.title, pageTitle]
      .compactMap {
        $0
      }
    // Where heading and head agree, the JSON-LD has a shorter form for lists.
    if let heading = marked.title, let title = heads.title, PlainWords.words(title) == PlainWords.words(heading) {
      metadata.title = heading
    }
    // Some sites call all their pages by the name of a section for sharing.
    if let heading = marked.title, linked.metadata.title == nil, let page = pageTitle, isTitle(heading, of: page),
      heads.title.map({ PlainWords.words($0).count <= Self.longestSection }) ?? false
    {
      metadata.title = heading
    }
    chooseTitle(marked: marked.title, header)
    titles += [metadata.title].compactMap { $0 }
    metadata.publisher =
      metadata.publisher ?? metadata.url.flatMap(Self.host)
      ?? pageTitle.flatMap { page in metadata.title.flatMap { PageTitle.site(in: page, headline: $0) } }
  }

  /// In words.
  private static let longestSection = 3

  /// Whether a heading is the whole title of the page, and no name of a site.
  private func isTitle(_ heading: String, of page: String) -> Bool {
    let words = PlainWords.words(heading)
    return words.count >= 4 && words == PlainWords.words(page)
      && words != metadata.publisher.map { PlainWords.words($0) }
  }

  /// Whether one of the names stands in the text of the page.
  private static func shows(_ byline: String, _ tree: MarkupTree) -> Bool {
    let names = byline.components(by: ", ").flatMap { [$0, $0.uppercased()] }
    return (0..<tree.count).contains { node in
      guard tree.isText(node), tree.bytes(node).count < 400, tree.tag(tree.parent(node)) != .script else {
        return false
      }
      let text = Array(tree.bytes(node))
      return names.contains { find($0, in: text[...]) != nil }
    }
  }

  private static func note(_ tree: MarkupTree, _ node: Int, _ heads: inout [String: String]) {
    guard let content = ArticleMetadata.cleaned(tree.attribute(node, .content)) else { return }
    for name in [AttributeName.property, .name, .itemprop, .httpEquiv] {
      guard let key = tree.attribute(node, name)?.lowercased(), heads[key] == nil else { continue }
      heads[key] = content
    }
  }

  private func first(_ names: String...) -> String? { names.lazy.compactMap { heads[$0] }.first }

  /// Also the moment of publication as written.
  private func fromHeads(_ dates: PublishedDates, _ bylines: BylineReader) -> (ArticleMetadata, time: String?) {
    var found = ArticleMetadata()
    var time: String?
    found.title = first("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title")
    let authors = [
      "author", "article:author", "og:article:author", "parsely-author", "sailthru.author", "dc.creator",
      "dcterms.creator", "byl",
      "article:author_name", "content_author", "cxenseparse:author", "dc.author", "authors",
    ]
    found.byline = authors.lazy.compactMap { heads[$0].flatMap(bylines.cleaned) }.first
    found.publisher = first(
      "og:site_name", "application-name", "dc.publisher", "al:android:app_name", "copyright-holder")
    found.language = ArticleMetadata.languageCode(first("og:locale", "content-language", "language", "dc.language"))
    if let (day, text) = HeadDates.published(self.heads, dates) {
      found.published = PublicationDate(value: day, provenance: .found)
      time = text
    }
    return (found, time)
  }

  /// The day that the page shows, where it is the one before that of a time in UTC: `2024-03-14T02:41:00Z` is the evening
  /// of the 13th where the paper is made.
  private static func shownDay(
    _ published: PublicationDate, _ time: String?, _ shown: PublicationDate
  ) -> PublicationDate {
    guard let time, time.hasSuffix("Z") || time.hasSuffix("+00:00") || time.hasSuffix("+0000"),
      time.contains("T0") || time.contains("T10") || time.contains("T11"),
      let day = published.value?.firstDay, let before = shown.value?.firstDay, day.adding(days: -1) == before
    else { return published }
    return shown
  }

  /// An address that names one page: many a site calls its front page the canonical address of all others.
  private func address(_ candidates: [String?]) -> String? {
    candidates.compactMap { $0 }.map { Self.original($0.trimming([" ", "\n", "\t"])) }.first { address in
      guard JSONArticle.isAddress(address), let host = Self.host(address),
        let place = find(host, in: Array(address.utf8)[...])
      else { return false }
      return address.utf8.count - place - host.utf8.count > 1
    }
  }

  /// The address that an archive of the web keeps behind its own: `https://web.archive.org/web/20240105123456/https://coast.example/a`.
  private static func original(_ address: String) -> String {
    let bytes = Array(address.utf8)
    guard let archive = find("web.archive.org/web/", in: bytes.prefix(30)),
      let place = find("/http", in: bytes[archive...])
    else { return address }
    return String(decoding: bytes[(place + 1)...], as: UTF8.self)
  }

  /// `example.org` of `https://www.example.org/a`.
  static func host(_ address: String) -> String? {
    guard let slashes = find("://", in: Array(address.utf8)[...]) else { return nil }
    var host = String(
      decoding: Array(address.utf8)[(slashes + 3)...].prefix { !"/?#:".utf8.contains($0) }, as: UTF8.self)
    if host.hasPrefix("www.") { host.removeFirst(4) }
    return host.contains(".") ? host.lowercased() : nil
  }

  /// The headline without the name of the site.
  private mutating func chooseTitle(marked: String?, _ header: PageHeader) {
    guard let title = metadata.title ?? pageTitle.map({ PageTitle.shown($0, in: header.lines) ?? $0 }) else {
      metadata.title = marked
      return
    }
    metadata.title = PageTitle.withoutSite(title, headline: marked, publisher: metadata.publisher)
  }
}

/// Takes the name of the site off a title.
enum PageTitle {
  fileprivate static let signs = [" | ", " - ", " – ", " — ", " :: ", " » ", " / ", " · "]

  /// - Parameter headline: The heading as it stands in the page: where the title begins with it, it is the title.
  static func withoutSite(_ title: String, headline: String?, publisher: String?) -> String {
    let words = PlainWords.words(title)
    if let headline {
      let heading = PlainWords.words(headline)
      let isEnd = words.ends(with: heading) && heading.count * 2 > words.count
      if heading.count >= 3, words.count > heading.count, words.starts(with: heading) || isEnd {
        return headline
      }
    }
    guard let publisher else { return title }
    let site = PlainWords.words(publisher)
    for sign in signs {
      let parts = title.components(by: sign)
      guard parts.count > 1, let last = parts.last else { continue }
      if PlainWords.words(last) == site { return parts.dropLast().joined(separator: sign) }
    }
    return title
  }
}

extension PageTitle {
  private static let longestSite = 6
  private static let mostLines = 8

  /// The part of a title that stands above the article as a line of its own.
  static func shown(_ title: String, in lines: [String]) -> String? {
    for sign in signs + [": "] {
      let parts = title.components(by: sign)
      guard parts.count > 1 else { continue }
      for part in parts where PlainWords.words(part).count >= 3 {
        if lines.contains(where: { PlainWords.words($0) == PlainWords.words(part) }) { return part }
      }
    }
    // `Banner Online: Ferry runs again 09/17/03`
    let words = PlainWords.words(title)
    return lines.prefix(mostLines).first { PlainWords.isMost(PlainWords.words($0), of: words) }
  }

  /// What stands behind or before the headline in the title of the page: the name of the site, where it is short.
  static func site(in title: String, headline: String) -> String? {
    guard let place = find(headline, in: Array(title.utf8)[...]), title.utf8.count > headline.utf8.count else {
      return nil
    }
    let bytes = Array(title.utf8)
    let end = place + headline.utf8.count
    let rest = place == 0 ? bytes[end...] : bytes[..<place]
    let around: Set<Unicode.Scalar> = [" ", "|", "-", "–", "—", "_", ":", "·", "»", "/"]
    var text = String(decoding: rest, as: UTF8.self)
    guard let edge = place == 0 ? text.unicodeScalars.first : text.unicodeScalars.last, around.contains(edge) else {
      return nil
    }
    for sign in signs + ["_"] { text = text.components(by: sign).last { !$0.squeezed.isEmpty } ?? text }
    let name = text.trimming(around).squeezed
    let words = name.split(separator: " ").count
    return (1...longestSite).contains(words) && name.contains { $0.isLetter } ? name : nil
  }
}

extension String {
  /// Cut at each place of a separator.
  func components(by separator: String) -> [String] {
    var parts: [String] = []
    var rest = Array(utf8)[...]
    while let place = find(separator, in: rest) {
      parts.append(String(decoding: rest[..<place], as: UTF8.self))
      rest = rest[(place + separator.utf8.count)...]
    }
    return parts + [String(decoding: rest, as: UTF8.self)]
  }
}

extension [String] {
  fileprivate func ends(with words: [String]) -> Bool { suffix(words.count).elementsEqual(words) }
}
