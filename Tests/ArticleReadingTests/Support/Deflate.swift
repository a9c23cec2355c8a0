/// gzip data without compression, for fixtures: the bytes in stored blocks (RFC 1951, RFC 1952).
enum Deflate {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
    var start = 0
    repeat {
      let count = min(bytes.count - start, 0xFFFF)
      output.append(start + count == bytes.count ? 1 : 0)
      for number in [count, ~count] {
        output += [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
      }
      output += bytes[start..<start + count]
      start += count
    } while start < bytes.count
    for number in [checksum(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
      for shift in stride(from: UInt32(0), to: 32, by: 8) { output.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    return output
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(0xFFFF_FFFF as UInt32) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
    }
  }
}
