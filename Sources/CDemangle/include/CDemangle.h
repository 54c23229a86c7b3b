// libiberty's demanglers (binutils) behind two functions that hostile names cannot harm.
#pragma once
#include <stddef.h>

/// Writes the demangled form of `mangled`, without a final zero, to `out`.
/// Returns its length, or -1 when `mangled` is no C++ (Itanium), Rust or D name, or its
/// demangled form would take more than `capacity` bytes.
///
/// Wrapped because: libiberty's own entry points grow their result without bound (a name of a
/// hundred bytes can ask for gigabytes), and leaving them early takes longjmp.
ptrdiff_t cdemangle_demangle(const char *_Nonnull mangled, char *_Nonnull out, size_t capacity);
