#include "exitconstructor.h"

#include <stdlib.h>

__attribute__((constructor)) static void construct(void) { exit(5); }

int exitconstructor_reached(void) { return 1; }
