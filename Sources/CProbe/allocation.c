// malloc and its family, in front of libc's: the dynamic linker finds the program's definitions
// first, for every library and for libc itself.
//
// What called code allocates is libc's, as without sonde, and is written into a ledger: which blocks
// live, which call allocated them, which freed them, and what the present call did in order. What
// the probe itself allocates comes from an arena of its own: the library's heap then looks as it
// would without sonde, a smashed heap does not harm the probe, and the probe's bookkeeping is
// told from the changes of a call by its address alone.
//
// Behind every block of the ledger stands a fence, eight bytes that no program would write there. It
// is looked at when the block is freed and when a call ends: what was written past the end of a
// block is found before it shows as something else.
//
// The ledger is part of the process, so it goes back with every snapshot. It is safe among threads
// (one spin lock), after fork (the child opens the lock), and in signal handlers that interrupt it
// (they allocate unrecorded, and are counted).
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/rseq.h>
#include <unistd.h>

#include "CProbe.h"
#include "CProbeMemory.h"
#include "arena.h"

// libc's own, behind the names defined here.
extern void *__libc_malloc(size_t);
extern void __libc_free(void *);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

_Static_assert(sizeof(struct cprobe_control) == 408, "ProbeControl.size");
_Static_assert(sizeof(struct cprobe_block) == 24, "LedgerBlock.size");
_Static_assert(sizeof(struct cprobe_event) == 24, "LedgerEvent.size");

static struct cprobe_control *control;
// Set in the thread that serves requests, while it does not run called code.
static __thread int runs_own_code;

// MARK: The ledger

static struct cprobe_block *blocks;
static size_t block_capacity, block_used;  // used: with dead ones
static struct cprobe_event *events;

static volatile int ledger_lock;
static __thread int is_inside_ledger;

static int enter_ledger(void) {
  if (control == NULL || runs_own_code) return 0;
  if (is_inside_ledger) {
    control->untracked++;
    return 0;
  }
  is_inside_ledger = 1;
  while (__atomic_exchange_n(&ledger_lock, 1, __ATOMIC_ACQUIRE) != 0) sched_yield();
  return 1;
}

static void leave_ledger(void) {
  __atomic_store_n(&ledger_lock, 0, __ATOMIC_RELEASE);
  is_inside_ledger = 0;
}

// Fibonacci hashing; malloc's addresses are multiples of 16.
static size_t slot_of(uint64_t address, size_t capacity) {
  return (size_t)(((address >> 4) * 0x9e3779b97f4a7c15u) >> 20) & (capacity - 1);
}

static struct cprobe_block *find_block(uint64_t address) {
  for (size_t at = slot_of(address, block_capacity);; at = (at + 1) & (block_capacity - 1)) {
    if (blocks[at].address == address || blocks[at].address == 0) return &blocks[at];
  }
}

