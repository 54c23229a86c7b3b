/* Symbols in several versions. */
#pragma once

/* versioned@VERSIONS_1.0 gives 1, versioned@@VERSIONS_2.0 (the default) gives 2. */
int versioned(void);
/* Only hidden versions: retired@VERSIONS_1.0 gives 10; no new program can link it. */
int retired(void);
/* since_two@@VERSIONS_2.0: 22. */
int since_two(void);
/* In the first version only, default: 11. */
int steady(void);
/* versioned_number@VERSIONS_1.0 is 100, versioned_number@@VERSIONS_2.0 is 200. */
extern int versioned_number;
