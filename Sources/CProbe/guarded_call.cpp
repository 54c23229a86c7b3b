// Calls of foreign code: on a stack of their own, inside a `try`. In C++ because nothing else can
// catch what a C++ library throws.
#include <cerrno>
#include <cfenv>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <cxxabi.h>
#include <dlfcn.h>
#include <exception>
#include <sys/mman.h>
#include <typeinfo>
#include <ucontext.h>
#include <unistd.h>

#include "CProbe.h"

namespace {

// As large as a main thread's stack by default; the guard is wider than any frame that a compiler
// lets step over it unprobed.
constexpr size_t stack_size = 8 << 20;
constexpr size_t guard_size = 1 << 20;

char *stack_memory;
ucontext_t outside;
ucontext_t inside;

struct errand {
  void (*body)(void *);
  void *context;
};
errand *current_errand;
fenv_t left_behind;

// Going back to the other stack restores its floating-point environment; what called code made
// of its own (fesetround) must last, as it does in any program.
void run_errand() {
  cprobe_begin_called_code();
  current_errand->body(current_errand->context);
  cprobe_end_called_code();
  fegetenv(&left_behind);
}

// A call that a callback makes is on the call stack already; other threads have their own.
bool has_own_stack() { return gettid() != getpid() || current_errand != nullptr; }

void run_on_call_stack(void (*body)(void *), void *context) {
  pid_t process = getpid();
  if (has_own_stack()) {
    cprobe_begin_called_code();
    body(context);
    cprobe_end_called_code();
    if (getpid() != process) _exit(0);
    return;
  }
  errand own = {body, context};
  current_errand = &own;
  getcontext(&inside);
  inside.uc_stack.ss_sp = stack_memory + guard_size;
  inside.uc_stack.ss_size = stack_size;
  inside.uc_link = &outside;
  makecontext(&inside, run_errand, 0);
  swapcontext(&outside, &inside);
  // A child that called code forked and let return: the probe is its parent, not this one.
  if (getpid() != process) _exit(0);
  fesetenv(&left_behind);
  current_errand = nullptr;
}

uint64_t nanoseconds() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<uint64_t>(now.tv_sec) * 1000000000u + static_cast<uint64_t>(now.tv_nsec);
}

void note_type(struct cprobe_call *call) {
  const std::type_info *type = abi::__cxa_current_exception_type();
  if (type == nullptr) return;
  cprobe_end_called_code();
  int status = 0;
  char *name = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
  snprintf(call->exception_type, sizeof call->exception_type, "%s", name ? name : type->name());
  free(name);
  cprobe_begin_called_code();
}

// The clock is read on both sides of the call even when it throws.
struct stopwatch {
  struct cprobe_call *call;
  uint64_t start = nanoseconds();
  explicit stopwatch(struct cprobe_call *of) : call(of) { errno = 0; }
  ~stopwatch() {
    int number = errno;
    call->duration = nanoseconds() - start;
    call->error_number = number;
  }
};

void invoke(struct cprobe_call *call) {
  if (call->registers != nullptr) {
    cprobe_enter_registers(call->function, call->registers);
  } else {
    ffi_call(call->cif, call->function, call->result, call->arguments);
  }
}

// The clock is looked at once a group.
void repeat(struct cprobe_call *call) {
  uint64_t last = nanoseconds();
  uint64_t *sample = call->samples;
  for (uint64_t left = call->repetitions; left > 0;) {
    uint64_t size = left < call->group ? left : call->group;
    for (uint64_t i = 0; i < size; i++) invoke(call);
    left -= size;
    uint64_t now = nanoseconds();
    *sample++ = now - last;
    last = now;
  }
}

void perform_call(void *context) {
  auto *call = static_cast<struct cprobe_call *>(context);
  try {
    stopwatch watch(call);
    if (call->samples == nullptr) {
      invoke(call);
    } else {
      repeat(call);
    }
#if defined(__x86_64__)
    // The ABI wants the direction flag clear at every return; code that breaks that breaks memcpy,
    // and so does code that leaves the flag for faults at unaligned accesses (AC, bit 18). The red
    // zone below the stack pointer is stepped over.
    __asm__ volatile(
        "cld\n\t"
        "lea -128(%%rsp), %%rsp\n\tpushfq\n\tandl $0xfffbffff, (%%rsp)\n\tpopfq\n\t"
        "lea 128(%%rsp), %%rsp" ::: "cc", "memory");
#endif
  } catch (abi::__forced_unwind &) {
    // pthread_exit and cancellation cannot be stopped, and the probe's only thread is no thread to
    // lose: the front ends the process.
    cprobe_report_thread_end();
  } catch (const std::exception &exception) {
    call->threw = 1;
    note_type(call);
    call->has_what = 1;
    snprintf(call->exception_what, sizeof call->exception_what, "%s", exception.what());
  } catch (...) {
    call->threw = 1;
    note_type(call);
  }
}

struct opening {
  const char *path;
  int flags;
  void *library;
};

struct lookup {
  void *library;
  const char *name;
  const char *version;
  void *address;
};

}  // namespace

// The stack of the probe itself, as deep as it ever needs: it could not grow under a limit that
// called code has set (RLIMIT_STACK, RLIMIT_AS).
static void touch_own_stack() {
  volatile char room[192 << 10];
  for (size_t i = sizeof room; i >= 4096; i -= 4096) room[i - 1] = 0;
}

int cprobe_prepare_call_stack(void) {
  touch_own_stack();
  void *memory = mmap(nullptr, guard_size + stack_size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
  if (memory == MAP_FAILED) return -1;
  if (mprotect(memory, guard_size, PROT_NONE) != 0) return -1;
  stack_memory = static_cast<char *>(memory);
  if (struct cprobe_control *control = cprobe_control()) {
    control->stack_start = reinterpret_cast<uint64_t>(memory);
    control->stack_end = control->stack_start + guard_size + stack_size;
  }
  return 0;
}

void cprobe_call(struct cprobe_call *call) {
  cprobe_begin_call();
  run_on_call_stack(perform_call, call);
  cprobe_end_call();
}

void *cprobe_open(const char *path, int flags) {
  opening request = {path, flags, nullptr};
  run_on_call_stack(
      [](void *context) {
        auto *opened = static_cast<opening *>(context);
        opened->library = dlopen(opened->path, opened->flags);
      },
      &request);
  return request.library;
}

void *cprobe_symbol(void *library, const char *name, const char *version) {
  lookup request = {library, name, version, nullptr};
  run_on_call_stack(
      [](void *context) {
        auto *found = static_cast<lookup *>(context);
        found->address = found->version ? dlvsym(found->library, found->name, found->version)
                                        : dlsym(found->library, found->name);
      },
      &request);
  return request.address;
}
