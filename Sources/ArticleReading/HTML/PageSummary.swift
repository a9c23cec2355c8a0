/// The points of an article in a list between its headline and its text, as many pages set them.
struct PageSummary {
  /// In blocks before the text.
  private static let depth = 16
  private static let counts = 2...10
  private static let lengths = 5...60

  /// The items in order, with the heading above them; nothing where there is no such list, or no headline above it.
  ///
  /// - Parameter main: The element of the text.
  static func items(_ blocks: [PageBlock], before main: Int, _ tree: MarkupTree) -> [PageBlock] {
    let before = blocks.prefix { $0.start < main }.suffix(depth)
    guard let headline = before.lastIndex(where: { $0.heading == 1 }) else { return [] }
    let rest = before[(headline + 1)...]
    let items = rest.filter { $0.isListItem }
    guard counts.contains(items.count), let first = items.first,
      items.allSatisfy({ lengths.contains($0.words) && $0.linkWords == 0 && $0.heading == 0 }),
      items.allSatisfy({ tree.tag($0.node) == .li && tree.parent($0.node) == tree.parent(first.node) })
    else { return [] }
    let heading = rest.prefix { !$0.isListItem }.last.flatMap { $0.heading > 1 && $0.linkWords == 0 ? $0 : nil }
    return [heading].compactMap { $0 } + items
  }
}
