import NewsIndex

// Brings the articles of a dump into an index, batch by batch: what the tests kill at any moment.
//
//   index-crasher DIRECTORY DUMP BATCH-SIZE

guard CommandLine.arguments.count == 4, let batchSize = Int(CommandLine.arguments[3]) else {
  print("usage: index-crasher DIRECTORY DUMP BATCH-SIZE")
  throw NewsIndexError(.usage, "three arguments are needed")
}
var options = IndexingOptions()
options.jobs = 2
options.batchSize = batchSize
options.chunkSize = 20
let report = try Indexer.index(dump: CommandLine.arguments[2], into: CommandLine.arguments[1], options: options)
print(report.added, report.changed, report.unchanged)
