#include "callbacks.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

int call_int(int (*function)(int), int value) { return function(value); }
double call_double(double (*function)(double, float), double a, float b) { return function(a, b); }
signed char call_schar(signed char (*function)(signed char), signed char a) { return function(a); }
_Bool call_bool(_Bool (*function)(_Bool), _Bool a) { return function(a); }
long double call_ldouble(long double (*function)(long double), long double a) {
  return function(a);
}
int call_text(int (*function)(const char *)) { return function("hello"); }
void call_nothing(void (*function)(void)) { function(); }

double call_many(
    double (*function)(int, double, int, double, int, double, int, double, int, double)) {
  return function(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
}

long sum_of(int (*function)(int), const int *values, int count) {
  long sum = 0;
  for (int i = 0; i < count; i++) sum += function(values[i]);
  return sum;
}

int sort_ints(int *values, int count, int (*compare)(const int *, const int *)) {
  int calls = 0;
  for (int i = 1; i < count; i++) {
    for (int j = i; j > 0; j--) {
      calls++;
      if (compare(&values[j - 1], &values[j]) <= 0) break;
      int value = values[j];
      values[j] = values[j - 1];
      values[j - 1] = value;
    }
  }
  return calls;
}

int visit_each(int count, int (*visit)(int index, void *userdata), void *userdata) {
  for (int i = 0; i < count; i++) {
    int stop = visit(i, userdata);
    if (stop != 0) return stop;
  }
  return 0;
}

int add_index(int index, void *userdata) {
  *(int *)userdata += index;
  return 0;
}

struct pair call_pair(struct pair (*function)(struct pair), struct pair value) {
  return function(value);
}
struct triple call_triple(struct triple (*function)(struct triple), struct triple value) {
  return function(value);
}

static int (*registered)(int);
static int firings;

void register_handler(int (*handler)(int)) { registered = handler; }

int fire(int value) {
  if (registered == NULL) return -1;
  __atomic_add_fetch(&firings, 1, __ATOMIC_SEQ_CST);
  return registered(value);
}

int fired(void) { return __atomic_load_n(&firings, __ATOMIC_SEQ_CST); }

struct call {
  int (*function)(int);
  int value;
  int milliseconds;
};

static void *make_call(void *data) {
  struct call *call = data;
  call->value = call->function(call->value);
  return NULL;
}

int call_from_thread(int (*function)(int), int value) {
  struct call call = {function, value, 0};
  pthread_t thread;
  if (pthread_create(&thread, NULL, make_call, &call) != 0) return -1;
  pthread_join(thread, NULL);
  return call.value;
}

static void *make_call_later(void *data) {
  struct call call = *(struct call *)data;
  free(data);
  struct timespec wait = {call.milliseconds / 1000, call.milliseconds % 1000 * 1000000L};
  nanosleep(&wait, NULL);
  call.function(call.value);
  return NULL;
}

void fire_later(int milliseconds, int value) {
  struct call *call = malloc(sizeof *call);
  if (call == NULL) return;
  *call = (struct call){fire, value, milliseconds};
  pthread_t thread;
  if (pthread_create(&thread, NULL, make_call_later, call) == 0)
    pthread_detach(thread);
  else
    free(call);
}

int call_nested(int (*function)(int), int value, int depth) {
  return depth <= 0 ? value : function(call_nested(function, value, depth - 1));
}

static int plus(int a, int b) { return a + b; }
static int minus(int a, int b) { return a - b; }
static int times(int a, int b) { return a * b; }

binary_operation operation_named(char name) {
  return name == '+' ? plus : name == '-' ? minus : name == '*' ? times : NULL;
}
int apply_operation(binary_operation operation, int a, int b) { return operation(a, b); }

unsigned long call_often(int (*function)(int), long count) {
  unsigned long sum = 0;
  for (long i = 0; i < count; i++) sum += (unsigned long)function((int)i);
  return sum;
}

int call_in_child(int (*function)(int), int value) {
  pid_t child = fork();
  if (child == 0) _exit(function(value));
  int status = 0;
  if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return -1;
  return WEXITSTATUS(status);
}
