#include "needs_missing.h"

int absent_function(void);

int needs_missing(void) { return absent_function(); }
