import ArticleModel
import QueryLanguage

@testable import NewsIndex

/// What a query means, said without an index: a tree evaluated over the text of one segment or statement.
struct DirectDocument {
  var id: String
  var unit: IndexUnit
  /// Lower-case words at their positions.
  var words: [Int: String] = [:]
  var around: Set<String> = []
  var statement: Statement?
  var kind: String
  /// At every level.
  var regions: Set<String> = []
  var names: [String] = []
  var organisations: [String] = []
  var mentioned: [DateValue] = []
  var title: String?
  var published: DateValue?
  var publisher: String?
  var date: DateValue? { statement?.effectiveDate(published: published) ?? published }

  static func all(_ articles: [AnnotatedArticle], _ unit: IndexUnit) -> [DirectDocument] {
    articles.flatMap { unit == .statement ? statements($0) : segments($0) }
  }

  static func segments(_ annotated: AnnotatedArticle) -> [DirectDocument] {
    let article = annotated.article
    return article.segments.map { segment in
      var document = DirectDocument(id: "\(article.id)#\(segment.number)", unit: .segment, kind: segment.kind.rawValue)
      for (index, word) in split(article.text(of: segment)).enumerated() { document.words[index + 1] = word }
      let inside = annotated.regions.filter { segment.span?.contains($0.span) ?? false }
      document.regions = levels(inside.map(\.region.id))
      document.organisations = annotated.organisations.filter { segment.span?.contains($0.span) ?? false }.map(\.name)
      document.names =
        document.organisations + annotated.people.filter { segment.span?.contains($0.span) ?? false }.map(\.name)
      document.mentioned = annotated.dates.filter { segment.span?.contains($0.span) ?? false }.compactMap(\.value)
      document.title = article.title
      (document.published, document.publisher) = (article.published.value, article.publisher)
      return document
    }
  }

  static func statements(_ annotated: AnnotatedArticle) -> [DirectDocument] {
    let article = annotated.article
    return annotated.statements.map { statement in
      var document = DirectDocument(
        id: "\(article.id)#q\(statement.number)", unit: .statement, kind: statement.kind.rawValue)
      document.statement = statement
      var position = 0
      for span in statement.spans {
        for word in split(article.text.text(in: span)) {
          position += 1
          document.words[position] = word
        }
        position += 100
      }
      document.around = wordsAround(statement, article)
      document.regions = levels(statement.regions)
      document.organisations = statement.organisations
      document.names = statement.people + statement.organisations
      let inside = annotated.dates.filter { date in statement.spans.contains { $0.contains(date.span) } }
      document.mentioned = inside.compactMap(\.value)
      document.title = article.title
      (document.published, document.publisher) = (article.published.value, article.publisher)
      return document
    }
  }

  /// The words of its paragraphs that are not its own.
  private static func wordsAround(_ statement: Statement, _ article: Article) -> Set<String> {
    var around: Set<String> = []
    for segment in article.segments {
      guard let span = segment.span, statement.spans.contains(where: span.overlaps) else { continue }
      var offset = span.start
      for own in statement.spans where span.overlaps(own) {
        around.formUnion(split(article.text.text(in: TextSpan(offset, own.start))))
        offset = own.end
      }
      around.formUnion(split(article.text.text(in: TextSpan(offset, span.end))))
    }
    return around
  }

  static func levels(_ ids: [String]) -> Set<String> {
    Set(ids.flatMap { [$0, String($0.prefix(2))] })
  }

