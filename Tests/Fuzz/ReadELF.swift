// A libFuzzer driver: any bytes, read as an ELF file. `scripts/fuzz-elf.sh` builds and runs it.

import ELFModel
import ELFReader
import Glibc

/// The reader takes files, so every input becomes one; in memory, since there are millions.
private let path = "/dev/shm/sonde-fuzz-\(getpid()).so"
private let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReadELF(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count <= 1 << 20, ftruncate(descriptor, off_t(count)) == 0,
    pwrite(descriptor, bytes, count, 0) == count
  else { return -1 }
  if let image = try? ELFReader.read(path: path) {
    for table in [image.dynsym, image.symtab] {
      precondition(table.symbols.count <= count / 16)
      var demangler = NameDemangler(isAda: count % 2 == 0)
      for symbol in table.symbols.prefix(256) {
        _ = demangler.demangle(table.name(of: symbol))
        _ = table.version(of: symbol)
      }
    }
  }
  _ = try? ELFReader.facts(path: path)
  _ = try? ELFReader.debugSymbols(path: path)
  if let contents = try? ELFContents(path: path) {
    var seen = 0
    contents.visitRelocations { relocation in
      seen += 1
      if seen < 256 { _ = contents.word(at: relocation.address) }
    }
    _ = contents.functionStarts()
  }
  for member in (try? ELFReader.archive(path: path))?.members.prefix(4) ?? [] {
    _ = try? ELFReader.read(member, of: path, tables: [.dynsym, .symtab])
  }
  return 0
}
