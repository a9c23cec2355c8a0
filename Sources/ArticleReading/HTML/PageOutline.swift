/// Which elements of a page can hold the article's text, and what the others are.
///
/// One pass over the tree. An element that would take most of the page's text along is never left out for the sake of a
/// word in its class: sites call whole pages `has-sidebar` or `comments-open`.
struct PageOutline {
  enum Verdict: UInt8 {
    case plain, body, caption
    /// With everything inside.
    case dropped
  }

  let tree: MarkupTree
  private(set) var verdicts: [Verdict]
  /// Letters of text before each node, without what is never shown and without links: those of a menu count for nothing.
  private var lettersBefore: [Int]
  /// Elements that their classes call a byline, a date or a standfirst.
  private var bylines: Set<Int> = []
  private var dates: Set<Int> = []
  private var standfirsts: Set<Int> = []
  /// Why an element is left out, by node.
  private(set) var reasons: [Int: String] = [:]

  init(_ tree: MarkupTree, hints: PageHints) {
    self.tree = tree
    verdicts = [Verdict](repeating: .plain, count: tree.count)
    lettersBefore = Self.letters(tree)
    let total = max(1, lettersBefore[tree.count])
    var node = 0
    while node < tree.count {
      if tree.isText(node) {
        node += 1
        continue
      }
      if let reason = reason(node, hints, total: total) {
        reasons[node] = reason
        for inner in node..<tree.end(node) {
          verdicts[inner] = .dropped
          if !tree.isText(inner) { note(roles(inner, hints), inner) }
        }
        node = tree.end(node)
      } else {
        node += 1
      }
    }
    for node in PictureText(tree).captions(total: total) where verdicts[node] == .plain { verdicts[node] = .caption }
  }

  func isByline(_ node: Int) -> Bool { bylines.contains(node) }
  func isDate(_ node: Int) -> Bool { dates.contains(node) }
  func isStandfirst(_ node: Int) -> Bool { standfirsts.contains(node) }

  /// Letters inside a node, but for those in links.
  func letters(_ node: Int) -> Int { lettersBefore[tree.end(node)] - lettersBefore[node] }

  private static func letters(_ tree: MarkupTree) -> [Int] {
    var before = [Int](repeating: 0, count: tree.count + 1)
    var hiddenUntil = 0
    for node in 0..<tree.count {
      before[node + 1] = before[node]
      if tree.isText(node) {
        if node >= hiddenUntil { before[node + 1] += tree.bytes(node).count { !isSpace($0) } }
      } else if let tag = tree.tag(node), neverShown.contains(tag) || tag == .a {
        hiddenUntil = max(hiddenUntil, tree.end(node))
      }
    }
    return before
  }

  private static let neverShown: Set<Tag> = [
    .head, .script, .style, .noscript, .template, .svg, .iframe, .object, .embed, .canvas, .audio, .video, .map,
  ]

  private static let controls: Set<Tag> = [
    .button, .select, .input, .textarea, .option, .dialog, .nav, .menu, .ampAd, .fieldset,
  ]

  /// Also notes elements that hold the body or a caption.
  private mutating func reason(_ node: Int, _ hints: PageHints, total: Int) -> String? {
    let tag = tree.tag(node)
    if let tag {
      if Self.neverShown.contains(tag) { return "hidden" }
      if Self.controls.contains(tag) { return letters(node) * 2 < total ? "navigation" : nil }
      if tag == .html || tag == .body || tag == .main { return nil }
      if tag == .figcaption { verdicts[node] = .caption }
    }
    if isHidden(node), letters(node) * 10 < total * 3 { return "hidden" }
    let roles = roles(node, hints)
    note(roles, node)
    if roles.contains(.body) || tree.attribute(node, .itemprop)?.contains("articleBody") == true {
      verdicts[node] = .body
      return nil
    }
    if roles.contains(.caption), letters(node) < 1500, !isInSentence(node) { verdicts[node] = .caption }
    if roles.contains(.keep) { return nil }
    // The whole of an article may be called a gallery or carry a notice.
    for case .drop(let reason) in roles where letters(node) * 100 < total * largestShare(of: reason, node) {
      return reason
    }
    if tag == .footer, isSourceOfQuote(node) { return nil }
    if tag == .footer || tag == .aside, letters(node) * 10 < total * 3 {
      return tag == .aside ? "sidebar" : "navigation"
    }
    if tag == .form, letters(node) * 10 < total * 2 { return "form" }
    return nil
  }

  /// `<blockquote>...<footer>Lena Roth, nurse</footer></blockquote>`
  private func isSourceOfQuote(_ footer: Int) -> Bool {
    var node = tree.parent(footer)
    for _ in 0..<3 where tree.tag(node) != .blockquote { node = tree.parent(node) }
    return tree.tag(node) == .blockquote && tree.text(footer).utf8.count <= 160
  }

  /// A span in a paragraph that a comma joins to what stands beside it: `<span class="legend">VIK</span>, June 4`.
  private func isInSentence(_ node: Int) -> Bool {
    let parent = tree.parent(node)
    guard tree.tag(node) == .span, tree.tag(parent) == .p else { return false }
    let (before, next) = (node - 1, tree.end(node))
    if next < tree.end(parent), tree.isText(next), tree.bytes(next).first == UInt8(ascii: ",") { return true }
    return before > parent && tree.isText(before) && tree.parent(before) == parent
      && tree.bytes(before).last { !isSpace($0) } == UInt8(ascii: ",")
  }

  /// How many of a hundred letters of the page an element may take along.
  private func largestShare(of reason: String, _ node: Int) -> Int {
    if Self.weak.contains(reason) { return 15 }
    guard Self.strong.contains(reason) else { return 30 }
    return (node..<tree.end(node)).contains { tree.tag($0) == .h1 } ? 30 : 80
  }

  private static let strong: Set<String> = ["navigation", "cookies", "comments", "newsletter", "share"]

  private mutating func note(_ roles: [PageRole], _ node: Int) {
    // `photo-author` names who took the picture.
    if roles.contains(.byline), !roles.contains(.caption) { bylines.insert(node) }
    if roles.contains(.date) { dates.insert(node) }
    if roles.contains(.standfirst) { standfirsts.insert(node) }
  }

  private static let weak: Set<String> = ["media", "notice", "tags", "author", "link"]

  private func roles(_ node: Int, _ hints: PageHints) -> [PageRole] {
    var roles: [PageRole] = []
    for name in [AttributeName.class, .id, .role] {
      guard let bytes = tree.attributeBytes(node, name) else { continue }
      for role in hints.roles(bytes) where !roles.contains(role) { roles.append(role) }
    }
    return roles
  }

  private func isHidden(_ node: Int) -> Bool {
    if tree.attributeBytes(node, .hidden) != nil || tree.attribute(node, .ariaHidden) == "true" { return true }
    guard let style = tree.attribute(node, .style)?.lowercased() else { return false }
    let compact = style.filter { $0 != " " }
    return compact.contains("display:none") || compact.contains("visibility:hidden")
  }
}
