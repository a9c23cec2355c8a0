/// Content with the cue that brings it and the source that the cue belongs to, as token ranges of one paragraph.
struct Relation: Hashable, Sendable {
  var source: Range<Int>?
  var cue: Range<Int>?
  /// In order, never empty.
  var contents: [Range<Int>]
  var origin = Origin.tagger

  enum Origin: Sendable {
    case tagger
    /// Found by `ClauseFinder`, with a cue that the tagger left without words.
    case clause
    /// Found by `NestedReports` inside the content of another.
    case nested
  }
}
