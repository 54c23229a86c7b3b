/* A constructor that leaves a mark: it proves whether the library's code ran.

   When the environment names a file in SONDE_CONSTRUCTOR_MARK, the constructor appends the line
   "constructed" to it, and the destructor "destructed". */
#pragma once

/* How often the constructor ran in this process: 1. */
int constructions(void);
/* 42. */
int after_construction(void);
