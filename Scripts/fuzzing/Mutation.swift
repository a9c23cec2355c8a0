// How libFuzzer makes new inputs from those it has: of `words` by words, of every other target by bytes, as it does by
// itself.

/// Of libFuzzer's runtime: one of its own mutations.
@_extern(c, "LLVMFuzzerMutate")
func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int) -> Int

/// libFuzzer looks for it by its name.
///
/// - Returns: The length of the new input, which takes the place of the old one.
@_cdecl("LLVMFuzzerCustomMutator")
func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ most: Int, _ seed: UInt32) -> Int {
  var random = SeededGenerator(seed: UInt64(seed))
  // A few bytes too: damaged characters stand in no text that words are taken from.
  guard Target.chosen == .words, Int.random(in: 0..<8, using: &random) > 0 else { return mutateBytes(data, size, most) }
  var mutator = WordMutator(Array(UnsafeBufferPointer(start: data, count: size)), most: most, using: &random)
  mutator.mutate(using: &random)
  return write(mutator.text(most: most), to: data, most)
}

/// Of two inputs; 0 leaves them to `mutate`.
@_cdecl("LLVMFuzzerCustomCrossOver")
func join(
  _ left: UnsafePointer<UInt8>, _ leftSize: Int, _ right: UnsafePointer<UInt8>, _ rightSize: Int,
  _ out: UnsafeMutablePointer<UInt8>, _ most: Int, _ seed: UInt32
) -> Int {
  guard Target.chosen == .words else { return 0 }
  var random = SeededGenerator(seed: UInt64(seed))
  var mutator = WordMutator(Array(UnsafeBufferPointer(start: left, count: leftSize)), most: most, using: &random)
  let other = WordMutator(Array(UnsafeBufferPointer(start: right, count: rightSize)), most: most, using: &random)
  mutator.join(other, using: &random)
  return write(mutator.text(most: most), to: out, most)
}

private func write(_ text: [UInt8], to out: UnsafeMutablePointer<UInt8>, _ most: Int) -> Int {
  for (index, byte) in text.prefix(most).enumerated() { out[index] = byte }
  return min(text.count, most)
}

/// The same numbers for the same seed, as libFuzzer wants them (splitmix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
