// The least that a reader of debug information has to do: the entries below every unit, their tags,
// and of functions name and DW_AT_external. `walk FILE` passes over what is within functions and
// types, `walk -a FILE` does not. Built by bench/debuginfo.sh.
#include <dwarf.h>
#include <elfutils/libdw.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>

static size_t entries, functions;
static bool everything;

static void walk(Dwarf_Die *parent) {
  Dwarf_Die child;
  if (dwarf_child(parent, &child) != 0) return;
  do {
    entries++;
    if (dwarf_tag(&child) == DW_TAG_subprogram) {
      Dwarf_Attribute attribute;
      bool is_external = false;
      if (dwarf_attr(&child, DW_AT_external, &attribute) != NULL)
        dwarf_formflag(&attribute, &is_external);
      if (is_external && dwarf_diename(&child) != NULL) functions++;
    }
    if (everything) walk(&child);
  } while (dwarf_siblingof(&child, &child) == 0);
}

int main(int count, char **words) {
  everything = count == 3 && strcmp(words[1], "-a") == 0;
  int file = count >= 2 ? open(words[count - 1], O_RDONLY) : -1;
  Dwarf *dwarf = dwarf_begin(file, DWARF_C_READ);
  if (dwarf == NULL) return fprintf(stderr, "walk: %s\n", dwarf_errmsg(-1)), 1;
  Dwarf_CU *unit = NULL, *next;
  Dwarf_Half version;
  uint8_t type;
  Dwarf_Die die, split;
  while (dwarf_get_units(dwarf, unit, &next, &version, &type, &die, &split) == 0) {
    unit = next;
    walk(&die);
  }
  printf("%zu entries, %zu external functions\n", entries, functions);
}
