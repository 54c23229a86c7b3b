package import Disassembly

/// Why a function's code cannot be shown.
package enum CodeError: Error, Hashable, Sendable {
  /// Nothing of that name is in the file.
  case noFunction(name: String, suggestions: [String])
  /// Another library defines it.
  case imported(name: String)
  /// The name is that of data.
  case notCode(name: String)
  /// Several functions have that name; the addresses tell them apart.
  case several(name: String, addresses: [UInt64])
  /// The file does not hold the bytes, as debug files do not.
  case noBytes(name: String)
  /// No code lies at that address.
  case noCode(address: UInt64)
  case disassembly(DisassemblyError)
}

extension CodeError: CustomStringConvertible {
  /// One line, ready to follow `sonde: FILE: `.
  package var description: String {
    switch self {
    case .noFunction(let name, let suggestions):
      "no function is called \(name)"
        + (suggestions.isEmpty ? "" : "; did you mean \(suggestions.joined(separator: ", "))?")
    case .imported(let name):
      "\(name) is imported: its code is in another library"
    case .notCode(let name):
      "\(name) is data, not a function"
    case .several(let name, let addresses):
      "\(addresses.count) functions are called \(name); name one by its address: "
        + addresses.map { "0x\(String($0, radix: 16))" }.joined(separator: ", ")
    case .noBytes(let name):
      "the file does not hold the code of \(name); is it a debug file?"
    case .noCode(let address):
      "no code lies at 0x\(String(address, radix: 16))"
    case .disassembly(let error):
      error.description
    }
  }
}
