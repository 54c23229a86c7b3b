// The probe's own memory, and the ledger of what called code allocates.
#pragma once
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What the front reads of a probe, alive or dead, with `process_vm_readv`; ProbeWire's
/// ProbeControl is its other side.
struct cprobe_control {
  uint64_t magic;
  uint64_t errno_address;              // of the thread that calls
  uint64_t stack_start, stack_end;     // the stack that calls run on, its guard region included
  uint64_t arena_start, arena_end;     // the probe's own memory, this block included
  uint64_t call_number;                // of the present or last call, from 1
  uint64_t blocks, block_capacity;     // the table of blocks
  uint64_t events, event_count;        // of the present or last call; all that happened
  uint64_t untracked;                  // allocations that the ledger has no room for
  uint64_t forks;                      // how often called code forked
  uint64_t misuse_kind;                // cprobe_misuse
  uint64_t misuse_address;
  uint64_t misuse_block, misuse_size;  // the block that the address belongs or belonged to
  uint64_t misuse_allocated, misuse_freed;  // by which calls
  uint64_t scratch_start, scratch_end;      // variables, and buffers of statements
  uint64_t own_count;                       // of the pairs below
  uint64_t own[2 * 12];  // from, to: thread-local memory of the probe, and malloc's own state
  uint64_t overrun_count;                     // blocks that this call was found to have overrun
  uint64_t overrun_block, overrun_size;       // the first of them
  uint64_t overrun_allocated, overrun_offset; // by which call; the first wrong byte behind its end
};

/// A block of the table, and an event of the list.
struct cprobe_block {
  uint64_t address;    // 0: the entry was never used
  uint64_t size;       // as asked for; the highest bit: an overrun of it has been told
  uint32_t allocated;  // by which call; 0 outside of calls, cprobe_linker
  uint32_t freed;      // by which call plus 1; 0: the block lives
};

struct cprobe_event {
  uint64_t address;
  uint64_t size;
  uint64_t is_free;  // 1 freed, 0 allocated
};

static const uint64_t cprobe_overrun_told = (uint64_t)1 << 63;

enum { cprobe_linker = 0xffffffff };  // allocated by the dynamic linker

enum {
  cprobe_own_capacity = 12,
  cprobe_event_capacity = 4096,
  cprobe_misuse_none = 0,
  cprobe_misuse_double_free = 1,
  cprobe_misuse_inside_block = 2,
  cprobe_misuse_unknown = 3,
};

/// Starts the ledger: from now on this thread's allocations outside of called code come from
/// memory of the probe's own, and all others are libc's and written down.
/// Returns 0, or -1 with errno set.
int cprobe_start_ledger(void);

/// The block that the front reads; NULL before cprobe_start_ledger.
struct cprobe_control *cprobe_control(void);

/// Begins and ends the time in which this thread runs called code. Code of the probe's that called
/// code calls back to is between `end` and `begin`.
void cprobe_begin_called_code(void);
void cprobe_end_called_code(void);

/// A new call begins, and the events of the last one are forgotten; it ends, and blocks that were
/// written past their end are looked for. Calls that callbacks make within it are part of it.
void cprobe_begin_call(void);
void cprobe_end_call(void);

/// For the address of one of libc's allocation functions, the one that keeps the ledger: what any
/// program of this process finds by that name. Every other address is given back.
uint64_t cprobe_interposed(uint64_t address);

#ifdef __cplusplus
}
#endif
