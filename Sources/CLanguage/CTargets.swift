extension CTarget {
  /// x86-64 Linux: System V ABI, AMD64 supplement, section 3.1.2, figure 3.1.
  package static let amd64Linux = CTarget(
    triple: "x86_64-linux-gnu", pointerSize: 8, longSize: 8, longLongAlignment: 8,
    doubleAlignment: 8, longDouble: .x87, longDoubleSize: 16, longDoubleAlignment: 16,
    isCharSigned: true, isBigEndian: false, largestAlignment: 16, hasInt128: true, hasDecimal: true)

  /// i386 Linux: System V ABI, Intel386 supplement, section 2.1.2, table 2.1: eight-byte types
  /// are aligned to 4.
  package static let i386Linux = CTarget(
    triple: "i386-linux-gnu", pointerSize: 4, longSize: 4, longLongAlignment: 4,
    doubleAlignment: 4, longDouble: .x87, longDoubleSize: 12, longDoubleAlignment: 4,
    isCharSigned: true, isBigEndian: false, largestAlignment: 16, hasInt128: false,
    hasDecimal: true,
    wideCharacter: .long)

  /// AArch64 Linux: Procedure Call Standard for the Arm 64-bit Architecture, sections 5.1
  /// (fundamental types), 10.1 (C types) and 10.1.8 (bit-fields, of which unnamed ones align too).
  package static let arm64Linux = CTarget(
    triple: "aarch64-linux-gnu", pointerSize: 8, longSize: 8, longLongAlignment: 8,
    doubleAlignment: 8, longDouble: .binary128, longDoubleSize: 16, longDoubleAlignment: 16,
    isCharSigned: false, isBigEndian: false, largestAlignment: 16, hasInt128: true,
    unnamedBitFieldsAlign: true, vectorAlignment: 16, wideCharacter: .unsignedInt)

  /// Arm Linux, hard float: Procedure Call Standard for the Arm Architecture, sections 5.1
  /// (fundamental types), 8.1 (C types) and 8.1.8 (bit-fields, of which unnamed ones align too).
  package static let armLinux = CTarget(
    triple: "arm-linux-gnueabihf", pointerSize: 4, longSize: 4, longLongAlignment: 8,
    doubleAlignment: 8, longDouble: .binary64, longDoubleSize: 8, longDoubleAlignment: 8,
    isCharSigned: false, isBigEndian: false, largestAlignment: 8, hasInt128: false,
    hasFloat128: false, unnamedBitFieldsAlign: true, vectorAlignment: 8, wideCharacter: .unsignedInt
  )

  /// RISC-V Linux, 64 bits: RISC-V ELF psABI, section "C/C++ type details", LP64.
  package static let riscv64Linux = CTarget(
    triple: "riscv64-linux-gnu", pointerSize: 8, longSize: 8, longLongAlignment: 8,
    doubleAlignment: 8, longDouble: .binary128, longDoubleSize: 16, longDoubleAlignment: 16,
    isCharSigned: false, isBigEndian: false, largestAlignment: 16, hasInt128: true)

  /// s390x Linux: ELF ABI s390x supplement, section 1.1.2: no number is aligned to more than
  /// 8.
  ///
  /// Vectors are aligned as for a machine without the vector facility, which is Debian's.
  package static let s390xLinux = CTarget(
    triple: "s390x-linux-gnu", pointerSize: 8, longSize: 8, longLongAlignment: 8,
    doubleAlignment: 8, longDouble: .binary128, longDoubleSize: 16, longDoubleAlignment: 8,
    wideAlignment: 8, isCharSigned: false, isBigEndian: true, largestAlignment: 8,
    hasInt128: true, hasDecimal: true)

  /// 64-bit little-endian PowerPC Linux: Power Architecture 64-bit ELF V2 ABI, section 2.1.2,
  /// table 2.10; `long double` is a pair of doubles, as Debian's compiler has it.
  package static let ppc64leLinux = CTarget(
    triple: "powerpc64le-linux-gnu", pointerSize: 8, longSize: 8, longLongAlignment: 8,
    doubleAlignment: 8, longDouble: .doubleDouble, longDoubleSize: 16, longDoubleAlignment: 16,
    isCharSigned: false, isBigEndian: false, largestAlignment: 16, hasInt128: true, hasDecimal: true
  )

  /// Every target, the one that sonde calls functions on first.
  package static let all: [CTarget] = [
    amd64Linux, i386Linux, arm64Linux, armLinux, riscv64Linux, s390xLinux, ppc64leLinux,
  ]

  /// The target of a triple as compilers and distributions write it: `i686-linux-gnu`,
  /// `x86_64-pc-linux-gnu`, `aarch64-unknown-linux-musl`, or the machine alone.
  ///
  /// - Returns: nil for a machine, a system or an ABI that no target stands for.
  package init?(triple: String) {
    let parts = triple.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let machine = parts.first, let found = Self.target(ofMachine: machine) else { return nil }
    if parts.count > 1 {
      guard let system = parts.firstIndex(of: "linux"), (1...2).contains(system) else { return nil }
      guard parts.count <= system + 2 else { return nil }
      guard found.accepts(environment: parts.count > system + 1 ? parts[system + 1] : "gnu") else {
        return nil
      }
    }
    self = found
  }

  private static func target(ofMachine machine: String) -> CTarget? {
    switch machine {
    case "x86_64", "amd64": amd64Linux
    case "i386", "i486", "i586", "i686", "x86": i386Linux
    case "aarch64", "arm64": arm64Linux
    case "arm", "armhf", "armel", "armv6", "armv6l", "armv7", "armv7a", "armv7l", "armv8l",
      "thumbv7":
      armLinux
    case "riscv64", "riscv64gc": riscv64Linux
    case "s390x": s390xLinux
    case "powerpc64le", "ppc64le", "ppc64el": ppc64leLinux
    default: nil
    }
  }

  /// Whether the C library and the ABI that the last word of a triple names have these layouts.
  private func accepts(environment: String) -> Bool {
    // On Arm a triple says the procedure call standard; the old one has other layouts.
    if self == .armLinux {
      return ["gnu", "gnueabi", "gnueabihf", "musleabi", "musleabihf", "android", "androideabi"]
        .contains(environment)
    }
    // musl's long double is a double on PowerPC.
    return environment == "gnu" || (environment == "musl" && self != .ppc64leLinux)
  }
}

