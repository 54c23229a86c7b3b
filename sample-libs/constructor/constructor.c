#include "constructor.h"

#include <stdio.h>
#include <stdlib.h>

static int count;

static void mark(const char *line) {
  const char *path = getenv("SONDE_CONSTRUCTOR_MARK");
  if (path == NULL) return;
  FILE *file = fopen(path, "a");
  if (file == NULL) return;
  fputs(line, file);
  fclose(file);
}

__attribute__((constructor)) static void construct(void) {
  count++;
  mark("constructed\n");
}

__attribute__((destructor)) static void destruct(void) { mark("destructed\n"); }

int constructions(void) { return count; }
int after_construction(void) { return 42; }
