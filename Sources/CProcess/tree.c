// Removing a folder with all that is in it (nftw(3)).
#define _GNU_SOURCE
#include <ftw.h>
#include <stdio.h>

#include "CProcess.h"

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status;
  (void)kind;
  (void)place;
  remove(path);
  return 0;
}

void cprocess_remove_tree(const char *path) {
  enum { open_folders = 16 };
  nftw(path, remove_entry, open_folders, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
}
