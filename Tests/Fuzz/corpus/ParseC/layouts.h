# 1 "layouts.c"
typedef float v4 __attribute__((vector_size(16))); v4 add(v4 a, const v4 *b);
int __attribute__((vector_size(8))) *f(void), a[3]; _Float32x x; _Float64x y; __float80 w;
__asm__(".globl x"); int old(a, b) int a; register char *b; { return a; }
union u { _Atomic long long a; struct { int p __attribute__((aligned(2))); } q; v4 v[0]; };
struct __attribute__((packed, aligned(4))) s { char c; unsigned a : 3, : 0; _Bool b : 1;
  struct { short q; } named[2]; enum { A, B = -1 } e; int tail[]; };
# 12 "other.h" 1
#pragma pack(push, 2)
typedef struct { char c; double _Complex d; } t __attribute__((aligned(32)));
#pragma pack(pop)
enum big { C = 1UL << 63 }; typedef int m __attribute__((mode(DI)));
