import ArticleModel
import Testing

@testable import Extraction

/// People with the place that they come from. The texts are made up.
@Suite struct FromAPlaceTests {
  private func speaker(_ text: String) -> Speaker? { statements(text).last?.speaker }

  @Test func whoComesFromAPlaceIsNotThePlace() {
    #expect(speaker("James Field from Harrow said the wells were dry.")?.name == "James Field")
    // Near miss: the mayor is somebody else.
    #expect(speaker("James Field left. A man from Harrow said the wells were dry.")?.name != "James Field")
  }
}
