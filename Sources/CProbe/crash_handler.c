// Fatal signals: one record, then stand still. No Swift runtime in here: everything called from
// the handler is async-signal-safe (signal-safety(7)).
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <ucontext.h>
#include <unistd.h>

#include "CProbe.h"

_Static_assert(sizeof(struct cprobe_crash_record) == 48, "CrashReport.recordSize");

enum { record_magic = 0x48535243, alternate_stack_size = 64 << 10 };

static int crash_descriptor = -1;

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

static void take_registers(struct cprobe_crash_record *record, const ucontext_t *context) {
#if defined(__x86_64__)
  record->program_counter = context->uc_mcontext.gregs[REG_RIP];
  record->stack_pointer = context->uc_mcontext.gregs[REG_RSP];
#elif defined(__aarch64__)
  record->program_counter = context->uc_mcontext.pc;
  record->stack_pointer = context->uc_mcontext.sp;
#endif
}

static void handle_crash(int signal, siginfo_t *info, void *context) {
  struct cprobe_crash_record record;
  memset(&record, 0, sizeof record);
  record.magic = record_magic;
  record.process = getpid();
  record.signal = signal;
  record.code = info->si_code;
  // Only the kernel's own codes carry an address; SI_KERNEL is a general protection fault,
  // whose address the processor does not tell.
  int by_kernel = info->si_code > 0 && info->si_code != SI_KERNEL;
  if (by_kernel && (signal == SIGSEGV || signal == SIGBUS)) {
    record.has_address = 1;
    record.address = (uint64_t)(uintptr_t)info->si_addr;
    record.access = signal == SIGSEGV ? fault_access(context) : 0;
  }
  take_registers(&record, context);
  ssize_t written;
  do {
    written = write(crash_descriptor, &record, sizeof record);
  } while (written < 0 && errno == EINTR);
  for (;;) pause();
}

int cprobe_install_crash_handler(int descriptor) {
  static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS};
  crash_descriptor = descriptor;
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
