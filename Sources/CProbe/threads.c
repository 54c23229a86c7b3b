// pthread_create in front of libc's: every thread gets an alternate signal stack, so that one that
// overflows its own stack is reported as any other crash is.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/mman.h>

#include "CProbe.h"

enum { alternate_stack_size = 64 << 10 };

typedef int create_function(pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

// Stands at the lowest end of the alternate stack: memory of malloc's would be in the ledger.
struct thread_start {
  void *(*body)(void *);
  void *argument;
};

static void release_stack(void *memory) {
  stack_t none = {.ss_flags = SS_DISABLE};
  sigaltstack(&none, NULL);
  munmap(memory, alternate_stack_size);
}

void *cprobe_run_thread(void *memory);
void *cprobe_run_thread(void *memory) {
  struct thread_start start = *(struct thread_start *)memory;
  stack_t stack = {.ss_sp = memory, .ss_size = alternate_stack_size};
  sigaltstack(&stack, NULL);
  void *result;
  // Also when the thread is cancelled or ends itself.
  pthread_cleanup_push(release_stack, memory);
  result = start.body(start.argument);
  pthread_cleanup_pop(1);
  return result;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *),
                   void *argument) {
  static create_function *create;
  if (create == NULL) create = (create_function *)dlsym(RTLD_NEXT, "pthread_create");
  if (create == NULL) return EAGAIN;
  void *memory = mmap(NULL, alternate_stack_size, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) return create(thread, attributes, body, argument);
  struct thread_start start = {body, argument};
  *(struct thread_start *)memory = start;
  int failure = create(thread, attributes, cprobe_run_thread, memory);
  if (failure != 0) munmap(memory, alternate_stack_size);
  return failure;
}
