// libdw and libdwfl (elfutils): reading DWARF, finding debug files, unwinding.
#pragma once
#include <dwarf.h>
#include <elfutils/libdw.h>
#include <elfutils/libdwfl.h>
