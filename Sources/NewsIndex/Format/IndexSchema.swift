/// The index in prose: what stands where, and why. Everything in `Format/` follows this page.
///
/// ## Databases
///
/// Three Xapian databases, one a unit (`segments`, `statements`, `articles`), in one generation folder; see
/// `IndexLayout`. Words are folded by `TextAnalysis`, so an ASCII capital never begins a word and every prefix below
/// is told from a word by its first byte.
///
///     articles    A<id>         the article
///                 D<date>       the day it was printed
///                 F<source>     the file it was read from, for `--prune`
///                 word          of text and title, without positions
///                 XT<word>      of the title
///     segments    U<n>          its number: with `K` it names one document
///                 D<date>       the day it was printed
///                 word
///                 XK<kind>      headline, paragraph, caption
///     statements  U<n>
///                 word          of the statement
///                 C<word>       of the rest of its paragraphs
///                 S<full name>  the speaker, SP<part> each word of the name; XNS where there is none
///                 XK<kind>      direct, mixed, indirect
///                 Y<date>       the day it was said, where the text says so
///                 P<date>       the day it was printed. The other units have `D` for it
///     everywhere  K<key>        the version its words are in: the hash of the article's id, that of its content
///                 N<full name>, NP<part>   people named in it: `about:` asks for these and the next
///                 O<full name>, OP<part>   organisations
///                 R<region>     at every level: RUA-65 and RUA; RNONE where there is none. Of names, and of
///                               words that speak of a place without its name (`Ukrainian`, `the Kremlin`)
///                 M<date>       dates in the text
///                 XP<publisher>, XPP<part>;  L<language>
///
/// A date term is `D20241105`, `D202411` or `D2024`; a day has all three, a coarser date the coarser ones only; a
/// quarter has `D2024q4` besides its year.
///
/// ## Values
///
/// See `ValueSlot`: packed facet ordinals, keys that order by date, the keys by which hits collapse, the confidence,
/// and where words stand. Xapian's own positions aren't used: they take three times the room of the text, these a
/// quarter (see `WordPlaces`). A statement that "he said" interrupts has a gap of 100 positions there.
///
/// ## Metadata
///
/// `manifest` (see `Manifest`) in each, and `dead`: versions whose documents count no more (see `DeadVersions`).
/// In `articles`, for all units, `ord:<field>:<n>`, chunks of the facet dictionaries (see `OrdinalChunk`), and
/// `s:en:<letters>`, the forms of the stems that begin so (see `StemForms`). Besides the articles, `a:<hash of the id>` (see `StoredVersions`), what they are packed with, `dictionary`
/// (see `RecordDictionary`), and `pending`, the versions that the newest batch brought in and superseded (see
/// `PendingBatch`).
///
/// ## Term lists and document data
///
/// There are none. Term lists take as much room as all postings together, and serve nothing but deleting. What a
/// document is of stands in the values that it is ordered by (see `OrderKey`), never as a document id, because
/// compaction renumbers documents.
public enum IndexSchema {
  /// Rises when an index of the old kind can't be read any more.
  public static let version = 6
  /// What wrote the index; for the curious, never compared.
  public static let tool = "OnRecord 0.1"
  /// Positions left free between two spans of a statement, so that no phrase matches across.
  public static let spanGap = 100
  /// The longest term that Xapian takes, in bytes.
  public static let longestTerm = 245
}

/// What a document of a database is.
public enum IndexUnit: String, Hashable, Sendable, CaseIterable {
  case segment, statement, article

  /// The name of its database below a generation.
  public var databaseName: String { rawValue + "s" }
}
