/// How far called code is confined; ``ProbeRequest/confine(_:)`` carries it.
package struct SandboxPolicy: Hashable, Sendable {
  /// Folders and files in which files may be made and changed; the first is the scratch folder.
  package var writable: [String]
  package var allowsNetwork: Bool
  /// No sandbox at all.
  package var allowsAll: Bool
  /// The process that may not be signalled.
  package var front: Int32
  /// Bytes of writable memory (`RLIMIT_DATA`).
  package var memoryLimit: UInt64
  /// Bytes that a file may be long (`RLIMIT_FSIZE`).
  package var fileLimit: UInt64
  /// Processes of this user (`RLIMIT_NPROC`).
  package var processLimit: UInt64
  /// A limit that nothing needs (`RLIMIT_MSGQUEUE`), set to a number that marks all that the probe
  /// starts; 0 for none.
  package var mark: UInt64

  package init(
    writable: [String], allowsNetwork: Bool, allowsAll: Bool, front: Int32, memoryLimit: UInt64,
    fileLimit: UInt64, processLimit: UInt64, mark: UInt64
  ) {
    self.writable = writable
    self.allowsNetwork = allowsNetwork
    self.allowsAll = allowsAll
    self.front = front
    self.memoryLimit = memoryLimit
    self.fileLimit = fileLimit
    self.processLimit = processLimit
    self.mark = mark
  }
}

/// What the kernel could not confine; `cprobe_lacks_…` in `CProbeSandbox.h`.
package struct SandboxGaps: OptionSet, Hashable, Sendable {
  package var rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Files can be written as ever (no Landlock).
  package static let files = SandboxGaps(rawValue: 1)
  /// The network is open (no seccomp).
  package static let network = SandboxGaps(rawValue: 2)
  /// Other processes can be signalled (Landlock before Linux 6.12).
  package static let signals = SandboxGaps(rawValue: 4)
  /// System calls are not filtered (no seccomp).
  package static let systemCalls = SandboxGaps(rawValue: 8)
  /// What is denied is not reported.
  package static let reports = SandboxGaps(rawValue: 16)
}

extension SandboxPolicy {
  func encode(to writer: inout WireWriter) {
    writer.write(UInt32(clamping: writable.count))
    for path in writable { writer.write(path) }
    writer.write(allowsNetwork)
    writer.write(allowsAll)
    writer.write(front)
    writer.write(memoryLimit)
    writer.write(fileLimit)
    writer.write(processLimit)
    writer.write(mark)
  }

  init(decoding reader: inout WireReader) throws(WireError) {
    writable = []
    for _ in 0..<(try reader.readCount()) { writable.append(try reader.readString("path")) }
    allowsNetwork = try reader.readBool("allowsNetwork")
    allowsAll = try reader.readBool("allowsAll")
    front = try reader.read(Int32.self)
    memoryLimit = try reader.read(UInt64.self)
    fileLimit = try reader.read(UInt64.self)
    processLimit = try reader.read(UInt64.self)
    mark = try reader.read(UInt64.self)
  }
}
