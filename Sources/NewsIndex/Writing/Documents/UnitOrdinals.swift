/// The allocators of the three databases. Each database has numbers of its own, so that its dictionary and its
/// documents stand in one commit.
struct UnitOrdinals: Sendable {
  let segments = OrdinalAllocator()
  let statements = OrdinalAllocator()
  let articles = OrdinalAllocator()

  subscript(unit: IndexUnit) -> OrdinalAllocator {
    switch unit {
    case .segment: return segments
    case .statement: return statements
    case .article: return articles
    }
  }
}
