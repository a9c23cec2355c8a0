import Glibc

// libFuzzer as a program of our own: it calls `Target` with one input after another, and learns from the code that each
// of them reaches.

/// Of libFuzzer's runtime, which the linker adds for `-sanitize=fuzzer`; it brings a `main` too, but the package manager
/// wants that of the program.
@_extern(c, "LLVMFuzzerRunDriver")
func runLibFuzzer(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

var argumentCount = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let target = Target.chosen
exit(
  runLibFuzzer(&argumentCount, &arguments) { data, count in
    Target.chosen.run(Array(UnsafeBufferPointer(start: data, count: count)))
    return 0
  })
