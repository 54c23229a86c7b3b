// The peer of `sonde call --repeat`: the same calls of cos over libffi, in C; prints nanoseconds a
// call, the median of groups of a hundred, as sonde takes it: what else the machine does then does
// not count.
#include <dlfcn.h>
#include <ffi.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { group = 100 };

static int compare(const void *a, const void *b) {
  double difference = *(const double *)a - *(const double *)b;
  return (difference > 0) - (difference < 0);
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1e9 + time.tv_nsec;
}

int main(int count, char **arguments) {
  long groups = (count > 1 ? atol(arguments[1]) : 1000000) / group;
  void *library = dlopen("libm.so.6", RTLD_LAZY);
  void (*function)(void) = (void (*)(void))(size_t)dlsym(library, "cos");
  ffi_type *types[] = {&ffi_type_double};
  ffi_cif interface;
  double *samples = malloc(groups * sizeof *samples);
  if (!function || !samples || groups < 1 ||
      ffi_prep_cif(&interface, FFI_DEFAULT_ABI, 1, &ffi_type_double, types) != FFI_OK)
    return 1;
  double argument = 0.5, result;
  void *values[] = {&argument};
  double last = now();
  for (long i = 0; i < groups; i++) {
    for (int j = 0; j < group; j++) ffi_call(&interface, function, &result, values);
    double present = now();
    samples[i] = (present - last) / group;
    last = present;
  }
  qsort(samples, groups, sizeof *samples, compare);
  printf("%.2f\n", samples[groups / 2]);
}
