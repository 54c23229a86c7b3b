// The demanglers of libiberty (binutils) and of the Swift runtime, behind functions that hostile
// names cannot harm.
#pragma once
#include <stddef.h>

/// Writes the demangled form of `mangled`, without a final zero, to `out`.
/// Returns its length, or -1 when `mangled` is no C++ (Itanium), Rust or D name, or its
/// demangled form would take more than `capacity` bytes.
///
/// Wrapped because: libiberty's own entry points grow their result without bound (a name of a
/// hundred bytes can ask for gigabytes), and leaving them early takes longjmp.
ptrdiff_t cdemangle_demangle(const char *_Nonnull mangled, char *_Nonnull out, size_t capacity);

/// The same for Swift names, through the runtime's own `swift_demangle`.
ptrdiff_t cdemangle_demangle_swift(
    const char *_Nonnull mangled, char *_Nonnull out, size_t capacity);

/// The same for the names that GNAT gives what is declared in Ada. They start like any C name, so
/// this is for libraries that are known to be written in Ada.
ptrdiff_t cdemangle_demangle_ada(
    const char *_Nonnull mangled, char *_Nonnull out, size_t capacity);
