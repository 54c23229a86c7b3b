#include "CCapstone.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

#define TEXT_OF(number) #number
#define LIBRARY_OF(major) "libcapstone.so." TEXT_OF(major)
#define LIBRARY LIBRARY_OF(CS_API_MAJOR)

static struct ccapstone_functions functions;
static char reason[512];
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    snprintf(reason, sizeof reason, "%s", dlerror());
    return;
  }
  struct {
    void **place;
    const char *name;
  } wanted[] = {
      {(void **)&functions.version, "cs_version"},
      {(void **)&functions.open, "cs_open"},
      {(void **)&functions.close, "cs_close"},
      {(void **)&functions.option, "cs_option"},
      {(void **)&functions.strerror, "cs_strerror"},
      {(void **)&functions.malloc, "cs_malloc"},
      {(void **)&functions.free, "cs_free"},
      {(void **)&functions.disasm_iter, "cs_disasm_iter"},
      {(void **)&functions.regs_access, "cs_regs_access"},
  };
  for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
    *wanted[index].place = dlsym(library, wanted[index].name);
    if (*wanted[index].place == NULL) {
      snprintf(reason, sizeof reason, LIBRARY " has no %s", wanted[index].name);
      return;
    }
  }
  // The structures that Swift reads are those of the headers this was compiled with.
  int major = 0, minor = 0;
  functions.version(&major, &minor);
  if (major != CS_API_MAJOR || minor != CS_API_MINOR)
    snprintf(
        reason, sizeof reason, LIBRARY " is version %d.%d, and %d.%d was built for", major, minor,
        CS_API_MAJOR, CS_API_MINOR);
}

const struct ccapstone_functions *ccapstone_load(const char **why) {
  pthread_once(&once, load);
  *why = reason;
  return reason[0] == 0 ? &functions : NULL;
}
