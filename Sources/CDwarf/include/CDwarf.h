// libdw and libdwfl (elfutils): reading DWARF, finding debug files, unwinding.
#pragma once
#include <dwarf.h>
#include <elfutils/libdw.h>
#include <elfutils/libdwfl.h>
#include <stdbool.h>
#include <stdint.h>

/// `dwfl_begin` for the files of a process; debug files are found in libdwfl's usual places.
///
/// Wrapped because libdwfl keeps the address of its callbacks, and Swift has no constant that
/// stays in one place.
Dwfl *_Nullable cdwarf_begin_process(void);

/// The same for files read as data.
Dwfl *_Nullable cdwarf_begin_file(void);

/// Reads 8 bytes of another process; false when they are not there.
///
/// Wrapped because process_vm_readv(2) is a GNU extension that Swift's Glibc does not show.
bool cdwarf_read_word(int process, uint64_t address, uint64_t *_Nonnull word);

/// What the index of functions keeps of one.
struct cdwarf_function {
  uint64_t address;
  const char *_Nullable symbol;
  bool is_external;
};

/// Reads a DW_TAG_subprogram; false when it has no code or no name.
///
/// Here because an index reads hundreds of thousands of entries: one pass over the attributes
/// instead of one search for each.
bool cdwarf_read_function(Dwarf_Die *_Nonnull die, struct cdwarf_function *_Nonnull function);

/// Bytes of a section, as libdw reads them: uncompressed, and valid as long as libdw holds the file.
struct cdwarf_bytes {
  const uint8_t *_Nullable start;
  size_t size;
};

/// The section of a file that an address of libdw's lies in.
///
/// Here because libdw does not tell where its sections end, and macros of libelf name the rest.
bool cdwarf_section_around(Dwarf *_Nonnull dwarf, const void *_Nonnull address,
                           struct cdwarf_bytes *_Nonnull bytes);

/// The section of a name, `.debug_line`, of which libdw also knows compressed ones.
bool cdwarf_section_named(Dwarf *_Nonnull dwarf, const char *_Nonnull name,
                          struct cdwarf_bytes *_Nonnull bytes);

/// The same of a file that libdw does not take.
bool cdwarf_section_of(Elf *_Nullable elf, const char *_Nonnull name,
                       struct cdwarf_bytes *_Nonnull bytes);

/// Puts pages of zeros where mapped files became shorter, and tells how many this thread met so far.
///
/// libdwfl maps files; reading behind the end of one is SIGBUS. Here because a signal handler has
/// to be written in C. To be called before files are read, and after it.
unsigned cdwarf_watch_pages(void);
