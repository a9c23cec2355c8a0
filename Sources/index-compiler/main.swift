import Extraction
import FileAccess
import Glibc
import IndexDefinition

// Compiles a folder of tables into the blob that the executable carries, and makes of it the tables that would else be
// filled at every start; `Scripts/compile-index` calls it.
//
//     index-compiler [--sort] INDEX-FOLDER OUTPUT OUTPUT-OF-TABLES

func complain(_ text: String) {
  try? Files.write(Array("\(text)\n".utf8), to: STDERR_FILENO, path: "stderr")
}

func write(_ blob: [UInt8], to path: String) throws {
  if let old = try? Files.read(path), old == blob { return }
  try Files.writeAtomically(blob, to: path)
  complain("\(path): \(blob.count) bytes")
}

func run(_ arguments: [String]) -> Int32 {
  let paths = arguments.filter { $0 != "--sort" }
  guard paths.count == 3 else {
    complain("usage: index-compiler [--sort] INDEX-FOLDER OUTPUT OUTPUT-OF-TABLES")
    return 2
  }
  do {
    if arguments.contains("--sort") {
      for path in try DefinitionCompiler.sortTables(in: paths[0]) { complain("sorted \(path)") }
    }
    let blob = try DefinitionCompiler.compile(directory: paths[0])
    try write(blob, to: paths[1])
    let definition = try Definition(compiled: blob, name: paths[0])
    try write(PreparedTables.compile(ExtractionTables.images(of: definition), of: definition), to: paths[2])
    return 0
  } catch {
    complain("\(error)")
    return 1
  }
}

exit(run(Array(CommandLine.arguments.dropFirst())))
