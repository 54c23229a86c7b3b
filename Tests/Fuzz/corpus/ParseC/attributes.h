#pragma sonde library "libz.so.1"
#include <stddef.h>
[[sonde::owned("free"), nodiscard]] char *f([[sonde::out, sonde::bytes("*n")]] void *p, size_t *n);
struct __attribute__((packed, aligned(4))) p { char c; int i __attribute__((aligned(2))); };
typedef int wide __attribute__((mode(DI))); int old(void) __asm__("new");
