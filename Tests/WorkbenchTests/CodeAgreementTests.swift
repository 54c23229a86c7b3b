import ELFModel
import Foundation
import Testing
import Workbench

/// A library, the objdump that knows its machine, and of how many functions one is compared: all
/// of a large library, which `SONDE_COMPARE` asks for, would take a minute.
struct ComparedLibrary: CustomTestStringConvertible {
  var path: String
  var objdump: String
  var every: Int

  var testDescription: String { path }

  static var present: [ComparedLibrary] {
    var names = [("libz.so.1", 1), ("libm.so.6", 9), ("libsqlite3.so.0", 11)]
    if ProcessInfo.processInfo.environment["SONDE_COMPARE"] != nil {
      names += [("libc.so.6", 1), ("libcrypto.so.3", 1), ("libstdc++.so.6", 1)]
    }
    let native =
      names
      .map {
        ComparedLibrary(path: "/usr/lib/x86_64-linux-gnu/\($0)", objdump: "objdump", every: $1)
      }
    let foreign = [
      ("i686-linux-gnu", "objdump"), ("aarch64-linux-gnu", "aarch64-linux-gnu-objdump"),
      ("arm-linux-gnueabihf", "arm-linux-gnueabihf-objdump"),
      ("s390x-linux-gnu", "s390x-linux-gnu-objdump"),
      ("powerpc64le-linux-gnu", "powerpc64le-linux-gnu-objdump"),
      ("mips-linux-gnu", "mips-linux-gnu-objdump"),
    ]
    .map { ComparedLibrary(path: "/usr/\($0)/lib/libm.so.6", objdump: $1, every: 13) }
    return (native + foreign).filter {
      FileManager.default.fileExists(atPath: $0.path)
        && FileManager.default.fileExists(atPath: "/usr/bin/\($0.objdump)")
    }
  }
}

@Suite struct CodeAgreementTests {
  @Test func `there are libraries to compare`() {
    #expect(ComparedLibrary.present.count >= 3)
  }

  /// `SONDE_COMPARE` compares every function.
  @Test(arguments: ComparedLibrary.present)
  func `instructions, targets and references are those of objdump`(
    library: ComparedLibrary
  ) throws {
    let isWhole = ProcessInfo.processInfo.environment["SONDE_COMPARE"] != nil
    let truth = try ObjdumpListing(of: library.path, program: library.objdump)
    let code = try LibraryCode(library.path)
    let machine = CodeMachine(code.image.header)
    var seen: Set<UInt64> = []
    var compared = 0
    for symbol in code.image.dynsym.symbols
    where symbol.isDefined && symbol.type.isCallable && symbol.size > 0 {
      let address = machine.codeAddress(symbol.value)
      guard seen.insert(address).inserted, isWhole || seen.count % library.every == 0 else {
        continue
      }
      let listing = try code.listing(of: "0x\(String(address, radix: 16))")
      for line in listing.lines { compared += compare(line.instruction, truth, library) }
    }
    #expect(compared > 1000)
  }

  /// Returns 1 for an instruction that could be compared.
  private func compare(
    _ instruction: Instruction, _ truth: ObjdumpListing, _ library: ComparedLibrary
  ) -> Int {
    // Data between instructions: objdump, without the marks of the assembler, decodes it too.
    guard instruction.isDecoded else { return 0 }
    // `wait` and what follows it are one instruction in some of objdump's listings.
    guard let expected = truth.lines[instruction.address] else {
      let before = truth.lines[instruction.address &- 1]
      #expect(before?.bytes.first == 0x9b, "\(library.path) has \(instruction)")
      return 0
    }
    guard instruction.bytes.first != 0x9b, !expected.text.hasPrefix("rex.") else { return 0 }
    // Two words of four digits, or one of eight: Thumb and ARM.
    let bytes = expected.bytes
    if bytes.count != instruction.bytes.count {
      Issue.record("\(library.path): \(instruction) instead of \(expected)")
    }
    let found = instruction.target ?? instruction.reference?.address
    if let found, let place = expected.place, place != found,
      !expected.text.hasPrefix("adrp")
    {
      Issue.record("\(library.path): \(instruction) instead of \(expected)")
    }
    if library.objdump == "objdump", library.path.contains("x86_64") {
      #expect(found == expected.place, "\(library.path): \(instruction), \(expected)")
    }
    return 1
  }
}
