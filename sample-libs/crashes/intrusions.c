// What reaches beyond the function's own memory: limits, mappings, signals, processes, the
// processor. Nothing here is needed by crashes.c.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fenv.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ipc.h>
#include <sys/mman.h>
#include <sys/msg.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <ucontext.h>
#include <unistd.h>

#include "crashes.h"

static volatile int sink;

static int lower(int resource, unsigned long value) {
  struct rlimit limit;
  if (getrlimit((__rlimit_resource_t)resource, &limit) != 0) return -1;
  if (limit.rlim_max > value) limit.rlim_max = value;
  limit.rlim_cur = limit.rlim_max;
  return setrlimit((__rlimit_resource_t)resource, &limit);
}

int limit_resource(int resource, unsigned long value) { return lower(resource, value); }

int limit_everything(void) {
  int lowered = 0;
  for (int resource = 0; resource < RLIM_NLIMITS; resource++) lowered += lower(resource, 0) == 0;
  return lowered;
}

// Without libc, which may be what disappears.
static long call_kernel(long number, long a, long b, long c) {
#if defined(__x86_64__)
  long result;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c)
                   : "rcx", "r11", "memory");
  return result;
#else
  return syscall(number, a, b, c);
#endif
}

enum { region_limit = 4096 };
static struct {
  unsigned long start, end;
  int is_libc;
} regions[region_limit];

static int find_regions(void) {
  FILE *maps = fopen("/proc/self/maps", "r");
  if (maps == NULL) return 0;
  int count = 0;
  char line[512];
  while (count < region_limit && fgets(line, sizeof line, maps) != NULL) {
    if (sscanf(line, "%lx-%lx", &regions[count].start, &regions[count].end) != 2) continue;
    regions[count++].is_libc = strstr(line, "/libc.so") != NULL;
  }
  fclose(maps);
  return count;
}

static int is_own(int index) {
  unsigned long here = (unsigned long)is_own;
  unsigned long table = (unsigned long)regions;
  return (here >= regions[index].start && here < regions[index].end) ||
         (table >= regions[index].start && table < regions[index].end);
}

void unmap_libc(void) {
  int count = find_regions();
  for (int i = 0; i < count; i++)
    if (regions[i].is_libc)
      call_kernel(SYS_munmap, (long)regions[i].start,
                  (long)(regions[i].end - regions[i].start), 0);
}

void unmap_everything(void) {
  int count = find_regions();
  for (int i = 0; i < count; i++)
    if (!is_own(i))
      call_kernel(SYS_munmap, (long)regions[i].start,
                  (long)(regions[i].end - regions[i].start), 0);
  // The stack has gone, so there is no way back.
  call_kernel(SYS_munmap, (long)regions[0].start, 1, 0);
}

void protect_everything(int protection) {
  int count = find_regions();
  for (int i = 0; i < count; i++)
    if (!is_own(i))
      call_kernel(SYS_mprotect, (long)regions[i].start,
                  (long)(regions[i].end - regions[i].start), protection);
}

int lock_all_memory(void) { return mlockall(MCL_CURRENT | MCL_FUTURE); }

int control_process(int option, unsigned long argument) {
  return prctl(option, argument, 0, 0, 0);
}

