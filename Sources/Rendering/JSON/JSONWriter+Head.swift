extension JSONWriter {
  /// What every line begins with: the version of the schema.
  mutating func head() {
    field("schemaVersion", ArticleJSON.schemaVersion)
    partial()
  }

  /// With `--partial`, the shards that did not answer; else nothing.
  mutating func partial() {
    guard !missingShards.isEmpty else { return }
    field("partial", missingShards)
  }

  /// A number, or `null`.
  mutating func number(_ name: StaticString, _ value: Int?) {
    key(name)
    if let value { self.value(value) } else { null() }
  }
}