extension CTarget: CustomStringConvertible {
  package var description: String { triple }
}

extension CTarget {
  /// Macros that gcc predefines on the target and that conditions in headers ask for, as `-D`
  /// takes them.
  package var predefinedMacros: [String] {
    let machine =
      switch self {
      case .amd64Linux: ["__x86_64__", "__amd64__"]
      case .i386Linux: ["__i386__", "__i686__"]
      case .arm64Linux: ["__aarch64__"]
      case .armLinux: ["__arm__", "__ARM_EABI__", "__ARM_PCS_VFP"]
      case .riscv64Linux: ["__riscv", "__riscv_xlen=64"]
      case .s390xLinux: ["__s390__", "__s390x__"]
      default: ["__powerpc__", "__powerpc64__", "__PPC64__"]
      }
    let order = isBigEndian ? "__ORDER_BIG_ENDIAN__" : "__ORDER_LITTLE_ENDIAN__"
    return machine + [
      "__linux__", "__linux", "__unix__", "__gnu_linux__", "__ELF__", "__GNUC__=12",
      "__GNUC_MINOR__=2", "__CHAR_BIT__=8", "__SIZEOF_SHORT__=2", "__SIZEOF_INT__=4",
      "__SIZEOF_LONG__=\(longSize)", "__SIZEOF_LONG_LONG__=8",
      "__SIZEOF_POINTER__=\(pointerSize)", "__SIZEOF_FLOAT__=4", "__SIZEOF_DOUBLE__=8",
      "__SIZEOF_LONG_DOUBLE__=\(longDoubleSize)", "__ORDER_LITTLE_ENDIAN__=1234",
      "__ORDER_BIG_ENDIAN__=4321", "__ORDER_PDP_ENDIAN__=3412", "__BYTE_ORDER__=\(order)",
    ] + (isCharSigned ? [] : ["__CHAR_UNSIGNED__"]) + (longSize == 8 ? ["__LP64__", "_LP64"] : [])
      + (hasInt128 ? ["__SIZEOF_INT128__=16"] : [])
  }
}
