// The probe's C: what must be async-signal-safe, what must stand inside a C++ `try`, and system
// calls that the Glibc module does not show.
#pragma once
#include <ffi.h>
#include <stddef.h>
#include <stdint.h>

#include "CProbeMemory.h"
#include "CProbeSandbox.h"

#ifdef __cplusplus
extern "C" {
#endif

/// What the handler of fatal signals writes; ProbeWire's CrashReport reads it.
struct cprobe_crash_record {
  uint32_t magic;
  int32_t process;
  int32_t signal;
  int32_t code;
  uint32_t has_address;
  uint32_t access;  // 0 unknown, 1 read, 2 write, 3 execute
  uint64_t address;
  uint64_t program_counter;
  uint64_t stack_pointer;
  uint32_t register_count;
  uint32_t unused;
  uint64_t registers[33];  // in the order of their DWARF numbers
};

/// Catches SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP and SIGSYS on a stack of its own:
/// writes one record to `descriptor` and waits frozen until somebody ends the process.
/// Returns 0, or -1 with errno set.
int cprobe_install_crash_handler(int descriptor);

/// Makes this process the one whose crashes are recorded: a snapshot that has been woken.
void cprobe_adopt_process(void);

/// Writes a record of signal 0, which says that the called code ends the thread it runs on, and
/// waits frozen.
void cprobe_report_thread_end(void) __attribute__((noreturn));

/// Every register that a call passes something in, and the stack; then what came back.
struct cprobe_registers {
  uint64_t integers[6];        // rdi, rsi, rdx, rcx, r8, r9
  unsigned char vectors[8][16];  // xmm0 to xmm7
  uint64_t vector_count;       // rax: how many of them are used
  const void *stack;
  uint64_t stack_size;         // bytes, a multiple of 8
  uint64_t stack_alignment;    // a power of two, at least 16
  uint64_t integer_results[2];   // rax, rdx
  unsigned char vector_results[2][16];  // xmm0, xmm1
  unsigned char x87_results[2][16];     // st0, st1
  uint32_t x87_count;          // how many of those the function leaves
};

/// Calls with these registers. x86-64 only: see ``cprobe_has_register_calls``.
void cprobe_enter_registers(void (*function)(void), struct cprobe_registers *registers);
int cprobe_has_register_calls(void);

/// A call through libffi, and what came of it.
struct cprobe_call {
  ffi_cif *cif;
  void (*function)(void);
  void *result;
  void **arguments;
  struct cprobe_registers *registers;  // call with these, not through libffi; null for libffi
  uint64_t repetitions;  // how often to call
  uint64_t group;        // calls that are timed together
  uint64_t *samples;     // nanoseconds of each group, room for all; null for none
  int32_t error_number;  // errno behind the call, 0 before it
  uint64_t duration;     // nanoseconds
  int32_t threw;
  int32_t has_what;
  char exception_type[512];
  char exception_what[4096];
};

/// Maps the stack that calls run on, with a guard region below. Returns 0, or -1 with errno set.
int cprobe_prepare_call_stack(void);

/// Calls on that stack, inside a `try`.
void cprobe_call(struct cprobe_call *call);

/// `dlopen` and `dlsym`/`dlvsym` on that stack: constructors and IFUNC resolvers are called code.
void *cprobe_open(const char *path, int flags);
void *cprobe_symbol(void *library, const char *name, const char *version);

/// `recvmsg` of bytes and at most one descriptor; `*descriptor` is -1 when none came.
/// Returns what recvmsg returns.
ptrdiff_t cprobe_receive(int socket, void *buffer, size_t size, int *descriptor);

/// `sendmsg` of bytes and, when `descriptor` is not -1, that descriptor; no SIGPIPE.
/// Returns the bytes sent, or -1 with errno set.
ptrdiff_t cprobe_send(int socket, const void *bytes, size_t size, int descriptor);

/// Forks a copy of this process that is no child of it, so that called code which waits for its
/// children never meets it. Returns 0 here, 1 in the copy, -1 with errno set; `*process` is the
/// copy's number, or 0 where only the copy knows it.
int cprobe_fork_snapshot(int32_t *process);

/// Where the system call that makes such a copy returns to (x86-64): by that the sandbox knows it.
extern const char cprobe_clone_return[];

/// Likewise for the call that gives a copy's lifeline its owner.
extern const char cprobe_own_descriptor_return[];

/// Reads this process's own memory without the risk of a fault (`process_vm_readv`, which the
/// Glibc module does not show). Returns the bytes read, or -1.
ptrdiff_t cprobe_read_memory(uint64_t address, void *buffer, size_t size);

/// Writes this process's own memory without the risk of a fault. Returns the bytes written, or -1.
ptrdiff_t cprobe_write_memory(uint64_t address, const void *bytes, size_t size);

/// Makes the closing of the lifeline's other end kill the whole process group, whatever its
/// signal masks and handlers: F_SETSIG with SIGKILL (fcntl is variadic, Swift cannot call it so).
/// Returns 0, or -1 with errno set.
int cprobe_arm_lifeline(int descriptor);

/// Moves a descriptor to the highest free place below the limit, close-on-exec, out of the way
/// of called code that closes or writes to low ones. Returns the new one, or -1 with errno set.
int cprobe_move_descriptor(int descriptor);

/// The kernel's number of the calling thread (`gettid`, which the Glibc module does not show).
int32_t cprobe_thread(void);

/// No buffer for stdout (a C global that Swift 6 refuses): what called code prints is out even
/// when its next instruction dies.
void cprobe_unbuffer_output(void);

#ifdef __cplusplus
}
#endif