// A table for so many blocks, of memory that mmap gives: the arena's lists are another thread's.
static struct cprobe_block *map_table(size_t capacity) {
  void *memory = mmap(NULL, capacity * sizeof *blocks, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

// What was freed is remembered, to say which call did; but not for ever.
enum { remembered_dead = 1 << 20 };

static int grow_table(void) {
  struct cprobe_block *old = blocks;
  size_t old_capacity = block_capacity;
  struct cprobe_block *grown = map_table(2 * old_capacity);
  if (grown == NULL) return -1;
  int forgets_dead = block_used > remembered_dead;
  blocks = grown;
  block_capacity = 2 * old_capacity;
  block_used = 0;
  for (size_t i = 0; i < old_capacity; i++) {
    if (old[i].address == 0 || (forgets_dead && old[i].freed != 0)) continue;
    *find_block(old[i].address) = old[i];
    block_used++;
  }
  munmap(old, old_capacity * sizeof *old);
  control->blocks = (uint64_t)(uintptr_t)blocks;
  control->block_capacity = block_capacity;
  return 0;
}

// MARK: Fences

enum { fence_size = 8 };

// Another for each block, and no byte of it zero: a string that is one too long ends in a zero.
static uint64_t fence_of(uint64_t address) {
  return address * 0x9e3779b97f4a7c15u | 0x0101010101010101u;
}

// What to ask libc for; too much stays too much.
static size_t with_fence(size_t size) { return size > PTRDIFF_MAX - fence_size ? size : size + fence_size; }

static uint64_t size_of(const struct cprobe_block *block) {
  return block->size & ~cprobe_overrun_told;
}

static void set_fence(uint64_t address, uint64_t size) {
  uint64_t fence = fence_of(address);
  memcpy((void *)(uintptr_t)(address + size), &fence, sizeof fence);
}

static void check_fence(struct cprobe_block *block) {
  // A large block may have been unmapped behind the ledger's back.
  enum { mapped_alone = 64 << 10 };
  if (block->size & cprobe_overrun_told) return;
  uint64_t wanted = fence_of(block->address);
  uint64_t found = wanted;
  uint64_t place = block->address + block->size;
  if (block->size < mapped_alone) {
    memcpy(&found, (void *)(uintptr_t)place, sizeof found);
  } else if (cprobe_read_memory(place, &found, sizeof found) != (ptrdiff_t)sizeof found) {
    return;
  }
  if (found == wanted) return;
  uint64_t size = block->size;
  block->size |= cprobe_overrun_told;
  if (control->overrun_count++ > 0) return;
  control->overrun_block = block->address;
  control->overrun_size = size;
  control->overrun_allocated = block->allocated;
  control->overrun_offset = (uint64_t)__builtin_ctzll(found ^ wanted) / 8;
}

// Those that the call allocated, and as many of all others as take no time that one would notice:
// of a large heap another part after each call.
static void check_fences(void) {
  enum { most = 1 << 15 };
  static size_t cursor;
  if (!enter_ledger()) return;
  uint64_t count = control->event_count;
  if (count > cprobe_event_capacity) count = cprobe_event_capacity;
  for (uint64_t i = 0; i < count; i++) {
    if (events[i].is_free) continue;
    struct cprobe_block *block = find_block(events[i].address);
    if (block->address != 0 && block->freed == 0) check_fence(block);
  }
  size_t left = block_capacity < most ? block_capacity : most;
  for (; left > 0; left--, cursor++) {
    struct cprobe_block *block = &blocks[cursor & (block_capacity - 1)];
    if (block->address != 0 && block->freed == 0) check_fence(block);
  }
  leave_ledger();
}

static void add_event(uint64_t address, uint64_t size, int is_free) {
  if (control->event_count < cprobe_event_capacity) {
    struct cprobe_event event = {address, size, (uint64_t)is_free};
    events[control->event_count] = event;
  }
  control->event_count++;
}

// What the dynamic linker allocates for itself (its lists, thread-local variables) is known, but no
// allocation of the called code.
static uint64_t linker_start, linker_end;

static int is_linker(const void *caller) {
  uint64_t address = (uint64_t)(uintptr_t)caller;
  return address >= linker_start && address < linker_end;
}

#define CALLER __builtin_return_address(0)

static void note_allocation(void *pointer, size_t size, const void *caller) {
  if (pointer == NULL || !enter_ledger()) return;
  int kept_errno = errno;
  uint64_t address = (uint64_t)(uintptr_t)pointer;
  int is_linkers = is_linker(caller);
  if (!is_linkers) add_event(address, size, 0);
  if (block_used * 3 > block_capacity * 2 && grow_table() != 0 &&
      block_used + 1 >= block_capacity) {
    control->untracked++;
  } else {
    struct cprobe_block *block = find_block(address);
    if (block->address == 0) block_used++;
    uint32_t owner = is_linkers ? cprobe_linker : (uint32_t)control->call_number;
    struct cprobe_block entry = {address, size, owner, 0};
    *block = entry;
    set_fence(address, size);
  }
  leave_ledger();
  errno = kept_errno;
}

static void say(const char *text) {
  ssize_t written = write(2, text, strlen(text));
  (void)written;
}

static void note_misuse(int kind, uint64_t address, const struct cprobe_block *block) {
  control->misuse_kind = (uint64_t)kind;
  control->misuse_address = address;
  if (block == NULL) return;
  control->misuse_block = block->address;
  control->misuse_size = size_of(block);
  control->misuse_allocated = block->allocated;
  control->misuse_freed = block->freed;
}

static const struct cprobe_block *block_around(uint64_t address) {
  for (size_t i = 0; i < block_capacity; i++) {
    const struct cprobe_block *block = &blocks[i];
    if (block->address != 0 && block->freed == 0 && address > block->address &&
        address - block->address < size_of(block))
      return block;
  }
  return NULL;
}

// Before the block goes back to libc, since another thread may get the address at once.
// Returns whether the ledger knew the block; ends the process when it cannot be freed.
static int note_free(void *pointer, size_t *size) {
  if (!enter_ledger()) return 0;
  uint64_t address = (uint64_t)(uintptr_t)pointer;
  struct cprobe_block *block = find_block(address);
  if (block->address != 0 && block->freed == 0) {
    check_fence(block);
    block->freed = (uint32_t)control->call_number + 1;
    *size = size_of(block);
    if (block->allocated != cprobe_linker) add_event(address, *size, 1);
    leave_ledger();
    return 1;
  }
  const struct cprobe_block *around = block->address == 0 ? block_around(address) : NULL;
  if (block->address != 0) {
    note_misuse(cprobe_misuse_double_free, address, block);
    leave_ledger();
    say("free(): the block has been freed already\n");
    abort();
  }
  if (around != NULL || cprobe_is_in_arena(pointer)) {
    note_misuse(cprobe_misuse_inside_block, address, around);
    leave_ledger();
    say("free(): invalid pointer\n");
    abort();
  }
  // Allocated before the ledger began, or never: libc aborts over the latter, and the front then
  // finds what was tried.
  note_misuse(cprobe_misuse_unknown, address, NULL);
  leave_ledger();
  return 0;
}

// The probe frees what libc had allocated in a call (dlerror's text).
static int note_own_free(const void *pointer) {
  if (control == NULL) return 0;
  runs_own_code = 0;
  if (enter_ledger()) {
    struct cprobe_block *block = find_block((uint64_t)(uintptr_t)pointer);
    if (block->address != 0) block->freed = (uint32_t)control->call_number + 1;
    leave_ledger();
  }
  runs_own_code = 1;
  return 1;
}

static void forget_misuse(void) {
  if (control != NULL) control->misuse_kind = cprobe_misuse_none;
}

static void open_lock_in_child(void) {
  ledger_lock = 0;
  cprobe_arena_open_in_child();
  is_inside_ledger = 0;
}

static void count_fork(void) {
  if (control != NULL) control->forks++;
}

struct cprobe_control *cprobe_control(void) { return control; }

static void own(uint64_t start, uint64_t size) {
  if (control->own_count == cprobe_own_capacity || size == 0) return;
  control->own[2 * control->own_count] = start;
  control->own[2 * control->own_count + 1] = start + size;
  control->own_count++;
}

// The thread-local variables of the program, and of Swift where it is shared.
static int own_thread_variables(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  (void)context;
  int is_own = info->dlpi_name[0] == 0 || strstr(info->dlpi_name, "/libswift") != NULL ||
               strstr(info->dlpi_name, "/lib_Foundation") != NULL ||
               strstr(info->dlpi_name, "/libFoundation") != NULL;
  if (!is_own || info->dlpi_tls_data == NULL) return 0;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    if (info->dlpi_phdr[i].p_type != PT_TLS) continue;
    own((uint64_t)(uintptr_t)info->dlpi_tls_data, info->dlpi_phdr[i].p_memsz);
  }
  return 0;
}

// A freed block too large for the quick lists is linked to the first bin of malloc's arena, which
// stands 96 bytes into it (malloc/malloc.c, struct malloc_state: 2200 bytes). This also makes
// malloc prepare itself, so that no call is the first to.
static void own_arena_of_malloc(void) {
  enum { above_quick_lists = 2000, bin_offset = 96, state_size = 2200 };
  // Fences keep it from being joined to a free block before or behind it.
  void *before = __libc_malloc(16);
  volatile uint64_t *block = __libc_malloc(above_quick_lists);
  void *behind = __libc_malloc(16);
  if (before == NULL || block == NULL || behind == NULL) return;
  __libc_free((void *)block);
  uint64_t bin = *block;
  Dl_info place;
  if (dladdr((void *)(uintptr_t)bin, &place) != 0 && place.dli_fname != NULL &&
      strstr(place.dli_fname, "libc.so") != NULL) {
    own(bin - bin_offset, state_size);
  }
  __libc_free(before);
  __libc_free(behind);
}

static int find_linker(struct dl_phdr_info *info, size_t size, void *context) {
  (void)size;
  (void)context;
  if (strstr(info->dlpi_name, "/ld-linux") == NULL && strstr(info->dlpi_name, "/ld-2") == NULL)
    return 0;
  linker_start = info->dlpi_addr;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
    uint64_t end = info->dlpi_addr + segment->p_vaddr + segment->p_memsz;
    if (segment->p_type == PT_LOAD && end > linker_end) linker_end = end;
  }
  return 1;
}

