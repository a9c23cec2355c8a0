/// The notes that were given on a question and need not be given again on what follows from it.
final class KnownNotes {
  private var notes: Set<String> = []

  func isNew(_ note: String) -> Bool { notes.insert(note).inserted }

  func forget() { notes = [] }
}
