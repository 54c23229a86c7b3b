#include "ifunc.h"

static int resolutions;

static int add(int a, int b) { return a + b; }

static int (*resolve_add(void))(int, int) {
  resolutions++;
  return add;
}

int ifunc_add(int a, int b) __attribute__((ifunc("resolve_add")));
int ifunc_alias(int a, int b) __attribute__((ifunc("resolve_add")));
int ifunc_resolutions(void) { return resolutions; }
