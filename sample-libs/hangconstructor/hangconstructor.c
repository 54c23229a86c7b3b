#include "hangconstructor.h"

__attribute__((constructor)) static void construct(void) {
  for (volatile int i = 0;; i++) {
  }
}

int hangconstructor_reached(void) { return 1; }