static int install_filter(unsigned int action) {
  struct sock_filter steps[] = {{BPF_RET | BPF_K, 0, 0, action}};
  struct sock_fprog program = {1, steps};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

int forbid_calls(void) { return install_filter(SECCOMP_RET_ERRNO | EPERM); }
int forbid_calls_fatally(void) { return install_filter(SECCOMP_RET_KILL_PROCESS); }
int enter_strict_mode(void) { return prctl(PR_SET_SECCOMP, SECCOMP_MODE_STRICT, 0); }

int new_session(void) { return setsid(); }
int new_group(void) { return setpgid(0, 0); }

int vfork_true(void) {
  pid_t child = vfork();
  if (child == 0) {
    execl("/bin/true", "true", (char *)NULL);
    _exit(1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  return status;
}

int vfork_and_hang(void) {
  if (vfork() == 0)
    for (;;) pause();
  return 0;
}

static volatile int is_shared_running;
static int write_shared(void *counter) {
  is_shared_running = 1;
  for (int i = 0; i < 100000; i++) {
    ++*(volatile int *)counter;
    struct timespec wait = {0, 1000000};
    nanosleep(&wait, NULL);
  }
  return 0;
}

static int shared_counter;
int clone_sharing_memory(void) {
  enum { size = 64 << 10 };
  char *stack = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  int child = clone(write_shared, stack + size, CLONE_VM | SIGCHLD, &shared_counter);
  while (child > 0 && !is_shared_running) sched_yield();
  return child;
}

int make_io_uring(void) {
  char parameters[256] = {0};
  return (int)syscall(SYS_io_uring_setup, 4, parameters);
}

int make_userfaultfd(void) { return (int)syscall(SYS_userfaultfd, O_CLOEXEC); }

void alarm_in(int milliseconds) {
  struct itimerval when = {{0, 0}, {milliseconds / 1000, milliseconds % 1000 * 1000}};
  setitimer(ITIMER_REAL, &when, NULL);
}

void alarm_often(void) {
  signal(SIGALRM, SIG_IGN);
  struct itimerval when = {{0, 100}, {0, 100}};
  setitimer(ITIMER_REAL, &when, NULL);
}

void interrupt_often(void) {
  struct sigaction action = {.sa_handler = (void (*)(int))survivor_of_signal};
  sigaction(SIGALRM, &action, NULL);
  struct itimerval when = {{0, 50}, {0, 50}};
  setitimer(ITIMER_REAL, &when, NULL);
}

void survivor_of_signal(int number) { sink = number; }

void crash_on_lost_altstack(void) {
  void *memory = mmap(NULL, 64 << 10, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  stack_t stack = {.ss_sp = memory, .ss_size = 64 << 10};
  sigaltstack(&stack, NULL);
  read_null();
}

static ucontext_t before, other;
static int crashes_there;
static void run_elsewhere(void) {
  if (crashes_there) read_null();
}

int switch_stack(int crashes) {
  static char room[64 << 10];
  crashes_there = crashes;
  getcontext(&other);
  other.uc_stack.ss_sp = room;
  other.uc_stack.ss_size = sizeof room;
  other.uc_link = &before;
  makecontext(&other, run_elsewhere, 0);
  return swapcontext(&before, &other);
}

void lose_stack_pointer(void) {
#if defined(__x86_64__)
  __asm__ volatile("xor %%esp, %%esp\n\tpush %%rax" ::: "memory");
#endif
}

void lose_thread_pointer(void) {
#if defined(__x86_64__)
  call_kernel(SYS_arch_prctl, 0x1002 /* ARCH_SET_FS */, 0, 0);
#endif
}

void set_alignment_check(void) {
#if defined(__x86_64__)
  __asm__ volatile("pushfq\n\torl $0x40000, (%%rsp)\n\tpopfq" ::: "cc", "memory");
#endif
}

void set_trap_flag(void) {
#if defined(__x86_64__)
  __asm__ volatile("pushfq\n\torl $0x100, (%%rsp)\n\tpopfq\n\tnop" ::: "cc", "memory");
#endif
}

void trap_floating_point(void) { feenableexcept(FE_DIVBYZERO | FE_INVALID | FE_INEXACT); }

void fill_x87_stack(void) {
#if defined(__x86_64__)
  for (int i = 0; i < 8; i++) __asm__ volatile("fld1");
#endif
}

int misaligned_vector(void) {
#if defined(__x86_64__)
  static char bytes[64] __attribute__((aligned(16)));
  char *volatile place = bytes + 1;
  __asm__ volatile("movaps (%0), %%xmm0" ::"r"(place) : "xmm0");
#endif
  return 0;
}

int change_personality(unsigned long persona) { return personality(persona); }
int unshare_everything(void) {
  return unshare(CLONE_NEWUSER | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWNET);
}
int become_user(unsigned int user) { return setresuid(user, user, user); }

int open_fifo(const char *folder) {
  char path[4096];
  snprintf(path, sizeof path, "%s/fifo", folder);
  if (mkfifo(path, 0600) != 0) return -1;
  return open(path, O_RDONLY);
}

long read_zeroes(void) {
  static char block[1 << 16];
  int file = open("/dev/zero", O_RDONLY);
  long total = 0;
  while (read(file, block, sizeof block) > 0) total++;
  return total;
}

void wait_on_futex(void) {
  static int word;
  syscall(SYS_futex, &word, FUTEX_WAIT, 0, NULL, NULL, 0);
}

int remove_folder(const char *path) {
  char command[4096];
  snprintf(command, sizeof command, "rm -rf '%s'", path);
  return system(command);
}

void stop_with_full_pipe(void) {
  print_much(4);
  raise(SIGSTOP);
}

int exec_from_memory(void) {
  int from = open("/bin/true", O_RDONLY);
  int to = memfd_create("program", MFD_CLOEXEC);
  char block[4096];
  for (ssize_t count; (count = read(from, block, sizeof block)) > 0;)
    if (write(to, block, (size_t)count) != count) return -1;
  char *const arguments[] = {"program", NULL};
  return fexecve(to, arguments, environ);
}

int run_preloaded(void) {
  setenv("LD_PRELOAD", "/no/such/library.so", 1);
  return system("exit 7");
}

static void hang(void) {
  for (;;) pause();
}

void exit_hanging(void) {
  atexit(hang);
  exit(0);
}

static void crash_again(int number) {
  sink = number;
  write_null();
}

void crash_in_handler(void) {
  signal(SIGSEGV, crash_again);
  read_null();
}

static void ignore(int number) { sink = number; }

void abort_handled(void) {
  signal(SIGABRT, ignore);
  abort();
}

static void *overflow(void *nothing) {
  overflow_stack(0);
  return nothing;
}

void overflow_thread_stack(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, overflow, NULL) == 0) pthread_join(thread, NULL);
}

static void *write_later(void *nothing) {
  for (;;) {
    shared_counter++;
    struct timespec wait = {0, 1000000};
    nanosleep(&wait, NULL);
  }
  return nothing;
}

void thread_writes_on(void) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, write_later, NULL) == 0) pthread_detach(thread);
}

