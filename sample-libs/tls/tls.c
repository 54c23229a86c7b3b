#include "tls.h"

#include <pthread.h>

_Thread_local int tls_counter = 5;
_Thread_local double tls_array[4] = {0.5, 1.5, 2.5, 3.5};
_Thread_local char tls_zeros[64];
static _Thread_local int static_counter __attribute__((tls_model("initial-exec"))) = 7;

int tls_add(int amount) { return tls_counter += amount; }
int *tls_address(void) { return &tls_counter; }
int tls_static_add(int amount) { return static_counter += amount; }

static void *read_counter(void *into) {
  *(int *)into = tls_counter;
  return into;
}

int tls_of_new_thread(void) {
  int value = -1;
  pthread_t thread;
  if (pthread_create(&thread, NULL, read_counter, &value) == 0) pthread_join(thread, NULL);
  return value;
}
