import QueryLanguage

extension QueryField {
  /// The fields of `FieldTable` as the parser wants them.
  public static let all: [QueryField] = FieldTable.fields.map { field in
    QueryField(
      name: field.name, aliases: field.aliases, syntax: Syntax(field.syntax), example: field.example,
      knowsNone: field.knowsNone)
  }
}

extension QueryField.Syntax {
  init(_ syntax: IndexField.Syntax) {
    switch syntax {
    case .name: self = .name
    case .words: self = .words
    case .region: self = .region
    case .date: self = .date
    case .choice(let words): self = .choice(words)
    case .language: self = .language
    case .identifier: self = .identifier
    case .number: self = .number
    }
  }
}
