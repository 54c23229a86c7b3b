internal import CElf
internal import ELFModel

/// Judges what a file brings against its own exploitation, by what loaders and compilers leave in it.
enum HardeningReader {
  static func hardening(
    of file: ELFFile, _ dynamic: DynamicSection?, _ image: ELFImage, _ facts: ELFFacts
  ) -> Hardening {
    var hardening = Hardening()
    hardening.bindsNow = bindsNow(dynamic)
    if file.segments.contains(where: { $0.type == UInt32(PT_GNU_RELRO) }) {
      hardening.relro = hardening.bindsNow ? .full : .partial
    }
    hardening.hasNonExecutableStack = nonExecutableStack(file, facts.sections)
    hardening.isPositionIndependent = file.header.type == UInt16(ET_DYN)
    hardening.hasTextRelocations =
      dynamic?.value(DT_TEXTREL) != nil
      || (dynamic?.value(DT_FLAGS) ?? 0) & UInt64(DF_TEXTREL) != 0
    hardening.writableCodeSegments = facts.segments.count {
      $0.type == UInt32(PT_LOAD) && $0.isWritable && $0.isExecutable
    }
    readCalls(image, &hardening)
    readFeatures(file, &hardening)
    hardening.pathRisks = ((facts.rpath ?? []) + (facts.runpath ?? []))
      .compactMap { Hardening.risk(ofSearchPath: $0) }
    return hardening
  }

  private static func bindsNow(_ dynamic: DynamicSection?) -> Bool {
    guard let dynamic else { return false }
    return dynamic.value(DT_BIND_NOW) != nil
      || (dynamic.value(DT_FLAGS) ?? 0) & UInt64(DF_BIND_NOW) != 0
      || (dynamic.value(DT_FLAGS_1) ?? 0) & UInt64(DF_1_NOW) != 0
  }

  /// The loader goes by `PT_GNU_STACK`; an object file says it with a section.
  private static func nonExecutableStack(_ file: ELFFile, _ sections: [ELFSection]) -> Bool? {
    if let stack = file.segments.first(where: { $0.type == UInt32(PT_GNU_STACK) }) {
      return stack.flags & UInt32(PF_X) == 0
    }
    if let note = sections.first(where: { $0.name == ".note.GNU-stack" }) {
      return note.flags & UInt64(SHF_EXECINSTR) == 0
    }
    // On these, a file that says nothing gets an executable stack.
    let machine = file.header.machine
    let isOld =
      machine == UInt16(EM_X86_64) || machine == UInt16(EM_386) || machine == UInt16(EM_ARM)
    return isOld && !file.segments.isEmpty && file.header.type != UInt16(ET_CORE) ? false : nil
  }

  private static func readCalls(_ image: ELFImage, _ hardening: inout Hardening) {
    let canaries: Set = ["__stack_chk_fail", "__stack_chk_guard", "__stack_chk_fail_local"]
    var fortified: Set<String> = []
    var unfortified: Set<String> = []
    for table in [image.dynsym, image.symtab] {
      for symbol in table.symbols {
        let bytes = table.nameBytes(of: symbol)
        // Names are looked at as bytes first: a library may have a hundred thousand.
        guard bytes.count <= 40 else { continue }
        let isChecked = bytes.starts(with: "__".utf8)
        guard isChecked || !symbol.isDefined else { continue }
        let name = String(escaping: bytes.prefix { $0 != 0x40 })
        if canaries.contains(name) { hardening.hasStackCanary = true }
        guard !symbol.isDefined else { continue }
        if isChecked, name.hasSuffix("_chk") { fortified.insert(name) }
        if checkable.contains(name) { unfortified.insert(name) }
      }
    }
    hardening.fortified = fortified.sorted()
    hardening.unfortified = unfortified.sorted()
  }

  /// The functions that glibc has a checked form of (`_FORTIFY_SOURCE`, feature_test_macros(7)).
  private static let checkable: Set<String> = [
    "asprintf", "confstr", "dprintf", "fgets", "fgetws", "fprintf", "fread", "fwprintf", "getcwd",
    "getdomainname", "getgroups", "gethostname", "getlogin_r", "gets", "longjmp", "mbsnrtowcs",
    "mbsrtowcs", "mbstowcs", "memcpy", "memmove", "mempcpy", "memset", "poll", "ppoll", "pread",
    "pread64", "printf", "ptsname_r", "read", "readlink", "readlinkat", "realpath", "recv",
    "recvfrom", "snprintf", "sprintf", "stpcpy", "stpncpy", "strcat", "strcpy", "strncat",
    "strncpy", "swprintf", "syslog", "ttyname_r", "vasprintf", "vdprintf", "vfprintf", "vfwprintf",
    "vprintf", "vsnprintf", "vsprintf", "vswprintf", "vsyslog", "vwprintf", "wcpcpy", "wcrtomb",
    "wcscat", "wcscpy", "wcsncat", "wcsncpy", "wcsnrtombs", "wcsrtombs", "wcstombs", "wctomb",
    "wmemcpy", "wmemmove", "wmempcpy", "wmemset", "wprintf",
  ]

  private static func readFeatures(_ file: ELFFile, _ hardening: inout Hardening) {
    let features = ProgramProperties.features(of: file)
    switch file.header.machine {
    case UInt16(EM_X86_64), UInt16(EM_386):
      hardening.hasIndirectBranchTracking = features & 1 != 0
      hardening.hasShadowStack = features & 2 != 0
    case UInt16(EM_AARCH64):
      hardening.hasBranchTargetIdentification = features & 1 != 0
      hardening.hasPointerAuthentication = features & 2 != 0
    default: break
    }
  }
}
