// Fatal signals: one record, then stand still. No Swift runtime in here: everything called from
// the handler is async-signal-safe (signal-safety(7)).
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <ucontext.h>
#include <unistd.h>

#include "CProbe.h"

_Static_assert(sizeof(struct cprobe_crash_record) == 320, "CrashReport.recordSize");

enum { record_magic = 0x48535243, alternate_stack_size = 64 << 10 };

static int crash_descriptor = -1;
// The process that the front watches; a child of called code that crashes dies as any other does.
static pid_t watched_process;

// The page-fault error code is defined by the processor (Intel SDM volume 3, section 4.7).
static uint32_t fault_access(const ucontext_t *context) {
#if defined(__x86_64__)
  enum { page_fault = 14, write_bit = 2, fetch_bit = 16 };
  if (context->uc_mcontext.gregs[REG_TRAPNO] != page_fault) return 0;
  unsigned long long error = context->uc_mcontext.gregs[REG_ERR];
  return error & fetch_bit ? 3 : error & write_bit ? 2 : 1;
#else
  (void)context;
  return 0;
#endif
}

// In the order of the DWARF register numbers (System V x86-64 psABI, figure 3.36; DWARF for the
// Arm 64-bit architecture, section 4.1), the program counter last.
static void take_registers(struct cprobe_crash_record *record, const ucontext_t *context) {
#if defined(__x86_64__)
  static const int order[] = {REG_RAX, REG_RDX, REG_RCX, REG_RBX, REG_RSI, REG_RDI,
                              REG_RBP, REG_RSP, REG_R8,  REG_R9,  REG_R10, REG_R11,
                              REG_R12, REG_R13, REG_R14, REG_R15, REG_RIP};
  record->register_count = sizeof order / sizeof *order;
  for (uint32_t i = 0; i < record->register_count; i++) {
    record->registers[i] = (uint64_t)context->uc_mcontext.gregs[order[i]];
  }
  record->program_counter = context->uc_mcontext.gregs[REG_RIP];
  record->stack_pointer = context->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
  record->register_count = 33;
  for (int i = 0; i < 31; i++) record->registers[i] = context->uc_mcontext.regs[i];
  record->registers[31] = record->stack_pointer = context->uc_mcontext.sp;
  record->registers[32] = record->program_counter = context->uc_mcontext.pc;
#endif
}

// Code that has asked for a fault at every unaligned access (the flag AC, bit 18) gets one; what
// comes after it, here, is compiled by people who never heard of that flag.
static inline void permit_unaligned_accesses(void) {
#if defined(__x86_64__)
  __asm__ volatile(
      "lea -128(%%rsp), %%rsp\n\tpushfq\n\tandl $0xfffbffff, (%%rsp)\n\tpopfq\n\t"
      "lea 128(%%rsp), %%rsp" ::: "cc", "memory");
#endif
}

// Without libc, whose wrappers know errno and whether there are threads from thread-local memory:
// that may be what was lost.
static long call_kernel(long number, long a, long b, long c) {
#if defined(__x86_64__)
  long result;
  register long fourth __asm__("r10") = 0;
  register long fifth __asm__("r8") = 0;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(fourth), "r"(fifth)
                   : "rcx", "r11", "memory");
  return result;
#else
  long result = syscall(number, a, b, c, 0, 0);
  return result < 0 ? -errno : result;
#endif
}

__attribute__((noreturn)) static void send_and_stand_still(const struct cprobe_crash_record *record) {
  long written;
  do {
    written = call_kernel(SYS_write, crash_descriptor, (long)record, sizeof *record);
  } while (written == -EINTR);
  for (;;) call_kernel(SYS_ppoll, 0, 0, 0);
}

static void handle_crash(int number, siginfo_t *info, void *context) {
  permit_unaligned_accesses();
  pid_t process = (pid_t)call_kernel(SYS_getpid, 0, 0, 0);
  if (process != watched_process) {
    signal(number, SIG_DFL);
    // A fault comes again by itself when the instruction is repeated; what was sent does not.
    if (info->si_code <= 0 || number == SIGABRT || number == SIGTRAP) raise(number);
    return;
  }
  struct cprobe_crash_record record;
  memset(&record, 0, sizeof record);
  record.magic = record_magic;
  record.process = process;
  record.signal = number;
  record.code = info->si_code;
  // Only the kernel's own codes carry an address; SI_KERNEL is a general protection fault,
  // whose address the processor does not tell.
  int by_kernel = info->si_code > 0 && info->si_code != SI_KERNEL;
  if (by_kernel && (number == SIGSEGV || number == SIGBUS)) {
    record.has_address = 1;
    record.address = (uint64_t)(uintptr_t)info->si_addr;
    record.access = number == SIGSEGV ? fault_access(context) : 0;
  }
  take_registers(&record, context);
  send_and_stand_still(&record);
}

void cprobe_adopt_process(void) { watched_process = getpid(); }

void cprobe_report_thread_end(void) {
  struct cprobe_crash_record record;
  memset(&record, 0, sizeof record);
  record.magic = record_magic;
  record.process = getpid();
  send_and_stand_still(&record);
}

int cprobe_install_crash_handler(int descriptor) {
  static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
  crash_descriptor = descriptor;
  cprobe_adopt_process();
  void *memory = mmap(NULL, alternate_stack_size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return -1;
  stack_t stack = {.ss_sp = memory, .ss_size = alternate_stack_size};
  if (sigaltstack(&stack, NULL) != 0) return -1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = handle_crash;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK;
  sigfillset(&action.sa_mask);
  for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
    if (sigaction(signals[i], &action, NULL) != 0) return -1;
  }
  return 0;
}
