import Foundation
import TestSupport
import Testing

/// What the program prints, field by field beside `readelf -W --dyn-syms --syms`.
@Suite struct SymbolAgreementTests {
  /// Of this machine, of 32 bits, and of both byte orders.
  private static let libraries = [
    "/usr/lib/x86_64-linux-gnu/libz.so.1", "/usr/lib/x86_64-linux-gnu/libc.so.6",
    "/usr/lib/aarch64-linux-gnu/libc.so.6", "/usr/arm-linux-gnueabihf/lib/libm.so.6",
    "/usr/s390x-linux-gnu/lib/libc.so.6", "/usr/mips-linux-gnu/lib/libpthread.so.0",
  ]
  .filter(fileExists)

  @Test func `there are libraries to compare`() { #expect(Self.libraries.count >= 2) }

  @Test(arguments: libraries)
  func `the JSON of every symbol is what readelf prints`(path: String) throws {
    #expect(try differences(path).isEmpty)
  }

  /// Takes minutes: set `SONDE_COMPARE` to folders, such as `/usr/lib:/usr/s390x-linux-gnu`, and
  /// `SONDE_TEST_PROGRAMS` to those of the release build.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["SONDE_COMPARE"] != nil))
  func `so it is of every ELF file below folders`() throws {
    let folders = ProcessInfo.processInfo.environment["SONDE_COMPARE"] ?? ""
    var (files, symbols) = (0, 0)
    for folder in folders.split(separator: ":").map(String.init) {
      for case let name as String in FileManager.default.enumerator(atPath: folder) ?? .init() {
        let path = "\(folder)/\(name)"
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular, startsAsELF(path)
        else { continue }
        files += 1
        #expect(try differences(path, count: &symbols).isEmpty)
      }
    }
    #expect(files > 0)
    print("compared \(symbols) symbols of \(files) files below \(folders)")
  }

  private func startsAsELF(_ path: String) -> Bool {
    let file = FileHandle(forReadingAtPath: path)
    return (try? file?.read(upToCount: 4)) == Data([0x7f, 0x45, 0x4c, 0x46])
  }

  private func differences(_ path: String) throws -> [String] {
    var count = 0
    return try differences(path, count: &count)
  }

  /// The first few, and whatever the program complains of.
  private func differences(_ path: String, count: inout Int) throws -> [String] {
    let run = try runSonde("symbols", "--all", "--table", "all", "--json", path)
    var found = run.ending == .exited(0) ? [] : ["\(path): \(run.ending): \(run.errorText)"]
    let ours = try run.output.split(separator: 0x0a).map { try symbol(Data($0)) }
    let theirs = try ReadelfListing.symbols(of: path)
    count += theirs.count
    if ours.count != theirs.count {
      found.append("\(path): \(ours.count) symbols instead of \(theirs.count)")
    }
    for (own, other) in zip(ours, theirs) where own != other && found.count < 5 {
      found.append("\(path): \(own) instead of \(other)")
    }
    return found
  }

  private func symbol(_ line: Data) throws -> ListedSymbol {
    let object = try #require(
      try JSONSerialization.jsonObject(with: line) as? [String: Any])
    func text(_ key: String) throws -> String { try #require(object[key] as? String) }
    func number(_ key: String) throws -> UInt64 {
      try #require(object[key] as? NSNumber).uint64Value
    }
    var name = try text("name")
    if let version = object["version"] as? String {
      name += (object["default"] as? Bool == true ? "@@" : "@") + version
    }
    return ListedSymbol(
      table: try text("table"), value: try number("value"), size: try number("size"),
      type: try text("type"), binding: try text("bind"), visibility: try text("visibility"),
      section: try object["section"] as? String ?? "\(number("section"))", name: name)
  }
}