static void find_own_memory(void) {
  dl_iterate_phdr(find_linker, NULL);
  // struct pthread, whose last member is what the kernel writes the processor's number to.
  uint64_t descriptor = (uint64_t)pthread_self();
  uint64_t end = (uint64_t)__builtin_thread_pointer() + (uint64_t)__rseq_offset + 32;
  enum { least_size = 2304 };
  own(descriptor, end > descriptor + least_size ? end - descriptor : least_size);
  dl_iterate_phdr(own_thread_variables, NULL);
  own_arena_of_malloc();
}

int cprobe_start_ledger(void) {
  enum { first_capacity = 4096 };
  uint64_t arena_start, arena_end;
  if (cprobe_arena_start(&arena_start, &arena_end) != 0) return -1;
  struct cprobe_control *page = cprobe_arena_take(4096);
  events = cprobe_arena_take(cprobe_event_capacity * sizeof *events);
  blocks = map_table(first_capacity);
  if (page == NULL || events == NULL || blocks == NULL) return -1;
  block_capacity = first_capacity;
  page->magic = 0x4c54434544534e4f;
  page->errno_address = (uint64_t)(uintptr_t)&errno;
  page->arena_start = arena_start;
  page->arena_end = arena_end;
  page->blocks = (uint64_t)(uintptr_t)blocks;
  page->block_capacity = block_capacity;
  page->events = (uint64_t)(uintptr_t)events;
  if (pthread_atfork(NULL, count_fork, open_lock_in_child) != 0) return -1;
  control = page;
  find_own_memory();
  cprobe_end_called_code();
  return 0;
}

