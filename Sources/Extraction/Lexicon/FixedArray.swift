import IndexDefinition

/// An array that is filled once and then only read: where it lies in the executable, or in memory of its own.
///
/// For the tables that every word is looked up in. There is nothing to be counted or copied in a look-up but the index
/// is not checked either: whoever reads masks it, or has put it there.
struct FixedArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  /// Never changes after its `init`, hence safe between threads.
  private final class Memory: @unchecked Sendable {
    let bytes: UnsafeMutableRawBufferPointer

    init(_ source: UnsafeRawBufferPointer) {
      bytes = .allocate(byteCount: source.count, alignment: 64)
      bytes.copyMemory(from: source)
    }

    deinit { bytes.deallocate() }
  }

  /// `nil` for what lies in the executable.
  private let memory: Memory?
  private let start: UnsafePointer<Element>
  let count: Int

  init(_ elements: [Element]) {
    precondition(!elements.isEmpty, "a table has a first element")
    let memory = elements.withUnsafeBytes { Memory($0) }
    self.memory = memory
    start = UnsafePointer(memory.bytes.bindMemory(to: Element.self).baseAddress!)
    count = elements.count
  }

  /// Takes what was prepared by `image`; `nil` where that is missing.
  init?(_ name: String, preparedIn definition: Definition) {
    guard let bytes = definition.prepared(name), bytes.count >= MemoryLayout<Element>.stride,
      let base = bytes.baseAddress
    else { return nil }
    memory = nil
    count = bytes.count / MemoryLayout<Element>.stride
    start = base.bindMemory(to: Element.self, capacity: count)
  }

  /// - Parameter index: Below `count`.
  @inline(__always)
  subscript(index: Int) -> Element { start[index] }

  /// Its bytes, for `init(_:preparedIn:)` of later starts. The elements have no gaps, whose bytes would be chance.
  func image(_ name: String) -> PreparedTables.Image {
    PreparedTables.Image(
      name: name, bytes: Array(UnsafeRawBufferPointer(start: start, count: count * MemoryLayout<Element>.stride)))
  }
}