static void *exit_soon(void *status) {
  struct timespec wait = {1, 0};
  nanosleep(&wait, NULL);
  exit((int)(long)status);
}

void thread_exits_later(int status) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, exit_soon, (void *)(long)status) == 0) pthread_detach(thread);
}

static int for_each_socket(int (*act)(int)) {
  int acted = 0;
  for (int descriptor = 3; descriptor < 1100; descriptor++) {
    int kind;
    socklen_t size = sizeof kind;
    if (getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &kind, &size) == 0)
      acted += act(descriptor) == 0;
  }
  return acted;
}

static int shut(int descriptor) { return shutdown(descriptor, SHUT_RDWR); }
int shut_sockets(void) { return for_each_socket(shut); }

// A whole frame of the wire: an answer to the call that is still running, 1 byte long.
static int forge(int descriptor) {
  static const char frame[] = "SNDE\0\0\0\0\1\0\0\0\xff";
  return write(descriptor, frame, sizeof frame - 1) < 0;
}
int forge_answer(void) { return for_each_socket(forge); }

static void *steal(void *descriptor) {
  char bytes[4096];
  while (recv((int)(long)descriptor, bytes, sizeof bytes, 0) > 0) {
  }
  return NULL;
}
static int steal_from(int descriptor) {
  pthread_t thread;
  return pthread_create(&thread, NULL, steal, (void *)(long)descriptor);
}
int steal_requests(void) { return for_each_socket(steal_from); }

int fork_bomb(int milliseconds) {
  struct timespec start, now;
  clock_gettime(CLOCK_MONOTONIC, &start);
  int made = 0;
  for (;;) {
    pid_t child = fork();
    if (child == 0) setsid();
    if (child > 0) made++;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long passed = (now.tv_sec - start.tv_sec) * 1000 + (now.tv_nsec - start.tv_nsec) / 1000000;
    if (passed >= milliseconds) break;
  }
  if (getpid() != made && getppid() == 1) sink++;
  return made;
}

int make_children(int count) {
  int made = 0;
  for (int i = 0; i < count; i++) {
    pid_t child = fork();
    if (child == 0) {
      setsid();
      hang();
    }
    if (child < 0) break;
    made++;
  }
  return made;
}

static void *shared;
int map_shared(void) {
  shared = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  return shared != MAP_FAILED;
}
int count_shared(void) { return ++*(int *)shared; }

void kill_everything(int number) { sink = kill(-1, number); }

int queue_signal(int number) {
  union sigval value = {.sival_int = 1};
  return sigqueue(getpid(), number, value);
}

void loop_in_handler(void) {
  signal(SIGSEGV, (void (*)(int))loop_busy);
  read_null();
}

static int is_running(int process) {
  char path[64], state = 'Z';
  snprintf(path, sizeof path, "/proc/%d/stat", process);
  FILE *file = fopen(path, "r");
  if (file == NULL) return 0;
  if (fscanf(file, "%*d (%*[^)]) %c", &state) != 1) state = 'Z';
  fclose(file);
  return state != 'Z';
}

// The youngest processes beside this one: what a front keeps for later. Each thread of their parent
// lists its own in the order of their births.
int kill_siblings(int count, int number) {
  enum { most = 256 };
  static int siblings[most];
  int found = 0;
  char path[300];
  snprintf(path, sizeof path, "/proc/%d/task", getppid());
  DIR *folder = opendir(path);
  if (folder == NULL) return -1;
  for (struct dirent *thread; (thread = readdir(folder)) != NULL;) {
    snprintf(path, sizeof path, "/proc/%d/task/%.16s/children", getppid(), thread->d_name);
    FILE *file = fopen(path, "r");
    if (file == NULL) continue;
    for (int process; found < most && fscanf(file, "%d", &process) == 1;)
      if (process != getpid()) siblings[found++] = process;
    fclose(file);
  }
  closedir(folder);
  int reached = 0;
  while (reached < count && found > 0) {
    if (kill(siblings[--found], number) != 0) continue;
    reached++;
    while (number == SIGKILL && is_running(siblings[found])) sched_yield();
  }
  return reached;
}

