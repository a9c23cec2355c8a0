import Synchronization

/// One memory of tokens for each thread that runs the engine at a time.
final class TokenMemoryPool: Sendable {
  /// Safe between threads because a memory is used by nobody but the one who has taken it out of the pool.
  private struct Lent: @unchecked Sendable { let memory: TokenMemory }

  private let words: WordClasses
  private let idle = Mutex<[Lent]>([])

  init(words: WordClasses) { self.words = words }

  func withMemory<Result>(_ body: (TokenMemory) -> Result) -> Result {
    let lent = idle.withLock { $0.popLast() } ?? Lent(memory: TokenMemory(words: words))
    defer { idle.withLock { $0.append(lent) } }
    return body(lent.memory)
  }
}
