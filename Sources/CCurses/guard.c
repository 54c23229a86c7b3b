#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "include/CCurses.h"

// Signals that end the program: faults of its own, and requests from outside.
static const int fatal[] = {SIGSEGV, SIGBUS, SIGILL,  SIGFPE, SIGTRAP, SIGABRT,
                            SIGSYS,  SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGPIPE, SIGUSR1,
                            SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU};
enum { FATAL_COUNT = sizeof fatal / sizeof fatal[0] };

static struct sigaction before[FATAL_COUNT];
static struct termios modes;
static bool has_modes;
static char farewell[512];
static size_t farewell_length;
static atomic_bool is_armed;
static int wake[2] = {-1, -1};
// A stack of its own, so that a stack overflow can be handled too.
static _Alignas(16) char handler_stack[64 * 1024];

// Calls only what signal-safety(7) allows.
static void put_back(void) {
  if (!atomic_exchange(&is_armed, false)) return;
  size_t written = 0;
  while (written < farewell_length) {
    ssize_t count = write(STDOUT_FILENO, farewell + written, farewell_length - written);
    if (count <= 0) break;
    written += (size_t)count;
  }
  if (has_modes) tcsetattr(STDIN_FILENO, TCSANOW, &modes);
}

static void die(int number) {
  int saved = errno;
  put_back();
  for (int i = 0; i < FATAL_COUNT; i++) {
    if (fatal[i] == number) sigaction(number, &before[i], NULL);
  }
  errno = saved;
  // Blocked until this handler returns; then it meets whoever was there before.
  raise(number);
}

static void wake_up(int number) {
  (void)number;
  int saved = errno;
  char byte = 0;
  // A full pipe wakes as well.
  if (write(wake[1], &byte, 1) < 0) errno = saved;
}

void ccurses_guard_install(const char *bytes, size_t length) {
  farewell_length = length < sizeof farewell ? length : sizeof farewell;
  memcpy(farewell, bytes, farewell_length);
  has_modes = tcgetattr(STDIN_FILENO, &modes) == 0;

  static bool is_installed;
  if (is_installed) return;
  is_installed = true;
  atexit(put_back);

  if (pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) wake[0] = wake[1] = -1;
  struct sigaction waking = {.sa_handler = wake_up, .sa_flags = SA_RESTART};
  sigemptyset(&waking.sa_mask);
  sigaction(SIGWINCH, &waking, NULL);
  sigaction(SIGCONT, &waking, NULL);

  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  struct sigaction dying = {.sa_handler = die, .sa_flags = SA_ONSTACK};
  sigemptyset(&dying.sa_mask);
  for (int i = 0; i < FATAL_COUNT; i++) {
    // What the parent chose to ignore stays ignored (nohup).
    sigaction(fatal[i], NULL, &before[i]);
    if (before[i].sa_handler != SIG_IGN) sigaction(fatal[i], &dying, NULL);
  }
}

void ccurses_guard_arm(bool armed) { atomic_store(&is_armed, armed); }

int ccurses_wake_descriptor(void) { return wake[0]; }

void ccurses_wake_clear(void) {
  char bytes[64];
  while (read(wake[0], bytes, sizeof bytes) > 0) {
  }
}

void ccurses_stop(void) {
  // curses has a handler that would paint; the default one only stops.
  struct sigaction plain = {.sa_handler = SIG_DFL}, old;
  sigemptyset(&plain.sa_mask);
  sigaction(SIGTSTP, &plain, &old);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &old, NULL);
}
