import ArticleModel
import Testing

@testable import Extraction

/// Words that come through somebody else: a paper that quotes, a source that it cites, whoever was told. The texts are made
/// up.
@Suite struct SecondHandTests {
  @Test func whomAPaperQuotesAsSayingSomethingSaysIt() {
    #expect(
      said("State agency TarPress quoted President Nur Akhmet as saying that the border was calm.")
        == ["Nur Akhmet: that the border was calm"])
    // Near miss: the passive names him in front.
    #expect(
      said("President Nur Akhmet was quoted by the agency TarPress as saying that the border was calm.")
        == ["Nur Akhmet: that the border was calm"])
  }

  @Test func whoIsCitedIsNoneOfTheWords() {
    #expect(
      said("The Norvik Mercury reported, citing two officials, that the talks had failed.")
        .allSatisfy { !$0.contains("officials") })
    #expect(
      said("According to the newspaper Ziua, citing an unnamed diplomat, reservists were called up.")
        .allSatisfy { !$0.contains("diplomat") })
  }

  @Test func whoeverIsToldIsNoneOfTheWords() {
    #expect(
      said("Rebel leader Josef Tual told the private station Norvik One that the envoy had been “a guest”.")
        == ["Josef Tual: that the envoy had been “a guest”"])
  }
}
