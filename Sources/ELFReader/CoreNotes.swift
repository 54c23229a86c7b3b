internal import CElf
internal import ELFModel

/// The notes of a core file in words (`core(5)`, and `linux/elfcore.h` for their layouts).
enum CoreNotes {
  /// What a note of owner `CORE` says; nil for those that are not understood.
  static func text(type: UInt32, _ fields: FieldReader, bits: Int) -> String? {
    switch Int32(bitPattern: type) {
    case NT_PRSTATUS: status(fields, bits: bits)
    case NT_PRPSINFO: process(fields)
    case NT_FILE: mappedFiles(fields, bits: bits)
    case NT_SIGINFO: signal(fields)
    default: nil
    }
  }

  /// `elf_prstatus`: the signal number comes first; the thread follows two signal sets.
  private static func status(_ fields: FieldReader, bits: Int) -> String? {
    guard let signal = fields.u32(at: 0), let thread = fields.u32(at: bits == 64 ? 32 : 24)
    else { return nil }
    return "thread \(thread)" + (signal > 0 ? ", signal \(signal)" : "")
  }

  /// `elf_prpsinfo`: its size tells how wide its numbers are and so where its texts start.
  private static func process(_ fields: FieldReader) -> String? {
    let start: Int
    switch fields.bytes.count {
    case 136: start = 40
    case 128: start = 32
    case 124: start = 28
    default: return nil
    }
    let name = fields.bytes[start..<(start + 16)].prefix { $0 != 0 }
    let arguments = fields.bytes[(start + 16)...].prefix { $0 != 0 }
    let process = fields.u32(at: start - 16).map { ", process \($0)" } ?? ""
    return "\(String(escaping: name))\(process): \(String(escaping: arguments))"
  }

  /// `siginfo_t`: number, error and code.
  private static func signal(_ fields: FieldReader) -> String? {
    guard let number = fields.u32(at: 0), let code = fields.u32(at: 8) else { return nil }
    return "signal \(number), code \(Int32(bitPattern: code))"
  }

  /// A count and the page size; three words a mapping; then their names.
  private static func mappedFiles(_ fields: FieldReader, bits: Int) -> String? {
    guard let count = fields.word(at: 0, bits: bits), count < UInt64(fields.bytes.count)
    else { return nil }
    let names = fields.bytes.dropFirst(bits / 8 * (2 + 3 * Int(count)))
    var files: [String] = []
    for name in names.split(separator: 0) {
      let name = String(escaping: name)
      if files.last != name, !files.contains(name) { files.append(name) }
    }
    return "\(count) mappings of \(files.count) files: \(files.joined(separator: " "))"
  }
}
