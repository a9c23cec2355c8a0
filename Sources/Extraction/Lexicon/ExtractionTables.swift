import IndexDefinition

/// The tables that every extractor needs, made ahead for the definition that the executable carries.
public enum ExtractionTables {
  /// Their bytes, always made anew from the word lists and the model, as `Scripts/compile-index` puts them beside the
  /// definition. To be made again when the definition changes, or the code that fills them.
  public static func images(of definition: Definition) -> [PreparedTables.Image] {
    NameLexicon.images(of: definition) + WordClasses.images(of: definition) + PlaceScanner.images(of: definition)
      + ModelFile.images(of: definition)
  }
}
