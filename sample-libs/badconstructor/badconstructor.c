#include "badconstructor.h"

__attribute__((constructor)) static void construct(void) { *(volatile int *)8 = 1; }

int badconstructor_reached(void) { return 1; }
