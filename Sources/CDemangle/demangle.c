#include "CDemangle.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

// Source of these declarations: include/demangle.h and include/libiberty.h of binutils. The
// installed headers expect an autoconf'ed world. DMGL_NO_RECURSE_LIMIT (1 << 18) is never given:
// without it libiberty refuses names that would recurse more than 2048 deep.
typedef void (*demangle_callback)(const char *, size_t, void *);
extern int cplus_demangle_v3_callback(const char *, int, demangle_callback, void *);
extern int rust_demangle_callback(const char *, int, demangle_callback, void *);
extern char *dlang_demangle(const char *, int);
enum { DMGL_PARAMS = 1 << 0, DMGL_ANSI = 1 << 1 };

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

// The D demangler has no callback form: it grows strings through xmalloc and xrealloc. Defining
// both here keeps libiberty's, which end the process when memory is short, out of the program,
// and bounds what one name may take.
enum { D_LARGEST_STRING = 1 << 16, D_LARGEST_WORK = 1 << 22, D_MOST_GIVEN_UP = 16 };
static _Thread_local jmp_buf d_exhausted;
static _Thread_local size_t d_work;
static _Thread_local int d_given_up;

void *xrealloc(void *old, size_t size) {
  d_work += size;
  void *memory = size > D_LARGEST_STRING || d_work > D_LARGEST_WORK ? NULL
                                                                    : realloc(old, size ? size : 1);
  if (memory == NULL) longjmp(d_exhausted, 1);
  return memory;
}

void *xmalloc(size_t size) { return xrealloc(NULL, size); }

static ptrdiff_t demangle_d(const char *mangled, char *out, size_t capacity) {
  // Giving up leaks the strings in work (at most a few D_LARGEST_STRING), so a table full of
  // such names is not tried to its end.
  if (d_given_up >= D_MOST_GIVEN_UP) return -1;
  d_work = 0;
  if (setjmp(d_exhausted) != 0) {
    d_given_up += 1;
    return -1;
  }
  char *text = dlang_demangle(mangled, DMGL_PARAMS | DMGL_ANSI);
  if (text == NULL) return -1;
  size_t length = strlen(text);
  if (length <= capacity) memcpy(out, text, length);
  free(text);
  return length <= capacity ? (ptrdiff_t)length : -1;
}

ptrdiff_t cdemangle_demangle(const char *mangled, char *out, size_t capacity) {
  if (mangled[0] != '_') return -1;
  // Rust first: its older names look like C++ ones (`_ZN…17h<hash>E`).
  ptrdiff_t length = -1;
  if (mangled[1] == 'R' || mangled[1] == 'Z')
    length = through_callback(rust_demangle_callback, mangled, out, capacity);
  if (length < 0 && (mangled[1] == 'Z' || mangled[1] == 'G'))
    length = through_callback(cplus_demangle_v3_callback, mangled, out, capacity);
  if (length < 0 && mangled[1] == 'D') length = demangle_d(mangled, out, capacity);
  return length;
}
