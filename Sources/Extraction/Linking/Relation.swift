/// Content with the cue that brings it and the source that the cue belongs to, as token ranges of one paragraph.
struct Relation: Hashable, Sendable {
  var source: Range<Int>?
  var cue: Range<Int>?
  /// In order, never empty.
  var contents: [Range<Int>]
  /// Found by `ClauseFinder`, not by the tagger.
  var isClause = false
}
