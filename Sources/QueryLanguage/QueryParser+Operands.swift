/// Operands: groups, phrases, words.
extension QueryParser {
  /// `nil` after an error; the cursor has moved all the same.
  mutating func operand(of field: KnownField?) -> QueryTree? {
    let start = scanner.offset
    guard let first = scanner.current else { return nil }
    if first == "(" { return group(of: field) }
    countOperand(at: start)
    guard !scanner.isAtEnd else { return nil }
    if let field, !field.syntax.isOfWords { return value(of: field) }
    if first.isQuote { return phrase(of: field) }
    if let field, let tree = presence(of: field) { return tree }
    if let colon = scanner.endOfFieldName() {
      guard field == nil else {
        reportNestedField(colon)
        return nil
      }
      return fieldOperand(colon)
    }
    return word(of: field)
  }

  mutating func group(of field: KnownField?) -> QueryTree? {
    let start = scanner.offset
    scanner.offset += 1
    let errors = diagnostics.count
    let tree = nested(at: start) { $0.alternatives(of: field) }
    guard scanner.current == ")" else {
      report("unbalanced-bracket", start, start + 1, "this ( is never closed", hint: "add a )")
      return tree
    }
    scanner.offset += 1
    if tree == nil, errors == diagnostics.count {
      report("empty-group", start, scanner.offset, "nothing stands between the brackets")
    }
    return tree
  }

  mutating func phrase(of field: KnownField?) -> QueryTree? {
    let start = scanner.offset
    guard let text = quotation() else { return nil }
    if let next = scanner.current, next == "*" || next == "~" {
      let end = scanner.endOfRun()
      report(
        "sign-behind-phrase", scanner.offset, end, "a phrase takes no \(next)",
        hint: next == "*"
          ? "inside the quotes a word may end in *: \"set goal*\"" : "for words near one another: a near/5 b")
      scanner.offset = end
      return nil
    }
    guard text.unicodeScalars.contains(where: \.isWord) else {
      report("no-word", start, scanner.offset, "no word stands between the quotation marks")
      return nil
    }
    checkWildcards(inPhrase: start + 1, scanner.offset - 1)
    return .phrase(QueryText(text, column: start + 1, length: scanner.offset - start))
  }

  /// The text in the quotation marks at the cursor; reports marks that are never closed.
  mutating func quotation() -> String? {
    let start = scanner.offset
    let (text, isClosed) = scanner.quotation()
    if !isClosed {
      report(
        "unbalanced-quote", start, start + 1, "this quotation mark is never closed", hint: "add one, or take it away")
      return nil
    }
    return text
  }

  private mutating func checkWildcards(inPhrase start: Int, _ end: Int) {
    for offset in start..<max(start, end) where scanner.scalars[offset] == "*" {
      let before = scanner.scalar(at: offset - 1)
      let after = offset + 1 < end ? scanner.scalar(at: offset + 1) : nil
      if before?.isWord == true, after?.isWord != true, after != "*" { continue }
      report(
        "bad-wildcard", offset, offset + 1, "a * can only end a word",
        hint: "\"set goal*\" finds every word that begins with goal")
      return
    }
  }

  // MARK: Words

  mutating func word(of field: KnownField?) -> QueryTree? {
    let (start, end) = (scanner.offset, scanner.endOfRun())
    // A bracket or a quotation mark can't be here: the callers took them.
    scanner.offset = max(end, start + 1)
    if let problem = oddSign(start, end) {
      report(problem.code, problem.at, problem.end, problem.message, hint: problem.hint)
      return nil
    }
    var (first, last, form) = (start, end, WordForm.stem)
    if scanner.scalars[first] == "=" {
      first += 1
      form = .exact
      if first == end, scanner.current?.isQuote == true {
        report(
          "exact-phrase", start, end, "quoted words match as written already", hint: "leave the = out")
        return phrase(of: field)
      }
    }
    guard takeSuffix(first, &last, &form) else { return nil }
    guard scanner.scalars[first..<last].contains(where: \.isWord) else {
      report("no-word", start, end, "\(scanner.text(start, end)) holds no word to search for")
      return nil
    }
    return .word(QueryText(scanner.text(first, last), column: start + 1, length: end - start), form)
  }

  /// Takes `*` or `~1` off the end of a run; `false` after an error.
  private mutating func takeSuffix(_ first: Int, _ last: inout Int, _ form: inout WordForm) -> Bool {
    let end = last
    if let star = scanner.scalars[first..<last].firstIndex(of: "*") {
      guard star == last - 1, star > first, scanner.scalars[star - 1].isWord else {
        report(
          "bad-wildcard", star, star + 1, "a * can only end a word",
          hint: star == first && star == last - 1 ? "an empty query finds everything" : "negotiat*")
        return false
      }
      last = star
      return setForm(.prefix, &form, first, end)
    }
    guard let tilde = scanner.scalars[first..<last].lastIndex(of: "~"),
      scanner.scalars[(tilde + 1)..<last].allSatisfy(\.isDigit), tilde > first
    else { return true }
    guard let distance = Int(scanner.text(tilde + 1, last)), (1...2).contains(distance) else {
      report(
        "bad-fuzzy", tilde, last, "the distance of a fuzzy word is 1 or 2", hint: "\(scanner.text(first, tilde))~1")
      return false
    }
    last = tilde
    return setForm(.fuzzy(distance), &form, first, end)
  }

  private mutating func setForm(_ new: WordForm, _ form: inout WordForm, _ first: Int, _ end: Int) -> Bool {
    if form == .exact {
      report("mixed-signs", first - 1, end, "a word is either exact (=) or stands for others (* or ~)")
      return false
    }
    form = new
    return true
  }
}

extension QueryField.Syntax {
  /// Read as words, phrases and groups; the rest is read by a grammar of its own.
  var isOfWords: Bool {
    switch self {
    case .name, .words, .region: return true
    case .date, .choice, .language, .identifier, .number: return false
    }
  }
}
