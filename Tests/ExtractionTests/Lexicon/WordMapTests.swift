import Testing

@testable import Extraction

@Suite struct WordMapTests {
  /// Few different keys, so that many are written twice; some that differ in high bits alone.
  @Test func holdsWhatADictionaryHolds() {
    for seed in UInt64(1)...20 {
      var generator = SeededGenerator(seed: seed)
      var map: WordMap<Int> = [:]
      var dictionary: [UInt32: Int] = [:]
      for value in 0..<Int.random(in: 0..<400, using: &generator) {
        let small = UInt32.random(in: 0..<120, using: &generator)
        let key = Bool.random(using: &generator) ? small : small << 24
        if Bool.random(using: &generator) {
          map[key] = value
          dictionary[key] = value
        } else {
          map[key, default: 7] += value
          dictionary[key, default: 7] += value
        }
      }
      #expect(map.keys.count == dictionary.count, "seed \(seed)")
      for small in UInt32(0)..<130 {
        #expect(map[small] == dictionary[small], "seed \(seed), key \(small)")
        #expect(map[small << 24] == dictionary[small << 24], "seed \(seed), key \(small << 24)")
      }
    }
  }

  @Test func anEmptyOneHoldsNothing() {
    let map: WordMap<Int> = [:]
    #expect(map[0] == nil)
    #expect(map.keys.isEmpty)
  }

  @Test func asASetItHoldsAKeyOnce() {
    var set: WordMap<Void> = [:]
    set.insert(0)
    set.insert(0)
    #expect(set.contains(0) && !set.contains(1))
    #expect(set.keys == [0])
  }
}
