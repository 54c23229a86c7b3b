// The least that any reader of debug information has to do: every entry below every unit, its tag,
// and of functions name and DW_AT_external. Built by bench/debuginfo.sh.
#include <dwarf.h>
#include <elfutils/libdw.h>
#include <fcntl.h>
#include <stdio.h>

int main(int count, char **words) {
  int file = count == 2 ? open(words[1], O_RDONLY) : -1;
  Dwarf *dwarf = dwarf_begin(file, DWARF_C_READ);
  if (dwarf == NULL) return fprintf(stderr, "walk: %s\n", dwarf_errmsg(-1)), 1;
  Dwarf_CU *unit = NULL, *next;
  Dwarf_Half version;
  uint8_t type;
  Dwarf_Die die, split;
  size_t entries = 0, functions = 0;
  while (dwarf_get_units(dwarf, unit, &next, &version, &type, &die, &split) == 0) {
    unit = next;
    Dwarf_Die child;
    if (dwarf_child(&die, &child) != 0) continue;
    do {
      entries++;
      if (dwarf_tag(&child) != DW_TAG_subprogram) continue;
      Dwarf_Attribute attribute;
      bool is_external = false;
      if (dwarf_attr(&child, DW_AT_external, &attribute) != NULL)
        dwarf_formflag(&attribute, &is_external);
      if (is_external && dwarf_diename(&child) != NULL) functions++;
    } while (dwarf_siblingof(&child, &child) == 0);
  }
  printf("%zu entries, %zu external functions\n", entries, functions);
}
