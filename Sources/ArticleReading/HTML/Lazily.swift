import Synchronization

/// A value that is made when somebody asks for it first, on whatever thread.
///
/// For tables that only some kinds of input need: a program that reads none of them starts sooner.
final class Lazily<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
