// Linked against and then not found: see the Makefile.
int absent_function(void);
int absent_function(void) { return 1; }
