import IndexDefinition
import Testing

@testable import Extraction

@Suite struct ModelFileTests {
  private var bytes: [UInt8] { Array(Definition.builtIn.blob("model")) }

  private func problem(_ bytes: [UInt8]) -> String? {
    Extractor(definition: .builtIn, model: bytes).modelProblem
  }

  @Test func theModelOfTheBuildIsRead() { #expect(problem(bytes) == nil) }

  @Test func otherFilesAreRefused() {
    #expect(problem(Array("no model at all".utf8)) == "not a model of OnRecord; Scripts/train makes one")
    #expect(problem([]) == "not a model of OnRecord; Scripts/train makes one")
  }

  @Test func aModelOfAnotherSchemeIsRefused() {
    var other = bytes
    other[8] ^= 1
    #expect(problem(other)?.hasPrefix("model was trained on other features") == true)
  }

  @Test func aTruncatedModelIsRefusedWhereverItEnds() {
    for length in stride(from: 12, to: bytes.count, by: max(1, bytes.count / 4)) {
      #expect(problem(Array(bytes[..<length]))?.hasPrefix("model ends within") == true, "\(length) bytes")
    }
  }

  @Test func anArticleWithoutAModelHasNoStatements() {
    let bare = Extractor(definition: .builtIn, model: [])
    #expect(bare.annotate(sampleArticle("“We go now,” said Ada Ode.")).statements == [])
  }

  @Test func exponentialsAreRightToFourDigits() {
    for value in stride(from: Float(-20), through: 20, by: 0.37) {
      let fast = VectorMath.exponential(SIMD8(repeating: value))[0]
      let power = Double(value).exponential
      #expect(abs(Double(fast) / power - 1) < 1e-4, "\(value)")
    }
  }
}

extension Double {
  /// By its series: the tests need no mathematics library.
  fileprivate var exponential: Double {
    let scaled = self / 64
    var (term, sum) = (1.0, 1.0)
    for n in 1...20 {
      term *= scaled / Double(n)
      sum += term
    }
    var power = sum
    for _ in 0..<6 { power *= power }
    return power
  }
}
