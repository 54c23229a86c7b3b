#define _GNU_SOURCE
#include "crashes.h"

#include <arpa/inet.h>
#include <assert.h>
#include <fcntl.h>
#include <fenv.h>
#include <locale.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// Mistakes are made through volatile, so that the compiler neither warns of nor removes them.
static int *volatile null_pointer;
static volatile int sink;
static int survivals;

int survivor(void) { return ++survivals; }

int read_null(void) { return *(volatile int *)null_pointer; }
void write_null(void) { *(volatile int *)null_pointer = 1; }
int read_address(unsigned long address) { return *(volatile int *)address; }
void write_address(unsigned long address, int value) { *(volatile int *)address = value; }

static const int constant[4] = {1, 2, 3, 4};
void write_read_only(void) { *(volatile int *)(unsigned long)&constant[0] = 5; }

void call_null(void) {
  void (*volatile function)(void) = NULL;
  function();
}

static int data[4] = {1, 2, 3, 4};
void call_data(void) {
  void (*volatile function)(void) = (void (*)(void))(unsigned long)data;
  function();
}

// With optimisation a compiler may drop a division by zero, which is undefined in C.
int divide_by(int divisor) {
  volatile int dividend = 100;
  volatile int by = divisor;
  return dividend / by;
}

void illegal_instruction(void) {
#if defined(__x86_64__)
  __asm__ volatile("ud2");
#else
  __builtin_trap();
#endif
}

void breakpoint_trap(void) {
#if defined(__x86_64__)
  __asm__ volatile("int3");
#else
  raise(SIGTRAP);
#endif
}

void bus_error(void) {
  int file = memfd_create("bus", 0);
  long page = sysconf(_SC_PAGESIZE);
  if (file < 0 || ftruncate(file, page) != 0) return;
  char *bytes = mmap(NULL, (size_t)(2 * page), PROT_READ, MAP_SHARED, file, 0);
  close(file);
  if (bytes != MAP_FAILED) sink = *(volatile char *)(bytes + page);
}

int non_canonical(void) { return *(volatile int *)0x8000000000000000UL; }

void call_abort(void) { abort(); }
void raise_signal(int number) { raise(number); }
void raise_stop(void) { raise(SIGSTOP); }
void kill_self(void) { kill(getpid(), SIGKILL); }
void failed_assertion(void) { assert(!"an assertion that fails"); }

__attribute__((noinline)) int overflow_stack(int depth) {
  volatile char room[256];
  room[0] = (char)depth;
  // Never true; what is computed after the call keeps it from becoming a loop.
  if (depth < 0) return room[0];
  return overflow_stack((depth + 1) & 0x7fffffff) + room[0];
}

__attribute__((noinline)) void smash_stack(void) {
  char room[8];
  volatile char *bytes = room;
  for (int i = 0; i < 64; i++) bytes[i] = 's';
}

void smash_heap(void) {
  volatile char *bytes = malloc(16);
  if (bytes == NULL) return;
  for (int i = 0; i < 80; i++) bytes[i] = (char)0xee;
}

void *allocate(unsigned long size) { return malloc(size); }

// Larger than what malloc keeps per thread without checks.
void double_free(void) {
  void *volatile block = malloc(64);
  void *volatile again = block;
  free(block);
  free(again);
}

void free_wild(void) {
  void *volatile wild = (char *)data + 1;
  free(wild);
}

void exhaust_memory(void) {
  const size_t size = 16 << 20;
  for (;;) {
    volatile char *block = malloc(size);
    if (block == NULL) return;
    for (size_t i = 0; i < size; i += 4096) block[i] = 1;
  }
}

void call_exit(int status) { exit(status); }
void call__exit(int status) { _exit(status); }

void exit_printing(int status) {
  printf("going");
  exit(status);
}

static void *exit_in_thread(void *status) { exit((int)(long)status); }

void exit_from_thread(int status) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, exit_in_thread, (void *)(long)status) == 0)
    pthread_join(thread, NULL);
}

void thread_exit(void) { pthread_exit(NULL); }
void exec_true(void) { execl("/bin/true", "true", (char *)NULL); }
void exec_sleep(void) { execl("/bin/sleep", "sleep", "1000", (char *)NULL); }

void loop_busy(void) {
  for (;;) sink++;
}

void loop_sleeping(void) {
  for (;;) pause();
}

void loop_blocking_signals(void) {
  block_signals();
  loop_busy();
}

