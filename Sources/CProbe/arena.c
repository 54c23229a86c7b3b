// Memory of the probe's own, apart from the library's heap: blocks of powers of two, which are never
// given back to the kernel.
#define _GNU_SOURCE
#include "arena.h"

#include <sched.h>
#include <string.h>
#include <sys/mman.h>

enum {
  header_size = 16,
  smallest_class = 5,   // 32 bytes, header included
  class_count = 31,     // up to 2 GiB
  commit_step = 1 << 18,
};
// Address space only; what is used is made accessible as it is needed.
static const size_t arena_reserve = (size_t)2 << 30;

static char *arena_start, *arena_next, *arena_committed, *arena_end;
// Free blocks of each power of two, linked through their first word.
static void *arena_free_lists[class_count];

int cprobe_is_in_arena(const void *pointer) {
  return (const char *)pointer >= arena_start && (const char *)pointer < arena_end;
}

void *cprobe_arena_take(size_t size) {
  if (size > (size_t)(arena_end - arena_next)) return NULL;
  if (arena_next + size > arena_committed) {
    size_t missing = (size_t)(arena_next + size - arena_committed);
    missing = (missing + commit_step - 1) & -(size_t)commit_step;
    if (missing > (size_t)(arena_end - arena_committed)) {
      missing = (size_t)(arena_end - arena_committed);
    }
    if (mprotect(arena_committed, missing, PROT_READ | PROT_WRITE) != 0) return NULL;
    arena_committed += missing;
  }
  void *taken = arena_next;
  arena_next += size;
  return taken;
}

// Threads of the library that call back run the probe's own code too.
static volatile int arena_lock;

static void close_arena(void) {
  while (__atomic_exchange_n(&arena_lock, 1, __ATOMIC_ACQUIRE) != 0) sched_yield();
}

static void open_arena(void) { __atomic_store_n(&arena_lock, 0, __ATOMIC_RELEASE); }

// A limit that called code sets (RLIMIT_DATA, RLIMIT_AS) must leave the probe enough to answer.
void cprobe_arena_keep_reserve(void) {
  enum { reserve = 1 << 20 };
  close_arena();
  size_t missing = 2 * reserve;
  if ((size_t)(arena_committed - arena_next) < reserve &&
      missing <= (size_t)(arena_end - arena_committed) &&
      mprotect(arena_committed, missing, PROT_READ | PROT_WRITE) == 0) {
    arena_committed += missing;
  }
  open_arena();
}

static int size_class(size_t size) {
  int class = smallest_class;
  while (class < class_count && ((size_t)1 << class) < size) class++;
  return class;
}

void *cprobe_arena_allocate(size_t size) {
  if (size > arena_reserve) return NULL;
  int class = size_class(size + header_size);
  if (class >= class_count) return NULL;
  close_arena();
  void **block = arena_free_lists[class];
  if (block != NULL) {
    memcpy(&arena_free_lists[class], (char *)block + header_size, sizeof(void *));
  } else {
    block = cprobe_arena_take((size_t)1 << class);
  }
  open_arena();
  if (block == NULL) return NULL;
  *(uint64_t *)block = (uint64_t)class;
  ((uint64_t *)block)[1] = 0;
  return (char *)block + header_size;
}

// The header before an aligned pointer says how far the block's start is.
static char *arena_block(void *pointer) {
  uint64_t *header = (uint64_t *)((char *)pointer - header_size);
  return (char *)header - header[1];
}

void cprobe_arena_release(void *pointer) {
  char *block = arena_block(pointer);
  uint64_t class = *(uint64_t *)block;
  if (class < smallest_class || class >= class_count) return;  // called code wrote over it
  close_arena();
  memcpy(block + header_size, &arena_free_lists[class], sizeof(void *));
  arena_free_lists[class] = block;
  open_arena();
}

size_t cprobe_arena_usable(void *pointer) {
  char *block = arena_block(pointer);
  return ((size_t)1 << *(uint64_t *)block) - (size_t)((char *)pointer - block);
}

void *cprobe_arena_aligned(size_t alignment, size_t size) {
  char *plain = cprobe_arena_allocate(size + alignment);
  if (plain == NULL || alignment <= header_size) return plain;
  char *aligned = (char *)(((uintptr_t)plain + alignment - 1) & -(uintptr_t)alignment);
  if (aligned != plain) {
    uint64_t *header = (uint64_t *)(aligned - header_size);
    uint64_t class = *(uint64_t *)(plain - header_size);
    header[0] = class;
    header[1] = (uint64_t)(aligned - plain);
  }
  return aligned;
}

int cprobe_arena_start(uint64_t *start, uint64_t *end) {
  void *memory = mmap(NULL, arena_reserve, PROT_NONE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (memory == MAP_FAILED) return -1;
  arena_start = arena_next = arena_committed = memory;
  arena_end = arena_start + arena_reserve;
  *start = (uint64_t)(uintptr_t)arena_start;
  *end = (uint64_t)(uintptr_t)arena_end;
  return 0;
}

void cprobe_arena_open_in_child(void) { arena_lock = 0; }
