#include "CDemangle.h"

#include <setjmp.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Source of these declarations: include/demangle.h and include/libiberty.h of binutils. The
// installed headers expect an autoconf'ed world. DMGL_NO_RECURSE_LIMIT (1 << 18) is never given:
// without it libiberty refuses names that would recurse more than 2048 deep.
typedef void (*demangle_callback)(const char *, size_t, void *);
extern int cplus_demangle_v3_callback(const char *, int, demangle_callback, void *);
extern int rust_demangle_callback(const char *, int, demangle_callback, void *);
extern char *dlang_demangle(const char *, int);
extern char *ada_demangle(const char *, int);
enum { DMGL_PARAMS = 1 << 0, DMGL_ANSI = 1 << 1 };
// Of the Swift runtime (include/swift/Demangling/Demangle.h of Swift); every program has it.
extern char *swift_demangle(const char *, size_t, char *, size_t *, uint32_t);

struct sink {
  char *out;
  size_t used, capacity;
  jmp_buf full;
};

static void append(const char *text, size_t length, void *opaque) {
  struct sink *sink = opaque;
  if (length > sink->capacity - sink->used) longjmp(sink->full, 1);
  memcpy(sink->out + sink->used, text, length);
  sink->used += length;
}

// The callback forms keep their state on the stack, so leaving them by longjmp leaks nothing.
static ptrdiff_t through_callback(
    int (*demangle)(const char *, int, demangle_callback, void *), const char *mangled, char *out,
    size_t capacity) {
  struct sink sink = {.out = out, .used = 0, .capacity = capacity};
  if (setjmp(sink.full) != 0) return -1;
  return demangle(mangled, DMGL_PARAMS | DMGL_ANSI, append, &sink) ? (ptrdiff_t)sink.used : -1;
}

// The D, Ada and Swift demanglers have no callback form: they grow strings, D and Ada through
// xmalloc and xrealloc, Swift through `operator new`. Defining these here keeps libiberty's, which
// end the process when memory is short, out of the program, and bounds what one name may take: a
// Swift name of a hundred letters can stand for gigabytes.
enum { LARGEST_STRING = 1 << 16, LARGEST_WORK = 1 << 22, MOST_GIVEN_UP = 16 };
enum { LARGEST_SWIFT_STRING = 1 << 19 };
static _Thread_local jmp_buf exhausted;
static _Thread_local size_t work;
static _Thread_local int given_up;
static _Thread_local bool runs_swift;

void *xrealloc(void *old, size_t size) {
  work += size;
  void *memory =
      size > LARGEST_STRING || work > LARGEST_WORK ? NULL : realloc(old, size ? size : 1);
  if (memory == NULL) longjmp(exhausted, 1);
  return memory;
}

void *xmalloc(size_t size) { return xrealloc(NULL, size); }

// `operator new(unsigned long)`. A C++ frame left by longjmp only leaks, as below; nobody in this
// program would catch the exception that it should throw.
void *_Znwm(size_t size) {
  if (runs_swift && size > LARGEST_SWIFT_STRING) longjmp(exhausted, 1);
  void *memory = malloc(size ? size : 1);
  if (memory == NULL) abort();
  return memory;
}

static ptrdiff_t copy(char *text, char *out, size_t capacity) {
  if (text == NULL) return -1;
  size_t length = strlen(text);
  if (length <= capacity) memcpy(out, text, length);
  free(text);
  return length <= capacity ? (ptrdiff_t)length : -1;
}

static char *through_swift(const char *mangled, int length) {
  return swift_demangle(mangled, (size_t)length, NULL, NULL, 0);
}

// Giving up leaks the strings in work (at most LARGEST_WORK), so a table full of such names is not
// tried to its end.
static ptrdiff_t bounded(
    char *(*demangle)(const char *, int), const char *mangled, int argument, char *out,
    size_t capacity) {
  if (given_up >= MOST_GIVEN_UP) return -1;
  work = 0;
  if (setjmp(exhausted) != 0) {
    runs_swift = false;
    given_up += 1;
    return -1;
  }
  runs_swift = demangle == through_swift;
  char *text = demangle(mangled, argument);
  runs_swift = false;
  return copy(text, out, capacity);
}

ptrdiff_t cdemangle_demangle_swift(const char *mangled, char *out, size_t capacity) {
  size_t length = strlen(mangled);
  ptrdiff_t result = bounded(through_swift, mangled, (int)length, out, capacity);
  // What cannot be demangled comes back as it is.
  return result == (ptrdiff_t)length && memcmp(out, mangled, length) == 0 ? -1 : result;
}

ptrdiff_t cdemangle_demangle_ada(const char *mangled, char *out, size_t capacity) {
  ptrdiff_t length = bounded(ada_demangle, mangled, DMGL_PARAMS | DMGL_ANSI, out, capacity);
  // `<name>` says that it is none of Ada's.
  return length > 0 && out[0] != '<' ? length : -1;
}

ptrdiff_t cdemangle_demangle(const char *mangled, char *out, size_t capacity) {
  if (mangled[0] != '_') return -1;
  // Rust first: its older names look like C++ ones (`_ZN…17h<hash>E`).
  ptrdiff_t length = -1;
  if (mangled[1] == 'R' || mangled[1] == 'Z')
    length = through_callback(rust_demangle_callback, mangled, out, capacity);
  if (length < 0 && (mangled[1] == 'Z' || mangled[1] == 'G'))
    length = through_callback(cplus_demangle_v3_callback, mangled, out, capacity);
  if (length < 0 && mangled[1] == 'D') 
    length = bounded(dlang_demangle, mangled, DMGL_PARAMS | DMGL_ANSI, out, capacity);
  return length;
}
