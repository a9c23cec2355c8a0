import FileAccess
import IndexDefinition
import XapianStore

/// The open state of one index or several: the generations that are held, and the three units in them.
final class OpenIndex {
  let generations: [HeldGeneration]
  let units: IndexUnits

  init(_ directories: [String], regions: RegionDirectory, identities: Identities) throws {
    generations = try directories.map { try IndexLayout($0).holdCurrent() }
    let held = Array(zip(generations, directories))
    func open(_ unit: IndexUnit) throws -> OpenUnit {
      try OpenUnit(unit, paths: held.map { (path: $0.0.path(unit), directory: $0.1) })
    }
    units = IndexUnits(
      articles: try open(.article), segments: try open(.segment), statements: try open(.statement), regions: regions,
      identities: identities)
  }

  /// Whether a newer generation has taken the place of one that is held.
  func isReplaced(in directories: [String]) -> Bool {
    zip(generations, directories).contains { held, directory in
      IndexLayout(directory).currentGeneration.map { $0 != held.number } ?? false
    }
  }

  /// Takes the newest commits; articles last, so that every statement and segment that is seen leads to its text.
  func reopen() throws -> Bool {
    var changed = false
    for unit in [units.segments, units.statements, units.articles] where try unit.reopen() { changed = true }
    return changed
  }
}