void loop_ignoring_signals(void) {
  for (int number = 1; number < 65; number++) signal(number, SIG_IGN);
  loop_sleeping();
}

// fork handlers run while malloc's lock is held by the forking thread only in old C libraries; what
// works everywhere is a signal handler that does not return, hitting a thread that allocates.
static void never_return(int number) {
  (void)number;
  loop_busy();
}

void loop_holding_malloc(void) {
  struct sigaction action = {.sa_handler = never_return};
  sigaction(SIGALRM, &action, NULL);
  struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGALRM};
  timer_t timer;
  if (timer_create(CLOCK_MONOTONIC, &event, &timer) != 0) return;
  struct itimerspec when = {{0, 0}, {0, 20 * 1000000L}};
  timer_settime(timer, 0, &when, NULL);
  for (;;) {
    // Above the size of the per-thread caches, so that the arena's lock is taken.
    void *volatile block = malloc(5000);
    free(block);
  }
}

void read_stdin_forever(void) {
  char buffer[512];
  while (read(0, buffer, sizeof buffer) > 0) {
  }
  loop_sleeping();
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

void crash_holding_lock(void) {
  pthread_mutex_lock(&lock);
  sink = *(volatile int *)null_pointer;
  pthread_mutex_unlock(&lock);
}

int take_lock(void) {
  pthread_mutex_lock(&lock);
  pthread_mutex_unlock(&lock);
  return 1;
}

void hang_holding_lock(void) {
  pthread_mutex_lock(&lock);
  loop_sleeping();
}

static void leave(int number) {
  (void)number;
  _exit(33);
}

static void come_back(int number) { sink = number; }

void install_segv_handler(void) { signal(SIGSEGV, leave); }
void install_segv_returning(void) { signal(SIGSEGV, come_back); }

void reset_handlers(void) {
  for (int number = 1; number < 65; number++) signal(number, SIG_DFL);
}

void block_signals(void) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, NULL);
}

void use_tiny_altstack(void) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
}

static int descriptor_limit(void) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur > 65536) return 65536;
  return (int)limit.rlim_cur;
}

void close_descriptors(void) {
  int end = descriptor_limit();
  for (int descriptor = 0; descriptor < end; descriptor++) close(descriptor);
}

void garbage_descriptors(void) {
  char garbage[4096];
  unsigned int state = 1;
  for (size_t i = 0; i < sizeof garbage; i++) {
    state = state * 1103515245u + 12345u;
    garbage[i] = (char)(state >> 16);
  }
  int end = descriptor_limit();
  for (int descriptor = 0; descriptor < end; descriptor++) {
    int flags = fcntl(descriptor, F_GETFL);
    if (flags < 0) continue;
    // A full pipe must not turn this test into the one of a function that hangs.
    fcntl(descriptor, F_SETFL, flags | O_NONBLOCK);
    if (write(descriptor, garbage, sizeof garbage) < 0) sink++;
    fcntl(descriptor, F_SETFL, flags);
  }
}

void close_standard(void) {
  for (int descriptor = 0; descriptor < 3; descriptor++) close(descriptor);
}

void dup_over_descriptors(void) {
  int null = open("/dev/null", O_RDWR);
  int end = descriptor_limit();
  for (int descriptor = 0; descriptor < end; descriptor++)
    if (descriptor != null && fcntl(descriptor, F_GETFD) >= 0) dup2(null, descriptor);
}

int fork_and_live(int seconds) {
  pid_t child = fork();
  if (child == 0) {
    sleep((unsigned int)seconds);
    _exit(0);
  }
  return child;
}

int fork_and_return(void) { return fork(); }

void daemonise(int seconds) {
  if (fork() != 0) return;
  setsid();
  if (fork() != 0) _exit(0);
  close_standard();
  sleep((unsigned int)seconds);
  _exit(0);
}

static void sleep_milliseconds(int milliseconds) {
  struct timespec wait = {milliseconds / 1000, milliseconds % 1000 * 1000000L};
  nanosleep(&wait, NULL);
}

static void start_thread(void *(*body)(void *), int number) {
  pthread_t thread;
  if (pthread_create(&thread, NULL, body, (void *)(long)number) == 0) pthread_detach(thread);
}

static void *crash_later(void *milliseconds) {
  sleep_milliseconds((int)(long)milliseconds);
  sink = *(volatile int *)null_pointer;
  return NULL;
}

static void *live_on(void *seconds) {
  sleep((unsigned int)(long)seconds);
  return NULL;
}