// A thread that called code cancels ends in called code, or not at all: what runs otherwise is not
// made to be left in the middle.
static __thread int cancel_state = PTHREAD_CANCEL_ENABLE;

void cprobe_begin_called_code(void) {
  pthread_setcancelstate(cancel_state, NULL);
  runs_own_code = 0;
}

void cprobe_end_called_code(void) {
  runs_own_code = control != NULL;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &cancel_state);
}

// A call that a callback makes belongs to the one around it.
static int calls_running;

void cprobe_begin_call(void) {
  if (control == NULL || calls_running++ > 0) return;
  cprobe_arena_keep_reserve();
  control->call_number++;
  control->event_count = 0;
  control->forks = 0;
  control->misuse_kind = cprobe_misuse_none;
  control->overrun_count = 0;
}

void cprobe_end_call(void) {
  if (--calls_running > 0 || control == NULL) return;
  runs_own_code = 0;
  check_fences();
  runs_own_code = 1;
}

// MARK: The family

static void *allocate(size_t size, const void *caller) {
  if (runs_own_code) {
    void *own = cprobe_arena_allocate(size);
    if (own == NULL) errno = ENOMEM;
    return own;
  }
  void *block = __libc_malloc(with_fence(size));
  note_allocation(block, size, caller);
  return block;
}

void *malloc(size_t size) { return allocate(size, CALLER); }

void free(void *pointer) {
  if (pointer == NULL) return;
  if (runs_own_code && cprobe_is_in_arena(pointer)) {
    cprobe_arena_release(pointer);
    return;
  }
  size_t size;
  int kept_errno = errno;
  int is_known = runs_own_code ? note_own_free(pointer) : note_free(pointer, &size);
  __libc_free(pointer);
  if (!is_known) forget_misuse();
  errno = kept_errno;
}

void *calloc(size_t count, size_t size) {
  if (runs_own_code) {
    size_t bytes;
    void *own = __builtin_mul_overflow(count, size, &bytes) ? NULL : cprobe_arena_allocate(bytes);
    if (own == NULL) errno = ENOMEM;
    return own == NULL ? NULL : memset(own, 0, bytes);
  }
  size_t bytes;
  // The product that is too large is libc's to refuse.
  int is_product = !__builtin_mul_overflow(count, size, &bytes);
  void *block = is_product ? __libc_calloc(1, with_fence(bytes)) : __libc_calloc(count, size);
  note_allocation(block, bytes, CALLER);
  return block;
}

