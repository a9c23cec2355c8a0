import FileAccess
import XapianStore

/// The sections that are derived from one database: read from the file beside it, or derived and written there.
///
/// A file of another state, a damaged one and a foreign one are the same as none. Where the folder can't be written,
/// what was derived lives in memory alone.
final class ColumnSource {
  private let path: String?
  private let origin: ColumnOrigin
  private let derive: () throws -> ColumnImage.Builder
  private var image: ColumnImage?

  /// - Parameters:
  ///   - path: `nil` for a database without a folder here.
  ///   - content: What the sections are, as part of the origin.
  init(_ database: StoreDatabase, _ content: String, path: String?, derive: @escaping () throws -> ColumnImage.Builder)
    throws
  {
    self.path = path
    self.derive = derive
    origin = ColumnOrigin(content, uuid: try database.uuid, revision: try database.revision())
  }

  /// Of sections that stand in memory alone.
  init(_ builder: ColumnImage.Builder) {
    path = nil
    derive = { builder }
    origin = ColumnOrigin("memory", uuid: "", revision: 0)
  }

  /// The elements of a section; none where the database has nothing to derive it from.
  func numbers(_ key: UInt32) throws -> NumberColumn {
    if image == nil, let path { image = ColumnImage(mapping: path, origin: origin) }
    if let numbers = image?.numbers(key) { return numbers }
    let derived = try derived()
    image = derived
    guard let numbers = derived.numbers(key) else {
      throw NewsIndexError(.corrupt, "\(path ?? origin.text): derived columns do not hold")
    }
    return numbers
  }

  /// Makes sure that the file is there.
  func write() throws {
    if let path, ColumnImage(mapping: path, origin: origin) != nil { return }
    image = try derived()
  }

  private func derived() throws -> ColumnImage {
    let bytes = try derive().finish(origin)
    // Without rights or room the answer is the same, only slower the next time.
    if let path { try? Files.writeAtomically(bytes, to: path) }
    guard let image = ColumnImage(bytes, origin: origin) else {
      throw NewsIndexError(.corrupt, "\(path ?? origin.text): derived columns do not hold")
    }
    return image
  }
}
