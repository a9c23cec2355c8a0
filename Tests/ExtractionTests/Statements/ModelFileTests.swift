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

  @Test func theSchemeIsTheHashOfTheTemplates() {
    var hash = ByteHash()
    for template in FeatureTemplate.allCases {
      for byte in "\(template)".utf8 { hash.add(byte) }
      hash.add(UInt8(truncatingIfNeeded: template.rawValue))
    }
    // The number of changes that the list does not show.
    hash.add(4)
    #expect(FeatureTemplate.schemeHash == hash.value, "write \(hash.value) there")
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

  @Test func pairsOfVectorsCountAsEightNumbers() {
    var generator = SeededGenerator(seed: 3)
    for round in 0..<50 {
      // Small whole numbers, so that no order of adding them changes the sum.
      let numbers = (0..<9).map { _ in
        SIMD8<Float>((0..<8).map { _ in Float(Int.random(in: -9...9, using: &generator)) })
      }
      let vector = numbers[8]
      let lanes = vector.indices.map { vector[$0] }
      #expect(FloatPair(vector).sum == lanes.reduce(0, +), "round \(round) of seed 3")
      #expect(FloatPair(vector).largest == lanes.max(), "round \(round) of seed 3")
      let product = numbers.map(FloatPair.init).withUnsafeBufferPointer { FloatPair(vector).multiplied(by: $0) }
      let expected = (0..<8).map { row in (0..<7).reduce(Float(0)) { $0 + numbers[$1][row] * vector[$1] } }
      let found = (0..<4).map { product.low[$0] } + (0..<4).map { product.high[$0] }
      #expect(found == expected, "round \(round) of seed 3")
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
