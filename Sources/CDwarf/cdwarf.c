#define _GNU_SOURCE
#include "CDwarf.h"

#include <stddef.h>
#include <sys/uio.h>

// No path of our own: libdwfl's is ":.debug:/usr/lib/debug".
static char *default_path;

static const Dwfl_Callbacks process_callbacks = {
    .find_elf = dwfl_linux_proc_find_elf,
    .find_debuginfo = dwfl_standard_find_debuginfo,
    .debuginfo_path = &default_path,
};

static const Dwfl_Callbacks file_callbacks = {
    .find_elf = dwfl_build_id_find_elf,
    .find_debuginfo = dwfl_standard_find_debuginfo,
    .section_address = dwfl_offline_section_address,
    .debuginfo_path = &default_path,
};

Dwfl *cdwarf_begin_process(void) { return dwfl_begin(&process_callbacks); }

Dwfl *cdwarf_begin_file(void) { return dwfl_begin(&file_callbacks); }

bool cdwarf_read_word(int process, uint64_t address, uint64_t *word) {
  struct iovec local = {.iov_base = word, .iov_len = sizeof *word};
  struct iovec remote = {.iov_base = (void *)(uintptr_t)address, .iov_len = sizeof *word};
  return process_vm_readv(process, &local, 1, &remote, 1, 0) == (ssize_t)sizeof *word;
}
