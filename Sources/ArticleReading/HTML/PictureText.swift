/// Finds what stands beside a picture in a box of its own: its caption, whatever the class of the box.
struct PictureText {
  /// In letters.
  private static let longest = 240
  /// In nodes.
  private static let largest = 40
  /// More pictures say nothing, and would cost time.
  private static let mostPictures = 400
  /// Boxes that can be one of a picture and its caption.
  private static let boxes: Set<Tag> = [.div, .center, .figure, .section, .span, .table, .tbody]
  /// What no caption holds.
  private static let foreign: Set<Tag> = [
    .h1, .h2, .h3, .h4, .h5, .h6, .li, .table, .time, .button, .input, .form, .blockquote, .br,
  ]

  private let tree: MarkupTree

  init(_ tree: MarkupTree) { self.tree = tree }

  /// - Parameter total: The letters of the page.
  func captions(total: Int) -> [Int] {
    let pictures = (0..<tree.count).lazy.filter { tree.tag($0) == .img || isAmpPicture($0) }
    return pictures.prefix(Self.mostPictures).compactMap { picture in
      guard let box = box(around: picture) ?? centred(behind: picture), letters(box) * 4 < total else { return nil }
      return box
    }
  }

  /// `<p style="text-align:center"><img></p><p style="text-align:center">...</p>`, with no third line of the kind: that would be
  /// a text set so.
  private func centred(behind picture: Int) -> Int? {
    let paragraph = tree.parent(picture)
    guard isCentred(paragraph), letters(paragraph) == 0, let next = sibling(behind: paragraph), isCentred(next),
      (1...Self.longest).contains(letters(next))
    else { return nil }
    if let third = sibling(behind: next), isCentred(third), letters(third) > 0 { return nil }
    return next
  }

  /// The next element beside it, if no text comes before.
  private func sibling(behind node: Int) -> Int? {
    let end = tree.end(tree.parent(node))
    var next = tree.end(node)
    while next < end, tree.isText(next), letters(next) == 0 { next += 1 }
    return next < end && !tree.isText(next) ? next : nil
  }

  private func isCentred(_ node: Int) -> Bool {
    guard tree.tag(node) == .p || tree.tag(node) == .div, let style = tree.attribute(node, .style) else { return false }
    return style.lowercased().filter { $0 != " " }.contains("text-align:center")
  }

  private func isAmpPicture(_ node: Int) -> Bool {
    tree.tag(node) == nil && !tree.isText(node) && tree.name(node) == "amp-img"
  }

  /// The smallest element around a picture that holds text, where it is a box that holds little else.
  private func box(around picture: Int) -> Int? {
    var node = tree.parent(picture)
    while node != 0, tree.end(node) - node <= Self.largest, letters(node) == 0 { node = tree.parent(node) }
    guard let tag = tree.tag(node), Self.boxes.contains(tag), tree.end(node) - node <= Self.largest,
      letters(node) <= Self.longest
    else { return nil }
    let isOther = ((node + 1)..<tree.end(node)).contains { tree.tag($0).map { Self.foreign.contains($0) } ?? false }
    return isOther ? nil : node
  }

  /// Up to one more than a caption has.
  private func letters(_ node: Int) -> Int {
    var count = 0
    for inner in node..<tree.end(node) where tree.isText(inner) {
      count += tree.bytes(inner).count { !isSpace($0) }
      if count > Self.longest { break }
    }
    return count
  }
}
