import Testing

@testable import ArticleReading

struct TableTests {
  private static let story = """
    <p>The market in Fenby closed lower on Thursday, and the fish were gone before anybody could say why.</p>
    <p>“It was the rain,” said Ola Brandt, who has sold herring there since she was nine. “Rain sells herring.”</p>
    <p>Prices are set at five in the morning by three people and a bell, as they have been since 1911.</p>
    """

  private func lines(_ body: String) -> [String] {
    outline(article("<html><body><article><h1>Fish</h1>\(Self.story)\(body)</article></body></html>", as: .html))
      .filter { !$0.hasPrefix("h ") && !Self.story.contains($0.dropFirst(2)) }
  }

  @Test func aRowOfATableOfDataIsOneBlock() {
    let table = """
      <table><thead><tr><th>Fish</th><th>Price</th><th>Change</th></tr></thead>
      <tbody><tr><td>Herring</td><td><span>4.10</span></td><td>-0.20</td></tr>
      <tr><td><a href=/cod>Cod</a></td><td>9.75</td><td></td></tr></tbody></table>
      """
    #expect(lines(table) == ["p Fish | Price | Change", "p Herring | 4.10 | -0.20", "p Cod | 9.75"])
  }

  @Test func rowsOfLinksAreAMenu() {
    let menu = """
      <table><tr><td><a href=/a>Herring today</a></td><td><a href=/b>Cod today</a></td></tr>
      <tr><td><a href=/c>Plaice today</a></td><td><a href=/d>Tides</a></td></tr></table>
      """
    #expect(lines(menu) == [])
  }

  @Test func textLaidOutByATableIsText() {
    let first = "Brandt keeps the bell at home, because it was stolen twice and came back both times by post."
    let second = "The second time a note was tied to it, which said that it had been too loud for the city."
    let third = "The buyers come from as far as Hexby, and some of them sleep in their vans to be the first."
    let layout = """
      <table><tr><td>\(first)</td><td>\(second)</td></tr><tr><td>\(third)</td><td>\(first.uppercased())</td></tr></table>
      """
    #expect(lines(layout) == [first, second, third, first.uppercased()].map { "p \($0)" })
  }

  @Test func aTableAroundAPictureHoldsItsCaption() {
    let caption = "The bell of the market stands on a shelf in Fenby, on Sunday."
    let picture = "<table align=left><tr><td><img src=a></td></tr><tr><td><font>\(caption)</font></td></tr></table>"
    #expect(lines(picture) == ["c \(caption)"])
  }

  @Test func tablesInTablesTakeLittleTime() {
    let many = String(repeating: "<table><tr><td>a</td><td>b", count: 3000)
    let took = ContinuousClock().measure { _ = lines(many) }
    #expect(took < .seconds(5))
  }
}
