// The peer of `sonde call --repeat`: the same calls of cos over libffi, in C; prints nanoseconds a
// call, the median of five rounds.
#include <dlfcn.h>
#include <ffi.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int compare(const void *a, const void *b) {
  double difference = *(const double *)a - *(const double *)b;
  return (difference > 0) - (difference < 0);
}

int main(int count, char **arguments) {
  long calls = count > 1 ? atol(arguments[1]) : 1000000;
  void *library = dlopen("libm.so.6", RTLD_LAZY);
  void (*function)(void) = (void (*)(void))(size_t)dlsym(library, "cos");
  ffi_type *types[] = {&ffi_type_double};
  ffi_cif interface;
  if (!function || ffi_prep_cif(&interface, FFI_DEFAULT_ABI, 1, &ffi_type_double, types) != FFI_OK)
    return 1;
  double argument = 0.5, result, rounds[5];
  void *values[] = {&argument};
  for (int round = 0; round < 5; round++) {
    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    for (long i = 0; i < calls; i++) ffi_call(&interface, function, &result, values);
    clock_gettime(CLOCK_MONOTONIC, &end);
    rounds[round] = ((end.tv_sec - start.tv_sec) * 1e9 + (end.tv_nsec - start.tv_nsec)) / calls;
  }
  qsort(rounds, 5, sizeof *rounds, compare);
  printf("%.2f\n", rounds[2]);
}
