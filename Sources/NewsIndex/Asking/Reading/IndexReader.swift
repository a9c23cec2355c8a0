import ArticleModel
import IndexDefinition
import QueryLanguage
import XapianStore

/// Answers questions from one index or from several as if they were one.
///
/// Not `Sendable`: it owns open databases. One reader serves one task; open another for another.
public final class IndexReader {
  /// What the reader needs besides the folders.
  public struct Options: Sendable {
    /// The user's own table of identities, which goes before the built-in one.
    public var identities: [(canonical: String, name: String)] = []
    /// How matches weigh.
    public var ranking = Ranking()
    /// Answers from the shards that can be asked, as long as there is one; the others are in `IndexReader.missing`.
    public var isPartial = false
    /// Asked between the steps of a question: `true` ends it with `AskingError.interrupted`.
    public var isInterrupted: @Sendable () -> Bool = { false }

    public init() {}
  }

  /// The folders and addresses that are asked, as given.
  public let directories: [String]
  private let places: [ShardLocation]
  /// The shards that they are now: a parted index counts as its parts.
  var locations: [ShardLocation]
  /// The shards that are left out: those that could not be asked, where `Options.isPartial` allows it.
  public internal(set) var missing: [MissingShard]
  let definition: Definition
  let options: Options
  var index: OpenIndex
  let regions: RegionDirectory
  let identities: Identities

  /// - Parameter directories: Folders and addresses (see `ShardLocation`).
  public init(
    _ directories: [String], definition: Definition = .builtIn, options: Options = Options()
  ) throws(NewsIndexError) {
    self.definition = definition
    self.options = options
    regions = RegionDirectory(definition)
    identities = Identities(definition, own: options.identities)
    self.directories = directories
    var places: [ShardLocation] = []
    for directory in directories { places.append(try ShardLocation(directory)) }
    guard !places.isEmpty else { throw NewsIndexError(.usage, "no index to ask") }
    self.places = places
    let (locations, shards) = try Self.shards(places, options)
    self.locations = locations
    missing = shards.missing
    index = try Self.open(shards.open, regions, identities)
  }

  /// Opens what the places are now. A parted index may be replaced between looking and opening: then again.
  private static func shards(
    _ places: [ShardLocation], _ options: Options
  ) throws(NewsIndexError) -> ([ShardLocation], ShardSet) {
    while true {
      let locations = places.flatMap(\.parts)
      do throws(NewsIndexError) {
        return (locations, try ShardSet(locations, isPartial: options.isPartial))
      } catch {
        if places.flatMap(\.parts) == locations { throw error }
      }
    }
  }

  static func open(
    _ shards: [OpenShard], _ regions: RegionDirectory, _ identities: Identities
  ) throws(NewsIndexError) -> OpenIndex {
    do {
      return try OpenIndex(shards, regions: regions, identities: identities)
    } catch {
      throw newsIndexError(error, at: shards.map(\.location.description).joined(separator: ", "))
    }
  }

  /// What any error of a question is to those who asked.
  static func newsIndexError(_ error: any Error, at place: String) -> NewsIndexError {
    switch error {
    case let error as NewsIndexError: return error
    case let error as StoreError: return NewsIndexError(error, at: place)
    case let error as RecordError: return NewsIndexError(error, at: place)
    default: return NewsIndexError(.io, "\(place): \(error)")
    }
  }

  var units: IndexUnits { index.units }
  var texts: TextCache { units.texts }

  /// Opens the newest state; `true` where it is another one than before. Shards that are left out stay so.
  @discardableResult
  public func refresh() throws(NewsIndexError) -> Bool {
    if places.flatMap(\.parts) != locations {
      let (locations, shards) = try Self.shards(places, options)
      self.locations = locations
      missing = shards.missing
      index = try Self.open(shards.open, regions, identities)
      texts.removeAll()
      return true
    }
    var changed = index.isReplaced
    if !changed {
      do {
        changed = try index.reopen()
      } catch {
        changed = true
        try openAgain()
      }
    } else {
      try openAgain()
    }
    if changed { texts.removeAll() }
    return changed
  }

  /// Ends a question that nobody waits for any more.
  func checkInterruption() throws {
    if options.isInterrupted() { throw AskingError.interrupted }
  }

  /// Runs a question, and again on the newest state where a writer has overtaken it, or where shards had to be opened
  /// again or left out.
  func answering<Result>(_ body: () throws -> Result) throws(AskingError) -> Result {
    var attempts = 4
    var hasRecovered = false
    while true {
      attempts -= 1
      do {
        return try body()
      } catch let error as AskingError {
        throw error
      } catch let error as StoreError where error.code == .interrupted {
        throw .interrupted
      } catch let error as StoreError where error.code == .databaseModified && attempts > 0 {
        do { try refresh() } catch { throw .index(error) }
      } catch {
        guard attempts > 0 else { throw .index(Self.newsIndexError(error, at: askedPlaces)) }
        try recover(from: error, isFirst: !hasRecovered) { _ = try body() }
        hasRecovered = true
      }
    }
  }
}
