/// Forms of the verbs that most rules ask for.
enum VerbForms {
  /// Of the plainest verb of saying.
  static let said = WordSet("said says")
  static let told = WordSet("told tells")
  static var saying: UInt32 { ByteHash.of("saying") }
  /// What stands before a participle to which somebody is no actor: `was told`.
  static let passives = WordSet("is are was were be been being")
  /// What stands before a participle whose actor is the subject: `has confirmed`.
  static var perfect: FewWords { FewWords("has", "have", "had") }
}
