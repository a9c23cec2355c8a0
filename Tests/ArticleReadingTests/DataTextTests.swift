import ArticleModel
import Testing

@testable import ArticleReading

/// Data and code that a page or a text shows as if somebody had written them for readers.
struct DataTextTests {
  private static let story = """
    <p>The lock keeper of Aldmoor has counted the boats for thirty years, and on Sunday he counted the last one.</p>
    <p>“From now on a camera does it,” said Wim Terpstra. “It has better eyes, but it does not wave.”</p>
    <p>The province says that the camera was cheaper than a new roof for the hut, which leaks over the ledger.</p>
    """

  private func page(_ body: String) -> [String] {
    outline(article("<html><body><article><h1>Last boat</h1>\(body)</article></body></html>", as: .html)).filter {
      !$0.hasPrefix("h ")
    }
  }

  @Test(arguments: [
    "{\"@context\":\"https://schema.org\",\"@type\":\"VideoObject\",\"name\":\"Last boat\",\"embedUrl\":\"https://v.example/1\"}",
    "[{\"id\": 7, \"headline\": \"The last boat of the year went through on a quiet Sunday\"}, {\"id\": 8}]",
    "{\"props\":{\"pageProps\":{\"story\":{\"title\":\"The last boat\",\"body\":\"He said that it had been a good",
    "window.__DATA__ = {\"route\":\"/boats\",\"user\":null};",
    "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);} gtag('js', new Date());",
    "(function(d, s) { var js = d.createElement(s); js.src = '//boats.example/w.js'; d.body.append(js); })(document, 's');",
    "// Define globals try { window.site = JSON.parse(document.getElementById('site').textContent); } catch (e) { }",
    ".story-head{margin:0 auto;padding:4px}.story-head h1{font-size:2rem;line-height:1.2}",
    "@media (max-width: 600px) { .hut { display: none; } .boat { width: 100%; } }",
    "W3siaSI6MjQsInQiOiJ7e2suaGJfYXBfaWR9fTp7e3d9fXh7e2h9fSIsInAiOjUwLCJEIjowLCJyIjpbeyJ0IjoicmVnZXgifV19XQ==",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
    "&lt;script src=\"https://boats.example/a.js\"&gt;&lt;/script&gt;&lt;div class=\"boat\"&gt;&lt;/div&gt;",
  ])
  func dataInPlaceOfAParagraphIsNoText(data: String) {
    let clean = page(Self.story)
    #expect(clean.count == 3)
    for element in ["p", "div", "pre"] {
      #expect(page("\(Self.story)<\(element)>\(data)</\(element)>") == clean)
    }
  }

  @Test(arguments: [
    "In the new course the children write print(\"boat\"); and press return, which they like best of all.",
    "The error was in one line: if (boats == 0) { return; } should have stood before the loop, Terpstra's daughter said.",
    "The camera answers in JSON, for example {\"boats\": 4}, and nobody at the province can read it.",
    "Ratings: 5 = calm, 4 = breeze, 3 = choppy, 2 = rough, 1 = stay at home, said the harbour office.",
    "{Note: the hut by the lock of Aldmoor was built in 1903, and the roof has leaked since 1904.}",
    "See https://boats.example/count?year=2024&lock=aldmoor for all the boats that he ever counted.",
    "The password of the hut was Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft.",
    "【アルドモア=田中一郎】水門の番人が三十年数えた船は、日曜日の一隻で最後になった。州はカメラを設置した。",
    "He wrote “boat”; “boat”; “boat”; and then, in the last line, “camera”; the ledger is in the museum now.",
  ])
  func sentencesWithALittleCodeStay(text: String) {
    #expect(page("\(Self.story)<p>\(text.replacing("&", with: "&amp;"))</p>").last == "p \(text)")
  }

  @Test func longDataBehindASentenceIsCutOut() {
    let data =
      "{\"id\":7714,\"slot\":\"story-mid\",\"sizes\":[300,250],\"lazy\":true,\"section\":\"boats\",\"keywords\":[\"lock\",\"camera\"]}"
    let text =
      "The ledger will be shown in the town hall from Monday on, between the chain of the mayor and the stuffed pike, "
      + "and everybody who went through the lock may look for the boat there."
    #expect(page("\(Self.story)<p>\(text) \(data)</p>").last == "p \(text)")
    #expect(page("\(Self.story)<p>\(text) \(data) It is free.</p>").last == "p \(text) It is free.")
  }

  @Test func dataInAPlainTextStaysAndIsNotSearched() {
    let data = "{\"@type\":\"NewsArticle\",\"wordCount\":212,\"keywords\":[\"lock\"]}"
    let found = article("The last boat went through at noon.\n\n\(data)\n\nThen it rained, said Terpstra.")
    #expect(
      outline(found) == [
        "p The last boat went through at noon.", "-data \(data)", "p Then it rained, said Terpstra.",
      ])
  }

  @Test func aPageOfNothingButDataHasNoText() {
    let results = read("<html><body><div>{\"a\":1,\"b\":[{\"c\":\"d\"}]}</div></body></html>", as: .html)
    #expect(problems(results).count == 1)
  }

  /// What is looked at is looked at once, however the signs follow each other.
  @Test(arguments: ["{", "}", "{\"", "\":", "{{}", "= ", "\\u"])
  func manySignsTakeLittleTime(sign: String) {
    let text = Array(String(repeating: sign, count: 60_000).utf8)
    let took = ContinuousClock().measure { _ = DataText(text) }
    #expect(took < .seconds(6))
  }
}
