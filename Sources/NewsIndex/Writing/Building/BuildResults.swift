import Synchronization

/// What the builders of a bulk build leave behind.
final class BuildResults: Sendable {
  private struct Shared {
    var paths: [IndexUnit: [String]] = [:]
    var forms = FormTable()
  }

  private let shared = Mutex(Shared())

  func add(_ paths: [String], of unit: IndexUnit) {
    shared.withLock { $0.paths[unit, default: []] += paths }
  }

  func add(_ forms: FormTable) {
    shared.withLock { $0.forms.merge(forms) }
  }

  func paths(of unit: IndexUnit) -> [String] { shared.withLock { $0.paths[unit] ?? [] } }
  var forms: FormTable { shared.withLock { $0.forms } }
}
