#include "include/CCurses.h"
