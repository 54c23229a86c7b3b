#ifndef G
#define G
#define N (1 << 3)
#if N > 4 && defined(G) || !defined Z
extern "C" { int a[N]; }
#else
#error no
#endif
#pragma pack(push, 1)
struct s { char c; int i; };
#pragma pack(pop)
#endif
