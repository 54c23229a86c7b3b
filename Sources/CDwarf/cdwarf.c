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

bool cdwarf_read_function(Dwarf_Die *die, struct cdwarf_function *function) {
  struct function_attributes found = {.function = function};
  function->is_external = false;
  if (dwarf_getattrs(die, note_attribute, &found, 0) < 0 || found.is_declaration) return false;
  if (!found.has_address) {
    if (!found.has_ranges || dwarf_entrypc(die, &function->address) != 0) return false;
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