  static func split(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

extension DirectDocument {
  func matches(_ tree: QueryTree) -> Bool {
    switch tree {
    case .everything: return true
    case .and(let trees): return trees.allSatisfy(matches)
    case .or(let trees): return trees.contains(where: matches)
    case .not(let tree): return !matches(tree)
    case .word(let text, let form):
      return !places(tree).isEmpty || around.contains { Self.stands($0, text.text, form) }
    case .phrase(let text):
      let words = text.text.split(separator: " ").map(String.init)
      if words.count == 1, around.contains(where: { Self.fits($0, words[0]) }) { return true }
      return !places(tree).isEmpty
    case .proximity: return !places(tree).isEmpty
    case .field(let name, let operand): return field(name.name, operand)
    case .presence(let name, let isPresent): return hasValue(name.name) == isPresent
    case .date(let name, let condition):
      switch name.name {
      case "date": return Self.lies(date, condition)
      case "published": return Self.lies(published, condition)
      case "mentions": return mentioned.contains { Self.lies($0, condition) }
      default: return Self.lies(statement?.date?.value, condition)
      }
    case .number(_, let comparison, let value):
      let own = statement?.confidence ?? 0
      return comparison == .above ? own > value : own >= value
    }
  }

  /// Where the words of a tree stand.
  private func places(_ tree: QueryTree) -> Set<ClosedRange<Int>> {
    switch tree {
    case .word(let text, let form):
      return Set(words.filter { Self.stands($0.value, text.text, form) }.map { $0.key...$0.key })
    case .phrase(let text):
      let parts = text.text.split(separator: " ").map(String.init)
      let starts = words.keys.filter { start in
        parts.indices.allSatisfy { offset in words[start + offset].map { Self.fits($0, parts[offset]) } ?? false }
      }
      return Set(starts.map { $0...($0 + parts.count - 1) })
    case .or(let trees): return Set(trees.flatMap(places))
    case .proximity(let proximity, let left, let right):
      var found: Set<ClosedRange<Int>> = []
      for first in places(left) {
        for second in places(right) {
          let behind = second.lowerBound - first.upperBound
          let before = proximity.isOrdered ? 0 : first.lowerBound - second.upperBound
          guard (1...proximity.distance).contains(behind) || (1...proximity.distance).contains(before) else { continue }
          found.insert(min(first.lowerBound, second.lowerBound)...max(first.upperBound, second.upperBound))
        }
      }
      return found
    default: return []
    }
  }

  private static func fits(_ word: String, _ part: String) -> Bool {
    part.hasSuffix("*") ? word.hasPrefix(part.dropLast()) : word == part
  }

  private static func stands(_ word: String, _ asked: String, _ form: WordForm) -> Bool {
    switch form {
    case .stem: return stem(word) == stem(asked)
    case .exact: return word == asked
    case .prefix: return word.hasPrefix(asked)
    case .fuzzy(let distance): return Suggestion.distance(word, asked) <= distance
    }
  }

  /// Enough for the words of the corpus.
  private static func stem(_ word: String) -> Substring { word.hasSuffix("s") ? word.dropLast() : word[...] }

  private func field(_ name: String, _ tree: QueryTree) -> Bool {
    switch tree {
    case .and(let trees): return trees.allSatisfy { field(name, $0) }
    case .or(let trees): return trees.contains { field(name, $0) }
    case .not(let tree): return !field(name, tree)
    case .word(let text, _), .phrase(let text):
      switch name {
      case "said": return !places(tree).isEmpty
      case "kind": return kind == text.text
      case "speaker": return Self.holds(statement?.speaker?.name, text.text)
      case "about": return names.contains { Self.holds($0, text.text) }
      case "org": return organisations.contains { Self.holds($0, text.text) }
      case "title": return Self.split(title ?? "").contains { Self.stands($0, text.text, .stem) }
      case "publisher": return Self.holds(publisher, text.text)
      case "region":
        let ids = ["ukraine": "UA", "kherson": "UA-65", "SE": "SE"]
        return regions.contains(ids[text.text] ?? "?")
      default: return false
      }
    case .proximity: return name == "said" && !places(tree).isEmpty
    default: return false
    }
  }

  private static func holds(_ name: String?, _ words: String) -> Bool {
    guard let name else { return false }
    return " \(name.lowercased()) ".contains(" \(words) ")
  }

  private func hasValue(_ name: String) -> Bool {
    switch name {
    case "speaker": return statement?.speaker != nil
    case "region": return !regions.isEmpty
    case "date": return date != nil
    default: return false
    }
  }

  private static func lies(_ date: DateValue?, _ condition: DateCondition) -> Bool {
    guard let day = date?.firstDay else { return false }
    return condition.first.map { day >= $0 } ?? true && condition.last.map { day <= $0 } ?? true
  }
}
