// A libFuzzer driver: any bytes, read as sections of debug information. `scripts/fuzz-dwarf.sh` builds
// and runs it.

import CLanguage
import DebugInfo
import Glibc

/// The reader takes files, so every input becomes one; in memory, since there are millions.
private let path = "/dev/shm/sonde-fuzz-dwarf-\(getpid()).so"
private let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)

/// In the order in which their lengths and bytes follow each other.
private let names = [
  "info", "abbrev", "str", "line", "line_str", "str_offsets", "addr", "types", "rnglists", "ranges",
]

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReadDWARF(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let image = ImageOfSections(UnsafeBufferPointer(start: bytes, count: count)).bytes
  guard ftruncate(descriptor, off_t(image.count)) == 0,
    pwrite(descriptor, image, image.count, 0) == image.count
  else { return -1 }
  let information = DebugDeclarations(path: path)
  let symbols = [FunctionSymbol(name: "g", address: 0x1000)]
  guard let found = try? information.prototypes(of: symbols, others: true) else { return 0 }
  for prototype in found { precondition(prototype.text == nil || prototype.refusal == nil) }
  let named = found.prefix(64).map { FunctionSymbol(name: $0.name, address: nil) }
  _ = information.declaring(functions: symbols + named, over: .standard)
  let header = information.declaring(types: nil, over: .standard)
  for outline in header.outlines().prefix(256) { precondition(outline.size >= 0) }
  _ = information.declaring(variables: ["v"], over: .standard)
  _ = information.notes()
  if let lines = try? SourceLines(path: path) { _ = lines.place(at: 0x1000) }
  return 0
}

/// An ELF file of 64 bits around the sections.
private struct ImageOfSections {
  private(set) var bytes: [UInt8] = []

  init(_ input: UnsafeBufferPointer<UInt8>) {
    var sections: [(name: String, bytes: ArraySlice<UInt8>)] = []
    var rest = Array(input)[...]
    for name in names where rest.count >= 2 {
      let size = min(Int(rest.removeFirst()) | Int(rest.removeFirst()) << 8, rest.count)
      if size > 0 { sections.append((".debug_" + name, rest.prefix(size))) }
      rest = rest.dropFirst(size)
    }
    var texts: [UInt8] = [0]
    var headers: [[UInt64]] = [[0, 0, 0, 0]]
    bytes = Array(repeating: 0, count: 64)
    for section in sections {
      headers.append([UInt64(texts.count), 1, UInt64(bytes.count), UInt64(section.bytes.count)])
      texts += Array(section.name.utf8) + [0]
      bytes += section.bytes
    }
    headers.append([UInt64(texts.count), 3, UInt64(bytes.count), UInt64(texts.count + 10)])
    bytes += texts + Array(".shstrtab".utf8) + [0]
    let table = bytes.count
    for header in headers {
      // Name, type, flags, address, offset, size, link, info, alignment, entry size.
      append(header[0], 4)
      append(header[1], 4)
      append(0, 8)
      append(0, 8)
      append(header[2], 8)
      append(header[3], 8)
      append(0, 8)
      append(1, 8)
      append(0, 8)
    }
    // ELF64, least significant byte first, a shared object of x86-64.
    let identification: [UInt8] = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]
    bytes.replaceSubrange(0..<7, with: identification)
    put(3, 2, at: 16)
    put(62, 2, at: 18)
    put(1, 4, at: 20)
    put(UInt64(table), 8, at: 40)
    put(64, 2, at: 52)
    put(56, 2, at: 54)
    put(64, 2, at: 58)
    put(UInt64(headers.count), 2, at: 60)
    put(UInt64(headers.count - 1), 2, at: 62)
  }

  private mutating func append(_ value: UInt64, _ size: Int) {
    for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
  }

  private mutating func put(_ value: UInt64, _ size: Int, at offset: Int) {
    for index in 0..<size {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> UInt64(8 * index))
    }
  }
}
