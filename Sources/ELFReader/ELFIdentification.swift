internal import CElf
internal import ELFModel

/// What the first bytes of a file say it is, judged before libelf sees it, so that every other
/// kind of file gets an error of its own.
struct ELFIdentification {
  private let start: [UInt8]
  private let size: Int
  private let firstMember: String?

  init(_ input: InputFile) {
    start = input.bytes(in: 0..<512)
    size = input.size
    // Behind the symbol index, in up to two forms, and the table of long names.
    firstMember = Archive(input, mostHeaders: 4)?.listing.members.first?.name
  }

  func requireELF(path: String) throws(ELFReadError) {
    let magic: [UInt8] = [0x7f, 0x45, 0x4c, 0x46]
    guard size > 0 else { throw .notELF(path: path, kind: "an empty file") }
    guard start.starts(with: magic) else {
      if start.starts(with: Array("!<arch>\n".utf8)) || start.starts(with: Array("!<thin>\n".utf8))
      {
        throw .archive(path: path, member: firstMember)
      }
      throw .notELF(path: path, kind: kindWithoutMagic)
    }
    guard start.count > Int(EI_VERSION) else { throw truncated(path: path, headerSize: 52) }
    let fileClass = start[Int(EI_CLASS)]
    guard fileClass == UInt8(ELFCLASS32) || fileClass == UInt8(ELFCLASS64) else {
      throw .invalidHeader(path: path, what: "class \(fileClass) is neither 32 nor 64 bits")
    }
    let order = start[Int(EI_DATA)]
    guard order == UInt8(ELFDATA2LSB) || order == UInt8(ELFDATA2MSB) else {
      throw .invalidHeader(
        path: path, what: "byte order \(order) is neither little- nor big-endian")
    }
    let version = start[Int(EI_VERSION)]
    guard version == UInt8(EV_CURRENT) else {
      throw .invalidHeader(path: path, what: "version \(version) is not 1")
    }
    let headerSize = fileClass == UInt8(ELFCLASS64) ? 64 : 52
    guard size >= headerSize else { throw truncated(path: path, headerSize: headerSize) }
  }

  /// What the header's first bytes say, without the tables that libelf would look for.
  func header(path: String) throws(ELFReadError) -> ELFHeader {
    try requireELF(path: path)
    let isBigEndian = start[Int(EI_DATA)] == UInt8(ELFDATA2MSB)
    let fields = FieldReader(bytes: start, isBigEndian: isBigEndian)
    return ELFHeader(
      bits: start[Int(EI_CLASS)] == UInt8(ELFCLASS64) ? 64 : 32, isBigEndian: isBigEndian,
      type: fields.u16(at: 16) ?? 0, machine: fields.u16(at: 18) ?? 0,
      osABI: start[Int(EI_OSABI)])
  }

  private func truncated(path: String, headerSize: Int) -> ELFReadError {
    .truncated(path: path, what: "\(size) bytes, less than its header of \(headerSize)")
  }

  private var kindWithoutMagic: String {
    if start.starts(with: [0x42, 0x43, 0xc0, 0xde]) { return "LLVM bitcode" }
    if start.starts(with: Array("MZ".utf8)) { return "a Windows program" }
    if start.starts(with: [0xcf, 0xfa, 0xed, 0xfe]) || start.starts(with: [0xca, 0xfe, 0xba, 0xbe])
    {
      return "a Mach-O file"
    }
    let isText = start.allSatisfy { $0 >= 0x20 && $0 != 0x7f || (0x09...0x0d).contains($0) }
    return isText ? "a text file" : "not an ELF file"
  }
}
