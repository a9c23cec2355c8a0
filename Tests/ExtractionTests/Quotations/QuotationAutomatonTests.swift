import Testing

@testable import Extraction

@Suite struct QuotationAutomatonTests {
  /// The outermost quotations as written, with `>` in front of one that goes on and `…` behind an unclosed one.
  func quotations(_ text: String, nested: Bool = false) -> [String] {
    let table = tokens(text)
    return QuotationAutomaton.quotations(in: table).filter { $0.isNested == nested }.map { quotation in
      (quotation.continues ? ">" : "") + table.text(quotation.tokens) + (quotation.isClosed ? "" : "…")
    }
  }

  @Test(arguments: [
    ("\"We go,\" she said. \"Now.\"", ["\"We go,\"", "\"Now.\""]),
    ("“We go,” she said, “now.”", ["“We go,”", "“now.”"]),
    ("``We go,'' she said.", ["``We go,''"]),
    ("''We go,'' she said. ''Now.''", ["''We go,''", "''Now.''"]),
    ("«Wir gehen», sagte sie. »Jetzt«, rief er.", ["«Wir gehen»", "»Jetzt«"]),
    ("„Wir gehen“, sagte sie.", ["„Wir gehen“"]),
    ("「行く」と言った。", ["「行く」"]),
    ("‘We go,’ she said of the workers’ rights.", ["‘We go,’"]),
    ("Mayor: 'We don't go'", ["'We don't go'"]),
    ("“We go,’’ she said. ’’Now.’’", ["“We go,’’", "’’Now.’’"]),
  ])
  func everyKindOfMarks(_ text: String, _ expected: [String]) { #expect(quotations(text) == expected) }

  @Test(arguments: [
    "The workers' rights and the miners' pay.", "He left in the '90s with 'em all.", "It is 5' tall.",
    "A stray ” closer.",
    "Rock ’n’ roll",
  ])
  func apostrophesAndStrayMarksAreNoQuotations(_ text: String) { #expect(quotations(text) == []) }

  @Test func anOpeningMarkBehindAWordCloses() {
    #expect(quotations("He won “51 percent.“ Then he left.") == ["“51 percent.“"])
  }

  @Test func aQuotationOpenAtTheEndOfItsParagraphGoesOnInTheNext() {
    #expect(
      quotations("“One.\n“Two.”\n“Three.”") == ["“One.…", ">“Two.”", "“Three.”"])
  }

  @Test func singleMarksGoOnWhereTheNextParagraphOpensAgain() {
    let first = "She said: 'I think the bar is higher than it was for us."
    #expect(
      quotations("\(first)\n'It's a lot harder.'") == [
        "'I think the bar is higher than it was for us.…", ">'It's a lot harder.'",
      ])
    // Near misses: the next paragraph opens nothing; an apostrophe that nothing stands before.
    #expect(quotations("\(first)\nShe left.") == [])
    #expect(quotations("They came in the big summer of '68 with all their dogs and horses.\n'Tis late.") == [])
  }

  @Test func anUnclosedRunEndsWithItsParagraph() {
    #expect(quotations("She said “we go\nHe left.") == ["“we go…"])
  }

  @Test func nestedMarksDoNotEndTheOuterQuotation() {
    #expect(quotations("“He told me ‘go away’ twice,” she said.") == ["“He told me ‘go away’ twice,”"])
    #expect(quotations("“He told me ‘go away’ twice,” she said.", nested: true) == ["‘go away’"])
    #expect(quotations("\"He told me \"go away\" twice,\" she said.") == ["\"He told me \"go away\" twice,\""])
  }

  @Test func straightMarksWithoutSpaceGoByTurns() {
    #expect(quotations("(\"One\")—\"two\"—and \"three\".") == ["\"One\"", "\"two\"", "\"three\""])
  }
}
