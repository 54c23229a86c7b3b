// libiberty's demangler (binutils). Its headers expect an autoconf'ed world; the few
// declarations used are enough. Source: include/demangle.h of binutils.
#pragma once

/// Returns the demangled name in memory from malloc, or NULL when `mangled` is no mangled name.
extern char *cplus_demangle(const char *mangled, int options);

#define CDEMANGLE_PARAMS (1 << 0)
#define CDEMANGLE_ANSI (1 << 1)
#define CDEMANGLE_AUTO (1 << 8)
