internal import CDwarf

/// What libdw says of its last failure on this thread (`dwarf_errmsg`).
func libdwMessage() -> String {
  dwarf_errmsg(-1).map { String(cString: $0) } ?? "no message"
}