void thread_crashes_later(int milliseconds) { start_thread(crash_later, milliseconds); }
void thread_lives_on(int seconds) { start_thread(live_on, seconds); }
int kill_parent(int number) { return kill(getppid(), number); }
int trace_parent(void) { return (int)ptrace(PTRACE_ATTACH, getppid(), NULL, NULL); }

static jmp_buf gone;

__attribute__((noinline)) static int leave_mark(void) { return setjmp(gone); }

void jump_out(void) {
  if (leave_mark() == 0) longjmp(gone, 1);
}

void change_rounding(void) { fesetround(FE_UPWARD); }

double third(void) {
  volatile double one = 1;
  volatile double three = 3;
  return one / three;
}

void set_direction_flag(void) {
#if defined(__x86_64__)
  __asm__ volatile("std" ::: "cc");
#endif
}

int change_directory(const char *path) { return chdir(path); }
void change_locale(void) { setlocale(LC_ALL, ""); }

int limit_descriptors(int count) {
  struct rlimit limit = {(rlim_t)count, (rlim_t)count};
  return setrlimit(RLIMIT_NOFILE, &limit);
}

void unmap_self(void) {
  unsigned long page = (unsigned long)sysconf(_SC_PAGESIZE);
  unsigned long start = (unsigned long)unmap_self & ~(page - 1);
  munmap((void *)start, page);
  sink++;
}

void write_everywhere(void) {
  FILE *maps = fopen("/proc/self/maps", "r");
  if (maps == NULL) return;
  static struct {
    unsigned long start, end;
  } regions[4096];
  int count = 0;
  char line[512];
  while (count < 4096 && fgets(line, sizeof line, maps) != NULL) {
    char access[5] = "";
    if (sscanf(line, "%lx-%lx %4s", &regions[count].start, &regions[count].end, access) == 3 &&
        access[1] == 'w')
      count++;
  }
  for (int i = 0; i < count; i++) {
    // The own table last, or the loop loses its way.
    if ((unsigned long)regions >= regions[i].start && (unsigned long)regions < regions[i].end)
      continue;
    for (unsigned long at = regions[i].start; at < regions[i].end; at++)
      *(volatile unsigned char *)at = 0xcc;
  }
}

long fill_file(const char *path, long megabytes) {
  static char block[1 << 20];
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (file < 0) return -1;
  long total = 0;
  for (long i = 0; i < megabytes; i++) {
    ssize_t written = write(file, block, sizeof block);
    if (written <= 0) break;
    total += written;
  }
  close(file);
  return total;
}

int connect_local(int port) {
  int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (client < 0) return -1;
  struct sockaddr_in address = {
      .sin_family = AF_INET,
      .sin_port = htons((uint16_t)port),
      .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
  };
  int result = connect(client, (struct sockaddr *)&address, sizeof address);
  close(client);
  return result;
}

int escape_session(int seconds) {
  int report[2];
  if (pipe(report) != 0) return -1;
  pid_t child = fork();
  if (child == 0) {
    setsid();
    pid_t escaped = fork();
    if (escaped != 0) _exit(0);
    pid_t own = getpid();
    if (write(report[1], &own, sizeof own) < 0) sink++;
    char time[16];
    snprintf(time, sizeof time, "%d", seconds);
    char *const nothing[] = {NULL};
    execle("/bin/sleep", "sleep", time, (char *)NULL, nothing);
    _exit(1);
  }
  pid_t escaped = -1;
  if (read(report[0], &escaped, sizeof escaped) != sizeof escaped) escaped = -1;
  close(report[0]);
  close(report[1]);
  waitpid(child, NULL, 0);
  return escaped;
}

int crash_in_child(void) {
  pid_t child = fork();
  if (child == 0) read_null();
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

int kill_group(int number) { return kill(0, number); }

void print_much(long megabytes) {
  static char block[1 << 20];
  memset(block, 'x', sizeof block);
  for (long i = 0; i < megabytes; i++)
    for (size_t done = 0; done < sizeof block;) {
      ssize_t written = write(1, block + done, sizeof block - done);
      if (written <= 0) return;
      done += (size_t)written;
    }
}

void fill(char *to, unsigned long count, int value) {
  for (unsigned long i = 0; i < count; i++) ((volatile char *)to)[i] = (char)value;
}

static void *held;

void *hold_block(unsigned long size) { return held = malloc(size); }
void free_held(void) { free(held); }
int read_held(unsigned long offset) { return ((volatile char *)held)[offset]; }

int change_mode(const char *path) { return chmod(path, 0777); }
