extension WordPlaces {
  /// Packs the places of one document after another in the same memory.
  struct Builder {
    private var words: [(hash: UInt64, position: UInt32)] = []
    private var alternatives: [(hash: UInt64, position: UInt32)] = []
    private var taken: [UInt64] = []

    /// Positions ascend; those of alternatives, too.
    @inline(__always)
    mutating func add(_ hash: UInt64, at position: UInt32, isAlternative: Bool) {
      if isAlternative { alternatives.append((hash, position)) } else { words.append((hash, position)) }
    }

    /// The value of the document, empty where it has no word; and forgets all.
    ///
    /// - Parameter distinct: The hashes of its words, each once.
    mutating func finish(distinct: [UInt64]) -> [UInt8] {
      defer {
        words.removeAll(keepingCapacity: true)
        alternatives.removeAll(keepingCapacity: true)
      }
      if words.isEmpty, alternatives.isEmpty { return [] }
      let (width, salt) = choose(distinct)
      let runs = runs()
      let isPlain = runs.count == 1 && runs[0].gap == 0
      var writer = RecordWriter()
      let flags = (isPlain ? 0 : hasRuns) | (alternatives.isEmpty ? 0 : hasAlternatives)
      writer.append(byte: UInt8(width - 1) | flags | UInt8(salt << 4))
      if !isPlain {
        writer.append(UInt64(runs.count))
        for run in runs {
          writer.append(UInt64(run.gap))
          writer.append(UInt64(run.count))
        }
      }
      if !alternatives.isEmpty { appendAlternatives(to: &writer, width, salt) }
      for word in words { writer.append(code: WordPlaces.code(word.hash, salt: salt, width: width), width: width) }
      return writer.bytes
    }

    private func appendAlternatives(to writer: inout RecordWriter, _ width: Int, _ salt: Int) {
      writer.append(UInt64(alternatives.count))
      var last: UInt32 = 0
      for word in alternatives {
        writer.append(UInt64(word.position - last))
        writer.append(code: WordPlaces.code(word.hash, salt: salt, width: width), width: width)
        last = word.position
      }
    }

    /// Words behind one another, each run with the positions left free before it.
    private func runs() -> [(gap: Int, count: Int)] {
      var runs: [(gap: Int, count: Int)] = []
      var next: UInt32 = 1
      for word in words {
        if word.position == next, !runs.isEmpty {
          runs[runs.count - 1].count += 1
        } else {
          runs.append((Int(word.position - next), 1))
        }
        next = word.position + 1
      }
      return runs
    }

    // MARK: Width and salt

    /// The shortest code, and the first salt, under which no two words share one.
    private mutating func choose(_ distinct: [UInt64]) -> (width: Int, salt: Int) {
      // More words find no salt among so few: looking for one would only take time.
      let most = [48, 700, 10_000]
      for (index, limit) in most.enumerated() where distinct.count <= limit {
        for salt in 0..<salts where isFree(distinct, salt, width: index + 1) { return (index + 1, salt) }
      }
      // Four bytes: a document would need hundreds of thousands of different words for all salts to fail.
      return (4, (0..<salts).first { isFree(distinct, $0, width: 4) } ?? 0)
    }

    private mutating func isFree(_ distinct: [UInt64], _ salt: Int, width: Int) -> Bool {
      if width > 2 { return Set(distinct.map { code($0, salt: salt, width: width) }).count == distinct.count }
      let bits = 1 << (8 * width)
      taken.removeAll(keepingCapacity: true)
      taken.append(contentsOf: repeatElement(0, count: bits / 64))
      for hash in distinct {
        let code = Int(code(hash, salt: salt, width: width))
        let bit: UInt64 = 1 << UInt64(code & 63)
        if taken[code >> 6] & bit != 0 { return false }
        taken[code >> 6] |= bit
      }
      return true
    }
  }
}

extension RecordWriter {
  /// The low bytes of a code, most significant first.
  fileprivate mutating func append(code: UInt32, width: Int) {
    for index in stride(from: width - 1, through: 0, by: -1) {
      append(byte: UInt8(truncatingIfNeeded: code >> UInt32(8 * index)))
    }
  }
}
