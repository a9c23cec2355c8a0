import QueryLanguage
import Testing

/// Query text and the tree it becomes.
struct QueryTreeTests {
  @Test(arguments: [
    ("", "(everything)"),
    ("   ", "(everything)"),
    ("ceasefire", "ceasefire"),
    ("ceasefire talks", "(and ceasefire talks)"),
    ("Ceasefire  TALKS", "(and Ceasefire TALKS)"),
    ("=howell", "=howell"),
    ("negotiat*", "negotiat*"),
    ("zelensky~1 zelensky~2", "(and zelensky~1 zelensky~2)"),
    ("COVID-19 O'Brien AT&T U.S. 10:30 w/o 1,000.5", "(and COVID-19 O'Brien AT&T U.S. 10:30 w/o 1,000.5)"),
    ("goals, why?", "(and goals, why?)"),
    ("near kyiv", "(and near kyiv)"),
    ("Зеленський 東京都 e\u{301}te", "(and Зеленський 東京都 e\u{301}te)"),
  ])
  func wordsStandBesideOneAnother(query: String, tree: String) {
    #expect(outcome(query) == tree)
  }

  @Test(arguments: [
    ("\"set goals\"", "(phrase \"set goals\")"),
    ("“set goals”", "(phrase \"set goals\")"),
    ("„Ziele“ «цели»", "(and (phrase \"Ziele\") (phrase \"цели\"))"),
    ("\"he said “no” twice\"", "(phrase \"he said “no” twice\")"),
    ("\"set goal*\"", "(phrase \"set goal*\")"),
    ("a\"b c\"d", "(and a (phrase \"b c\") d)"),
    ("\"and\" or \"or\"", "(or (phrase \"and\") (phrase \"or\"))"),
  ])
  func quotationMarksMakePhrases(query: String, tree: String) {
    #expect(outcome(query) == tree)
  }

  @Test(arguments: [
    ("sanctions or embargo", "(or sanctions embargo)"),
    ("sanctions OR embargo Or both", "(or sanctions embargo both)"),
    ("a and b", "(and a b)"),
    ("a b and c d", "(and a b c d)"),
    ("a b or c d", "(or (and a b) (and c d))"),
    ("(a or b) c", "(and (or a b) c)"),
    ("a (b c) d", "(and a (and b c) d)"),
    ("((a))", "a"),
    ("-nato", "(not nato)"),
    ("a -nato", "(and a (not nato))"),
    ("not nato", "(not nato)"),
    ("a NOT (b or c)", "(and a (not (or b c)))"),
    ("not not a", "(not (not a))"),
    ("a or not b", "(or a (not b))"),
    ("-\"set goals\" -(a b)", "(and (not (phrase \"set goals\")) (not (and a b)))"),
    ("not a or b", "(or (not a) b)"),
    ("android orbit nothing", "(and android orbit nothing)"),
  ])
  func operatorsBindFromNotOverAndToOr(query: String, tree: String) {
    #expect(outcome(query) == tree)
  }

  @Test(arguments: [
    ("missile near/5 strike", "(near 5 missile strike)"),
    ("a w/3 b", "(near 3 a b)"),
    ("a ADJ/3 b", "(adj 3 a b)"),
    ("a pre/2 b", "(adj 2 a b)"),
    ("a near/5 b near/3 c", "(near 3 (near 5 a b) c)"),
    ("\"set goals\" near/9 (war or peace)", "(near 9 (phrase \"set goals\") (or war peace))"),
    ("x a near/2 b y", "(and x (near 2 a b) y)"),
    ("-a near/2 b", "(not (near 2 a b))"),
    ("a near/2 negotiat*", "(near 2 a negotiat*)"),
    ("(a near/2 b) adj/4 c", "(adj 4 (near 2 a b) c)"),
    ("a near/5 (b or (c adj/1 d))", "(near 5 a (or b (adj 1 c d)))"),
  ])
  func nearnessBindsTighterThanAnd(query: String, tree: String) {
    #expect(outcome(query) == tree)
  }

  @Test(arguments: [
    ("speaker:putin", "(speaker putin)"),
    ("WHO:putin", "(speaker putin)"),
    ("speaker:\"vladimir putin\"", "(speaker (phrase \"vladimir putin\"))"),
    ("speaker:(putin or lavrov)", "(speaker (or putin lavrov))"),
    ("speaker:(putin -lavrov)", "(speaker (and putin (not lavrov)))"),
    ("speaker:unknown speaker:ANY region:none", "(and (speaker (none)) (speaker (any)) (region (none)))"),
    ("speaker:(unknown or putin)", "(or (speaker (none)) (speaker putin))"),
    ("speaker:\"unknown\"", "(speaker (phrase \"unknown\"))"),
    ("speaker:vladimir putin", "(and (speaker vladimir) putin)"),
    ("speaker:zelens* speaker:zelensky~1", "(and (speaker zelens*) (speaker zelensky~1))"),
    ("speaker:=putin", "(speaker =putin)"),
    ("said:\"set goals\"", "(said (phrase \"set goals\"))"),
    ("said:(missile near/5 strike)", "(said (near 5 missile strike))"),
    ("-region:russia", "(not (region russia))"),
    ("not region:russia", "(not (region russia))"),
    ("region:UA-65", "(region UA-65)"),
    ("kind:Direct", "(kind =direct)"),
    ("lang:pt-BR", "(lang =pt-br)"),
    ("conf:>=0.8 conf:<1 conf:.5", "(and (conf >= 0.8) (conf < 1.0) (conf = 0.5))"),
    ("id:reuters-17#q1", "(id =reuters-17#q1)"),
    ("(id:https://a.example/b?(c)~1*)", "(id =\"https://a.example/b?(c)~1*\")"),
    ("id:(a or b)", "(or (id =a) (id =b))"),
    ("about:o'brien", "(about o'brien)"),
    (
      "speaker:\"vladimir putin\" region:ukraine date:2024-11..2024-12 \"set goals\" -nato",
      "(and (speaker (phrase \"vladimir putin\")) (region ukraine) (date 2024-11-01..2024-12-31) "
        + "(phrase \"set goals\") (not nato))"
    ),
  ])
  func fieldsTakeWordsPhrasesAndGroups(query: String, tree: String) {
    #expect(outcome(query) == tree)
  }

  @Test(arguments: [
    ("a b c", "(or a b c)"),
    ("a b speaker:x -c", "(and (or a b) (speaker x) (not c))"),
    ("a and b c", "(and c a b)"),
    ("a b or c", "(or (or a b) c)"),
    ("\"a b\" c near/2 d", "(or (phrase \"a b\") (near 2 c d))"),
    ("(a b) c", "(or (and a b) c)"),
    ("said:(a b) c", "(and c (said (and a b)))"),
    ("", "(everything)"),
  ])
  func matchAnyLoosensOnlyWordsThatMerelyStandThere(query: String, tree: String) {
    #expect(outcome(query, matchesAny: true) == tree)
  }

  @Test(arguments: [
    ("and or -not \"x near/5 (b", "(and and or -not \"\\\"x\" near/5 \"(b\")"),
    ("speaker:putin & …", "speaker:putin"),
    ("", "(everything)"),
  ])
  func plainQueryKnowsNoOperators(query: String, tree: String) {
    #expect(QueryParser.plain(query).tree.description == tree)
  }

  @Test func plainQueryWithoutAWordIsAnError() {
    #expect(QueryParser.plain("… &").diagnostics.map(\.code) == ["no-word"])
  }
}
