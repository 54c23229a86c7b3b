/* Needs libsonde-absent.so.7, which does not exist: dlopen refuses this library. */
#pragma once

/* Never reached. */
int needs_missing(void);