// Signals about a descriptor go to its owner: the kernel sends them.
int signal_siblings(int process) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return -1;
  if (fcntl(ends[0], F_SETOWN, process) != 0) return -1;
  fcntl(ends[0], F_SETSIG, SIGKILL);
  fcntl(ends[0], F_SETFL, O_ASYNC);
  return write(ends[1], "x", 1) == 1 ? 0 : -1;
}

int own_group(void) { return -getpgrp(); }

int limit_process(int process, int resource) {
  struct rlimit limit = {0, 0};
  return prlimit(process, (__rlimit_resource_t)resource, &limit, NULL);
}

int front(void) { return getppid(); }

int never_wait(void) {
  int told = 0;
  for (int descriptor = 3; descriptor < 1100; descriptor++) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags >= 0) told += fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0;
  }
  return told;
}

static int wait_for_more(int descriptor) {
  int bytes = 100000;
  return setsockopt(descriptor, SOL_SOCKET, SO_RCVLOWAT, &bytes, sizeof bytes);
}
int wait_for_much(void) { return for_each_socket(wait_for_more); }

char *long_text(unsigned long length) {
  char *text = malloc(length + 1);
  if (text == NULL) return NULL;
  memset(text, 't', length);
  text[length] = 0;
  return text;
}

static pthread_t caller;
static void *cancel_caller(void *nothing) {
  struct timespec wait = {0, 20000000};
  nanosleep(&wait, NULL);
  pthread_cancel(caller);
  hang();
  return nothing;
}
void cancelled_later(void) {
  pthread_t thread;
  caller = pthread_self();
  if (pthread_create(&thread, NULL, cancel_caller, NULL) == 0) pthread_detach(thread);
}
void cancel_itself(void) { pthread_cancel(pthread_self()); }
int wait_a_moment(void) {
  struct timespec wait = {0, 100000000};
  return nanosleep(&wait, NULL);
}

static int wants_crash;
static void before_fork(void) {
  if (wants_crash == 1) read_null();
  if (wants_crash == 2) hang();
}
static void in_child(void) {
  if (wants_crash == 3) read_null();
}
void trouble_at_fork(int kind) {
  wants_crash = kind;
  pthread_atfork(before_fork, NULL, in_child);
  thread_lives_on(1000);
}

int make_shared_object(void) { return shmget(IPC_PRIVATE, 4096, IPC_CREAT | 0600); }
int make_semaphores(void) { return semget(IPC_PRIVATE, 1, IPC_CREAT | 0600); }
int make_queue(void) { return msgget(IPC_PRIVATE, IPC_CREAT | 0600); }
int remove_shared_object(int number) { return shmctl(number, IPC_RMID, NULL); }

static void spin(int number) {
  for (;;) sink = number;
}
void spin_later(int milliseconds) {
  signal(SIGALRM, spin);
  alarm_in(milliseconds);
}

// Against the ABI: a callee has to leave the stack where it was.
#if defined(__x86_64__)
__asm__(
    ".text\n.globl pop_too_much\n.type pop_too_much, @function\npop_too_much:\n  ret $64\n");
#else
void pop_too_much(void) {}
#endif

int large_frame(unsigned long size) {
  volatile char *bytes = __builtin_alloca(size);
  bytes[0] = 1;
  return bytes[0];
}

static int copy_own(unsigned long address, void *to, size_t size) {
  struct iovec here = {to, size};
  struct iovec there = {(void *)address, size};
  return process_vm_readv(getpid(), &here, 1, &there, 1, 0) == (ssize_t)size;
}

// Finds the ledger of the probe by its first word, and enters blocks of which none can be.
int scribble_ledger(void) {
  const unsigned long magic = ~0xb3abbcbabbacb1b0ul;  // not itself in the code
  static unsigned long page[512];
  int count = find_regions();
  for (int i = 0; i < count; i++) {
    for (unsigned long at = regions[i].start; at < regions[i].end; at += sizeof page) {
      if (is_own(i) || !copy_own(at, page, sizeof page)) break;
      for (int word = 0; word + 9 < 512; word++) {
        unsigned long table = page[word + 7], capacity = page[word + 8];
        if (page[word] != magic || capacity < 4096 || (capacity & (capacity - 1)) != 0) continue;
        int entered = 0;
        for (unsigned long slot = 0; slot < capacity; slot += 2) {
          unsigned long *entry = (unsigned long *)(table + 24 * slot);
          if (entry[0] != 0) continue;
          entry[0] = ~0xful;
          entry[1] = ~0ul >> 1;
          entry[2] = 1;
          entered++;
        }
        return entered > 0;
      }
    }
  }
  return 0;
}
