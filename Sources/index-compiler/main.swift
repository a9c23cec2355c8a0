import FileAccess
import Glibc
import IndexDefinition

// Compiles a folder of tables into the blob that the executable carries; `Scripts/compile-index` calls it.
//
//     index-compiler [--sort] INDEX-FOLDER OUTPUT

func complain(_ text: String) {
  try? Files.write(Array("\(text)\n".utf8), to: STDERR_FILENO, path: "stderr")
}

func run(_ arguments: [String]) -> Int32 {
  let paths = arguments.filter { $0 != "--sort" }
  guard paths.count == 2 else {
    complain("usage: index-compiler [--sort] INDEX-FOLDER OUTPUT")
    return 2
  }
  do {
    if arguments.contains("--sort") {
      for path in try DefinitionCompiler.sortTables(in: paths[0]) { complain("sorted \(path)") }
    }
    let blob = try DefinitionCompiler.compile(directory: paths[0])
    if let old = try? Files.read(paths[1]), old == blob { return 0 }
    try Files.writeAtomically(blob, to: paths[1])
    complain("\(paths[1]): \(blob.count) bytes")
    return 0
  } catch {
    complain("\(error)")
    return 1
  }
}

exit(run(Array(CommandLine.arguments.dropFirst())))