// In libc's realloc the old block may move; a failure leaves it as it was (realloc(3)).
static void *reallocate(void *pointer, size_t size, const void *caller) {
  size_t old_size = 0;
  int is_known = note_free(pointer, &old_size);
  void *block = __libc_realloc(pointer, size == 0 ? 0 : with_fence(size));
  if (!is_known) {
    forget_misuse();
    note_allocation(block, size, caller);
    return block;
  }
  if (block != NULL) {
    note_allocation(block, size, caller);
  } else if (size != 0 && enter_ledger()) {
    find_block((uint64_t)(uintptr_t)pointer)->freed = 0;
    if (control->event_count > 0) control->event_count--;
    leave_ledger();
  }
  return block;
}

void *realloc(void *pointer, size_t size) {
  if (pointer == NULL) return allocate(size, CALLER);
  if (runs_own_code && cprobe_is_in_arena(pointer)) {
    size_t usable = cprobe_arena_usable(pointer);
    if (size <= usable) return pointer;
    void *moved = cprobe_arena_allocate(size);
    if (moved == NULL) {
      errno = ENOMEM;
      return NULL;
    }
    memcpy(moved, pointer, usable);
    cprobe_arena_release(pointer);
    return moved;
  }
  return reallocate(pointer, size, CALLER);
}

static void *allocate_aligned(size_t alignment, size_t size, const void *caller) {
  if (runs_own_code) return cprobe_arena_aligned(alignment, size);
  void *block = __libc_memalign(alignment, with_fence(size));
  note_allocation(block, size, caller);
  return block;
}

void *memalign(size_t alignment, size_t size) { return allocate_aligned(alignment, size, CALLER); }

void *aligned_alloc(size_t alignment, size_t size) {
  return allocate_aligned(alignment, size, CALLER);
}

int posix_memalign(void **place, size_t alignment, size_t size) {
  if (alignment < sizeof(void *) || (alignment & (alignment - 1)) != 0) return EINVAL;
  int kept_errno = errno;
  void *block = allocate_aligned(alignment, size, CALLER);
  errno = kept_errno;
  if (block == NULL) return ENOMEM;
  *place = block;
  return 0;
}

void *valloc(size_t size) { return allocate_aligned((size_t)getpagesize(), size, CALLER); }

void *pvalloc(size_t size) {
  size_t page = (size_t)getpagesize();
  return allocate_aligned(page, (size + page - 1) & -page, CALLER);
}

size_t malloc_usable_size(void *pointer) {
  if (pointer == NULL) return 0;
  if (cprobe_is_in_arena(pointer)) return cprobe_arena_usable(pointer);
  // No more than was asked for: the fence is behind that.
  if (enter_ledger()) {
    const struct cprobe_block *block = find_block((uint64_t)(uintptr_t)pointer);
    int is_known = block->address != 0 && block->freed == 0;
    size_t size = is_known ? size_of(block) : 0;
    leave_ledger();
    if (is_known) return size;
  }
  static size_t (*volatile usable)(void *);
  if (usable == NULL) usable = (size_t(*)(void *))dlsym(RTLD_NEXT, "malloc_usable_size");
  return usable == NULL ? 0 : usable(pointer);
}

uint64_t cprobe_interposed(uint64_t address) {
  static const struct {
    const char *name;
    void *own;
  } family[] = {
      {"malloc", malloc},     {"free", free},
      {"calloc", calloc},     {"realloc", realloc},
      {"memalign", memalign}, {"aligned_alloc", aligned_alloc},
      {"valloc", valloc},     {"posix_memalign", posix_memalign},
      {"pvalloc", pvalloc},   {"malloc_usable_size", malloc_usable_size},
  };
  static uint64_t theirs[sizeof family / sizeof *family];
  for (size_t i = 0; i < sizeof family / sizeof *family; i++) {
    if (theirs[i] == 0) theirs[i] = (uint64_t)(uintptr_t)dlsym(RTLD_NEXT, family[i].name);
    if (theirs[i] == address && address != 0) return (uint64_t)(uintptr_t)family[i].own;
  }
  return address;
}
