/// Columns of an article, of which there are some thirty.
///
/// The initialisers of the standard library ask for the type of the memory while the program runs, as do no others: that was
/// half of what a column took.
extension Array {
  /// The same element again and again.
  @inline(__always)
  init(column element: Element, count: Int) {
    self = []
    append(addingCapacity: count) { $0.append(repeating: element, count: count) }
  }

  /// What is written into memory that is not initialised.
  ///
  /// - Parameter write: Called with room for `count` elements; says how many of them it has initialised, from the first on.
  @inline(__always)
  init(column count: Int, _ write: (_ room: UnsafeMutableBufferPointer<Element>, _ written: inout Int) -> Void) {
    self = []
    append(addingCapacity: count) { $0.withUnsafeMutableBufferPointer { write($0, &$1) } }
  }
}
