import FileAccess

/// Makes one blob of a folder of tables: `*.tsv` and `*.txt` are tables, `*.bin` are taken as they are, everything else
/// (the README, the built index) is left alone.
///
/// The same folder gives the same bytes.
public enum DefinitionCompiler {
  /// - Throws: All the problems of all the files at once.
  public static func compile(directory: String) throws(DefinitionError) -> [UInt8] {
    var sections: [Section] = []
    var problems: [DefinitionProblem] = []
    for name in try names(in: directory) {
      guard let kind = kind(of: name) else { continue }
      let file = Files.join(Files.name(of: directory), name)
      let stem = String(name.dropLast(4))
      if sections.contains(where: { $0.name == stem }) {
        problems.append(DefinitionProblem(file: file, line: nil, what: "another file is called \(stem) too"))
        continue
      }
      let bytes = try read(Files.join(directory, name), file: file)
      if kind == DefinitionLayout.Kind.raw {
        sections.append(Section(name: stem, content: .raw(bytes)))
      } else {
        let table = TableSource(name: stem, file: file, bytes: bytes)
        problems += table.problems
        sections.append(Section(name: stem, content: .table(table)))
      }
    }
    if !problems.isEmpty { throw DefinitionError(problems: problems) }
    return blob(of: sections)
  }

  /// A blob of other bytes by their names.
  static func blob(ofRaw sections: [(name: String, bytes: [UInt8])], alignment: Int) -> [UInt8] {
    blob(of: sections.map { Section(name: $0.name, content: .raw($0.bytes)) }, alignment: alignment)
  }

  /// Sorts the items of every table whose order is not that of its keys.
  ///
  /// - Returns: The paths of the files that were written.
  public static func sortTables(in directory: String) throws(DefinitionError) -> [String] {
    var written: [String] = []
    for name in try names(in: directory) where kind(of: name) == DefinitionLayout.Kind.table {
      let path = Files.join(directory, name)
      guard let sorted = TableSource.sorted(try read(path, file: path)) else { continue }
      do {
        try Files.writeAtomically(sorted, to: path)
      } catch {
        throw DefinitionError(path, error.description)
      }
      written.append(path)
    }
    return written
  }

  private struct Section {
    enum Content {
      case table(TableSource)
      case raw([UInt8])
    }

    var name: String
    var content: Content
  }

  private static func kind(of name: String) -> UInt32? {
    if name.hasPrefix(".") || name.utf8.count <= 4 { return nil }
    if name.hasSuffix(".tsv") || name.hasSuffix(".txt") { return DefinitionLayout.Kind.table }
    return name.hasSuffix(".bin") ? DefinitionLayout.Kind.raw : nil
  }

  private static func names(in directory: String) throws(DefinitionError) -> [String] {
    do {
      return try Files.list(directory)
    } catch {
      throw DefinitionError(directory, error.description)
    }
  }

  private static func read(_ path: String, file: String) throws(DefinitionError) -> [UInt8] {
    do {
      return try Files.read(path, limit: 1 << 28)
    } catch {
      throw DefinitionError(file, error.description)
    }
  }

  private static func blob(of sections: [Section], alignment: Int = 16) -> [UInt8] {
    let sections = sections.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    var writer = BlobWriter()
    writer.bytes = DefinitionLayout.magic
    writer.append(UInt64(0))
    writer.append(0)
    writer.append(sections.count)
    let directory = writer.bytes.count
    writer.bytes += [UInt8](repeating: 0, count: sections.count * DefinitionLayout.directoryEntryLength)
    for (index, section) in sections.enumerated() {
      let entry = directory + index * DefinitionLayout.directoryEntryLength
      writer.put(writer.bytes.count, at: entry)
      writer.bytes += Array(section.name.utf8)
      writer.put(writer.bytes.count, at: entry + 4)
    }
    for (index, section) in sections.enumerated() {
      writer.align(to: alignment)
      append(section, entry: directory + index * DefinitionLayout.directoryEntryLength, to: &writer)
    }
    writer.align(to: 16)
    writer.put(writer.bytes.count, at: 16)
    let checksum = writer.bytes.withUnsafeBytes { bytes in
      DefinitionLayout.checksum(UnsafeRawBufferPointer(rebasing: bytes[16...]))
    }
    withUnsafeBytes(of: checksum.littleEndian) { writer.bytes.replaceSubrange(8..<16, with: $0) }
    return writer.bytes
  }

  private static func append(_ section: Section, entry: Int, to writer: inout BlobWriter) {
    let start = writer.bytes.count
    switch section.content {
    case .raw(let bytes):
      writer.put(Int(DefinitionLayout.Kind.raw), at: entry + 8)
      writer.bytes += bytes
    case .table(let table):
      writer.put(Int(DefinitionLayout.Kind.table), at: entry + 8)
      TableEncoder.encode(table, into: &writer)
    }
    writer.put(start, at: entry + 12)
    writer.put(writer.bytes.count - start, at: entry + 16)
  }
}
