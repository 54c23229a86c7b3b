#define _GNU_SOURCE
#include "CDwarf.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

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

// A fault is met on the thread that reads.
static _Thread_local unsigned lost_pages;
static uintptr_t page_size;
// What was there before; used once, the second time the process ends.
static struct sigaction previous_action;
static unsigned refusals;

static void replace_lost_page(int number, siginfo_t *info, void *context) {
  (void)context;
  int error = errno;
  void *page = (void *)((uintptr_t)info->si_addr & ~(page_size - 1));
  // The only reason for this code is an address behind the end of a mapped file.
  if (info->si_code == BUS_ADRERR &&
      mmap(page, page_size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1,
           0) == page) {
    lost_pages++;
  } else {
    // The fault comes again at once, and meets the other handler.
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigaction(number, refusals++ == 0 ? &previous_action : &plain, NULL);
  }
  errno = error;
}

unsigned cdwarf_watch_pages(void) {
  // Other handlers of faults (that of the terminal) may have come in front.
  struct sigaction current;
  sigaction(SIGBUS, NULL, &current);
  if (!(current.sa_flags & SA_SIGINFO) || current.sa_sigaction != replace_lost_page) {
    page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
    previous_action = current;
    struct sigaction action = {.sa_sigaction = replace_lost_page,
                               .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigaction(SIGBUS, &action, NULL);
  }
  return lost_pages;
}

Dwfl *cdwarf_begin_process(void) { return dwfl_begin(&process_callbacks); }

Dwfl *cdwarf_begin_file(void) { return dwfl_begin(&file_callbacks); }

bool cdwarf_read_word(int process, uint64_t address, uint64_t *word) {
  struct iovec local = {.iov_base = word, .iov_len = sizeof *word};
  struct iovec remote = {.iov_base = (void *)(uintptr_t)address, .iov_len = sizeof *word};
  return process_vm_readv(process, &local, 1, &remote, 1, 0) == (ssize_t)sizeof *word;
}

struct function_attributes {
  struct cdwarf_function *function;
  Dwarf_Attribute declaration, name, linkage_name;
  bool has_declaration_entry, has_name, has_linkage_name, has_address, has_ranges;
  bool is_declaration, has_external;
};

static int note_attribute(Dwarf_Attribute *attribute, void *argument) {
  struct function_attributes *found = argument;
  switch (dwarf_whatattr(attribute)) {
    case DW_AT_name:
      found->name = *attribute;
      found->has_name = true;
      break;
    case DW_AT_linkage_name:
    case DW_AT_MIPS_linkage_name:
      found->linkage_name = *attribute;
      found->has_linkage_name = true;
      break;
    case DW_AT_external:
      found->has_external = dwarf_formflag(attribute, &found->function->is_external) == 0;
      break;
    case DW_AT_declaration:
      dwarf_formflag(attribute, &found->is_declaration);
      break;
    case DW_AT_low_pc:
      found->has_address = dwarf_formaddr(attribute, &found->function->address) == 0;
      break;
    case DW_AT_ranges:
      found->has_ranges = true;
      break;
    case DW_AT_abstract_origin:
    case DW_AT_specification:
      found->declaration = *attribute;
      found->has_declaration_entry = true;
      break;
    default:
      break;
  }
  return DWARF_CB_OK;
}

// The attribute, followed through what the entry is an instance or a definition of.
static bool follow(Dwarf_Die *die, unsigned int name, Dwarf_Attribute *attribute) {
  return dwarf_attr_integrate(die, name, attribute) != NULL;
}

// Where the code of an entry with ranges starts: gcc says where it is entered, clang lets the first
// range tell.
static bool start_of_ranges(Dwarf_Die *die, uint64_t *address) {
  Dwarf_Addr base, end;
  return dwarf_entrypc(die, address) == 0 || dwarf_ranges(die, 0, &base, address, &end) > 0;
}

bool cdwarf_read_function(Dwarf_Die *die, struct cdwarf_function *function) {
  struct function_attributes found = {.function = function};
  function->is_external = false;
  if (dwarf_getattrs(die, note_attribute, &found, 0) < 0 || found.is_declaration) return false;
  if (!found.has_address) {
    if (!found.has_ranges || !start_of_ranges(die, &function->address)) return false;
  }
  if (found.has_declaration_entry) {
    if (!found.has_external) {
      Dwarf_Attribute external;
      if (follow(die, DW_AT_external, &external))
        dwarf_formflag(&external, &function->is_external);
    }
    if (!found.has_linkage_name)
      found.has_linkage_name = follow(die, DW_AT_linkage_name, &found.linkage_name) ||
                               follow(die, DW_AT_MIPS_linkage_name, &found.linkage_name);
    if (!found.has_name) found.has_name = follow(die, DW_AT_name, &found.name);
  }
  function->symbol = found.has_linkage_name ? dwarf_formstring(&found.linkage_name)
                     : found.has_name       ? dwarf_formstring(&found.name)
                                            : NULL;
  return function->symbol != NULL && function->symbol[0] != 0;
}

static bool read_section(Elf_Scn *section, struct cdwarf_bytes *bytes) {
  GElf_Shdr header;
  if (gelf_getshdr(section, &header) == NULL || header.sh_type == SHT_NOBITS) return false;
  Elf_Data *data = elf_getdata(section, NULL);
  if (data == NULL || data->d_buf == NULL) return false;
  *bytes = (struct cdwarf_bytes){.start = data->d_buf, .size = data->d_size};
  return true;
}

bool cdwarf_section_around(Dwarf *dwarf, const void *address, struct cdwarf_bytes *bytes) {
  Elf_Scn *section = NULL;
  const uint8_t *byte = address;
  Elf *elf = dwarf_getelf(dwarf);
  while (elf != NULL && (section = elf_nextscn(elf, section)) != NULL)
    if (read_section(section, bytes) && byte >= bytes->start &&
        byte < bytes->start + bytes->size)
      return true;
  return false;
}

bool cdwarf_section_named(Dwarf *dwarf, const char *name, struct cdwarf_bytes *bytes) {
  return cdwarf_section_of(dwarf_getelf(dwarf), name, bytes);
}

bool cdwarf_section_of(Elf *elf, const char *name, struct cdwarf_bytes *bytes) {
  Elf_Scn *section = NULL;
  size_t names;
  if (elf == NULL || elf_getshdrstrndx(elf, &names) != 0) return false;
  while ((section = elf_nextscn(elf, section)) != NULL) {
    GElf_Shdr header;
    if (gelf_getshdr(section, &header) == NULL) continue;
    const char *found = elf_strptr(elf, names, header.sh_name);
    if (found == NULL) continue;
    // `.zdebug_line` keeps its name when libdw has uncompressed it.
    bool is_old = found[0] == '.' && found[1] == 'z' && strcmp(found + 2, name + 1) == 0;
    if (!is_old && strcmp(found, name) != 0) continue;
    // Where libdw has not done it yet.
    if (header.sh_flags & SHF_COMPRESSED) elf_compress(section, 0, 0);
    return read_section(section, bytes);
  }
  return false;
}
