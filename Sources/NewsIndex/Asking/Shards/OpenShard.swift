import FileAccess
import XapianStore

/// One index of those that are asked together, open: its three databases, which were found to be what they should be.
final class OpenShard {
  let location: ShardLocation
  /// Of a folder: the generation that its writer leaves alone meanwhile.
  let held: HeldGeneration?
  private let databases: [IndexUnit: StoreDatabase]
  private let manifests: [IndexUnit: Manifest]

  init(_ location: ShardLocation) throws(NewsIndexError) {
    self.location = location
    if case .folder(let folder) = location {
      held = try IndexLayout(folder).holdCurrent()
    } else {
      held = nil
    }
    var databases: [IndexUnit: StoreDatabase] = [:]
    var manifests: [IndexUnit: Manifest] = [:]
    do throws(NewsIndexError) {
      for unit in [IndexUnit.article, .statement, .segment] {
        let database = try Self.open(unit, location, held)
        databases[unit] = database
        manifests[unit] = try Self.manifest(of: database, unit, location)
      }
    } catch {
      if location.isRemote { for database in databases.values { database.abandon() } }
      throw error
    }
    self.databases = databases
    self.manifests = manifests
  }

  func database(_ unit: IndexUnit) -> StoreDatabase? { databases[unit] }
  func manifest(_ unit: IndexUnit) -> Manifest? { manifests[unit] }

  /// Lets the connections go without waiting for what may never end.
  func abandon() {
    for database in databases.values { database.abandon() }
  }

  private static func open(
    _ unit: IndexUnit, _ location: ShardLocation, _ held: HeldGeneration?
  ) throws(NewsIndexError) -> StoreDatabase {
    do throws(StoreError) {
      if let held { return try StoreDatabase(path: held.path(unit)) }
      guard let remote = location.remoteDatabase(unit) else { throw StoreError(.invalidArgument, "no database") }
      return try StoreDatabase(shards: [remote])
    } catch {
      throw NewsIndexError(error, at: location, unit)
    }
  }

  private static func manifest(
    of database: StoreDatabase, _ unit: IndexUnit, _ location: ShardLocation
  ) throws(NewsIndexError) -> Manifest {
    let bytes: [UInt8]
    do throws(StoreError) { bytes = try database.metadata(Manifest.key) } catch {
      throw NewsIndexError(error, at: location, unit)
    }
    guard let manifest = Manifest(decoding: bytes) else {
      throw NewsIndexError(
        .corrupt, "\(location): the \(unit.databaseName) have no manifest", hint: location.rebuildHint)
    }
    guard manifest.schema == IndexSchema.version else {
      throw NewsIndexError(
        .schema,
        "\(location): an index of schema \(manifest.schema), made by \(manifest.tool); this program reads schema "
          + "\(IndexSchema.version)", hint: location.rebuildHint)
    }
    guard manifest.unit == unit else {
      throw NewsIndexError(
        .corrupt, "\(location): the \(manifest.unit.databaseName) are served where the \(unit.databaseName) should be",
        hint: location.hint(unit))
    }
    return manifest
  }
}

extension ShardLocation {
  fileprivate var rebuildHint: String {
    switch self {
    case .folder(let path): return "build it again: onrecord index --rebuild --index \(path) PATH..."
    case .ssh, .tcp: return "build it again on its machine: onrecord index --rebuild --index DIR PATH..."
    }
  }
}

extension NewsIndexError {
  /// What went wrong with a database of a shard.
  init(_ error: StoreError, at location: ShardLocation, _ unit: IndexUnit) {
    self.init(error, at: location.description)
    if location.isRemote { hint = location.hint(unit) }
  }
}
