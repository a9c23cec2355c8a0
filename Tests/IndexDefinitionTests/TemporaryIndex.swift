import FileAccess
import IndexDefinition

/// A folder of tables that is gone when the test ends.
final class TemporaryIndex {
  let path: String

  init(_ files: [String: String]) throws {
    let parent = try Files.makeTemporaryDirectory(prefix: "definition")
    path = Files.join(parent, "Index")
    try Files.makeDirectory(path)
    for (name, text) in files { try Files.write(Array(text.utf8), to: Files.join(path, name)) }
  }

  deinit { try? Files.removeTree(Files.directory(of: path)) }

  func definition() throws -> Definition { try Definition(directory: path) }

  func problems() -> [String] {
    do {
      _ = try definition()
      return []
    } catch let error as DefinitionError {
      return error.problems.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  func text(of name: String) throws -> String {
    String(decoding: try Files.read(Files.join(path, name)), as: UTF8.self)
  }
}

func table(columns: String = "key value", keys: String = "folded", order: String? = nil, _ items: String...) -> String {
  let order = order.map { "# order: \($0)\n" } ?? ""
  return """
    # A table of a test
    #
    # source: none
    # licence: none
    # curation: none
    # columns: \(columns)
    # keys: \(keys)
    \(order)\(items.joined(separator: "\n"))

    """
}
