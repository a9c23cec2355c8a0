import QueryLanguage
import XapianStore

/// Questions that another unit answers, lifted over the article, or from a statement to the segments it stands in.
extension Lowering {
  // MARK: Documents of articles

  /// Finds the documents of this unit whose articles hold a document of another one that matches; adds no weight.
  func documents(of other: OpenUnit, matching query: StoreQuery) throws -> StoreQuery {
    if unit.isRemote { return try unit.query(ofShort: try other.shortHashes(matching: query)) }
    return .documents(try documents(holding: try other.matches(query), of: other))
  }

  func documents(holding found: [UInt32], of other: OpenUnit) throws -> [UInt32] {
    if found.isEmpty { return [] }
    let hashes = try other.hashes(.article)
    var articles: Set<UInt64> = []
    for document in found { articles.insert(hashes[document]) }
    // What has no value belongs to no article.
    articles.remove(0)
    var documents: [UInt32] = []
    let own = try unit.hashes(.article)
    for document in 0..<UInt32(own.limit) where articles.contains(own[document]) { documents.append(document) }
    return documents
  }

  // MARK: Fields of statements

  /// Ways of a query beyond which it is refused.
  private static let mostWays = 64

  /// A query with fields of statements, asked of articles or segments.
  ///
  /// It is taken apart into ways (conditions that hold together), because what holds of a statement must hold of
  /// **one**: each way asks its fields of one statement, and its words and phrases of the unit. A way whose fields of
  /// statements are all negated asks for articles without such a statement.
  func lifted(_ tree: QueryTree) throws -> LoweredPart {
    guard let ways = tree.ways(atMost: Self.mostWays) else {
      throw AskingError.query([
        QueryDiagnostic(
          code: "too-many-ways", column: 1, length: 1,
          message: "too many combinations of words and fields of statements for this unit",
          hint: "ask for --unit statement, or take groups apart")
      ])
    }
    remarks.append("fields of statements are asked of one statement of the \(unit.unit.rawValue)")
    return .any(try ways.map { try lifted(way: $0) })
  }

  private func lifted(way: [QueryTree]) throws -> LoweredPart {
    let bound = way.filter { $0.unnegated.isOfStatements }
    let isJoint = bound.contains { !$0.isNegation }
    var parts: [LoweredPart] = []
    if isJoint {
      let fields = way.filter(\.joinsStatement)
      parts.append(.filter(try statements(matching: .and(fields), isShown: true)))
    } else {
      for tree in bound {
        let lifted = try statements(matching: tree.unnegated, isShown: false)
        parts.append(LoweredPart(query: lifted, weighs: false, isNegated: true))
      }
    }
    for tree in way where !tree.unnegated.isOfStatements {
      if isJoint, tree.joinsStatement { continue }
      parts.append(try part(tree))
    }
    return .all(parts)
  }

  /// - Parameter isShown: Its words are marked in the hits.
  private func statements(matching tree: QueryTree, isShown: Bool) throws -> StoreQuery {
    let lowering = Lowering(units, units.statements, settings)
    let query = try lowering.part(tree).whole
    unknownNames += lowering.unknownNames
    ambiguousNames += lowering.ambiguousNames
    expansions += lowering.expansions
    if isShown { highlights.add(lowering.highlights) }
    guard unit.unit == .segment else { return try documents(of: units.statements, matching: query) }
    if unit.isRemote {
      return try unit.query(of: try units.statements.segments(ofMatches: query))
    }
    return .documents(try segments(holding: try units.statements.matches(query)))
  }

  /// The segments that statements stand in: those of the same article with one of their numbers.
  private func segments(holding statements: [UInt32]) throws -> [UInt32] {
    var wanted: [UInt64: Set<Int>] = [:]
    let hashes = try units.statements.hashes(.article)
    var failure: RecordError?
    try units.statements.values(.segments, of: statements) { document, bytes in
      do throws(RecordError) {
        let numbers = try SegmentNumbers.decode(Array(bytes))
        wanted[hashes[document], default: []].formUnion(numbers.map { min($0, OrderKey.lastPlace) })
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    let (articles, places) = (try unit.hashes(.article), try unit.places())
    return (0..<UInt32(articles.limit)).filter { document in
      wanted[articles[document]]?.contains(Int(places[document])) ?? false
    }
  }
}

extension QueryTree {
  /// A field that a statement has as well as an article: beside a field of statements it is bound to the same one.
  fileprivate var joinsStatement: Bool {
    unnegated.fieldName != nil && unnegated.fieldName != "title" && !unnegated.isOfSegments
  }

  private var hasFields: Bool { contains { $0.fieldName != nil } }

  var isNegation: Bool {
    if case .not = self { return true }
    return false
  }

  /// What a negation negates; else itself.
  var unnegated: QueryTree {
    if case .not(let tree) = self { return tree }
    return self
  }

  /// The query as an `or` of `and`s of leaves and negated leaves; `nil` where there are more than `limit`.
  ///
  /// A part without any field stays whole, as a leaf: nothing in it is bound to a statement.
  func ways(atMost limit: Int) -> [[QueryTree]]? { ways(isNegated: false, limit) }

  private func ways(isNegated: Bool, _ limit: Int) -> [[QueryTree]]? {
    switch self {
    case .not(let tree): return tree.ways(isNegated: !isNegated, limit)
    case .field(let name, let operand):
      // A group inside a field is taken apart, so that a negation in it is one of the field.
      guard isOfStatements, let leaves = operand.distributed(name) else { return [[isNegated ? .not(self) : self]] }
      return leaves.ways(isNegated: isNegated, limit)
    case .and(let trees) where hasFields, .or(let trees) where hasFields:
      var isAnd = false
      if case .and = self { isAnd = true }
      return Self.combine(trees, isAnd: isAnd != isNegated, isNegated: isNegated, limit)
    default: return [[isNegated ? .not(self) : self]]
    }
  }

  private static func combine(_ trees: [QueryTree], isAnd: Bool, isNegated: Bool, _ limit: Int) -> [[QueryTree]]? {
    var result: [[QueryTree]] = isAnd ? [[]] : []
    for tree in trees {
      guard let ways = tree.ways(isNegated: isNegated, limit) else { return nil }
      result = isAnd ? result.flatMap { left in ways.map { left + $0 } } : result + ways
      if result.count > limit { return nil }
    }
    return result
  }

  /// A group of a field as a group of fields; `nil` for a single operand.
  private func distributed(_ name: FieldName) -> QueryTree? {
    switch self {
    case .and(let trees): return .and(trees.map { .field(name, $0) })
    case .or(let trees): return .or(trees.map { .field(name, $0) })
    case .not(let tree): return .not(.field(name, tree))
    default: return nil
    }
  }
}
