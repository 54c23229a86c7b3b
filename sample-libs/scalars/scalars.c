#include "scalars.h"

#include <limits.h>

_Bool echo_bool(_Bool value) { return value; }
char echo_char(char value) { return value; }
signed char echo_schar(signed char value) { return value; }
unsigned char echo_uchar(unsigned char value) { return value; }
short echo_short(short value) { return value; }
unsigned short echo_ushort(unsigned short value) { return value; }
int echo_int(int value) { return value; }
unsigned int echo_uint(unsigned int value) { return value; }
long echo_long(long value) { return value; }
unsigned long echo_ulong(unsigned long value) { return value; }
long long echo_llong(long long value) { return value; }
unsigned long long echo_ullong(unsigned long long value) { return value; }
__int128 echo_int128(__int128 value) { return value; }
unsigned __int128 echo_uint128(unsigned __int128 value) { return value; }
float echo_float(float value) { return value; }
double echo_double(double value) { return value; }
long double echo_ldouble(long double value) { return value; }
float _Complex echo_cfloat(float _Complex value) { return value; }
double _Complex echo_cdouble(double _Complex value) { return value; }
long double _Complex echo_cldouble(long double _Complex value) { return value; }
void *echo_pointer(void *value) { return value; }
enum scalars_color echo_color(enum scalars_color value) { return value; }

char add_char(char a, char b) { return (char)(a + b); }
signed char add_schar(signed char a, signed char b) { return (signed char)(a + b); }
unsigned char add_uchar(unsigned char a, unsigned char b) { return (unsigned char)(a + b); }
short add_short(short a, short b) { return (short)(a + b); }
unsigned short add_ushort(unsigned short a, unsigned short b) { return (unsigned short)(a + b); }
int add_int(int a, int b) { return a + b; }
unsigned int add_uint(unsigned int a, unsigned int b) { return a + b; }
long add_long(long a, long b) { return a + b; }
unsigned long add_ulong(unsigned long a, unsigned long b) { return a + b; }
long long add_llong(long long a, long long b) { return a + b; }
unsigned long long add_ullong(unsigned long long a, unsigned long long b) { return a + b; }
__int128 add_int128(__int128 a, __int128 b) { return a + b; }
unsigned __int128 add_uint128(unsigned __int128 a, unsigned __int128 b) { return a + b; }
float add_float(float a, float b) { return a + b; }
double add_double(double a, double b) { return a + b; }
long double add_ldouble(long double a, long double b) { return a + b; }
float _Complex add_cfloat(float _Complex a, float _Complex b) { return a + b; }
double _Complex add_cdouble(double _Complex a, double _Complex b) { return a + b; }
long double _Complex add_cldouble(long double _Complex a, long double _Complex b) { return a + b; }

char sub_char(char a, char b) { return (char)(a - b); }
signed char sub_schar(signed char a, signed char b) { return (signed char)(a - b); }
unsigned char sub_uchar(unsigned char a, unsigned char b) { return (unsigned char)(a - b); }
short sub_short(short a, short b) { return (short)(a - b); }
unsigned short sub_ushort(unsigned short a, unsigned short b) { return (unsigned short)(a - b); }
int sub_int(int a, int b) { return a - b; }
unsigned int sub_uint(unsigned int a, unsigned int b) { return a - b; }
long sub_long(long a, long b) { return a - b; }
unsigned long sub_ulong(unsigned long a, unsigned long b) { return a - b; }
long long sub_llong(long long a, long long b) { return a - b; }
unsigned long long sub_ullong(unsigned long long a, unsigned long long b) { return a - b; }
__int128 sub_int128(__int128 a, __int128 b) { return a - b; }
unsigned __int128 sub_uint128(unsigned __int128 a, unsigned __int128 b) { return a - b; }
float sub_float(float a, float b) { return a - b; }
double sub_double(double a, double b) { return a - b; }
long double sub_ldouble(long double a, long double b) { return a - b; }
float _Complex sub_cfloat(float _Complex a, float _Complex b) { return a - b; }
double _Complex sub_cdouble(double _Complex a, double _Complex b) { return a - b; }
long double _Complex sub_cldouble(long double _Complex a, long double _Complex b) { return a - b; }

char min_char(void) { return CHAR_MIN; }
char max_char(void) { return CHAR_MAX; }
signed char min_schar(void) { return SCHAR_MIN; }
signed char max_schar(void) { return SCHAR_MAX; }
unsigned char min_uchar(void) { return 0; }
unsigned char max_uchar(void) { return UCHAR_MAX; }
short min_short(void) { return SHRT_MIN; }
short max_short(void) { return SHRT_MAX; }
unsigned short min_ushort(void) { return 0; }
unsigned short max_ushort(void) { return USHRT_MAX; }
int min_int(void) { return INT_MIN; }
int max_int(void) { return INT_MAX; }
unsigned int min_uint(void) { return 0; }
unsigned int max_uint(void) { return UINT_MAX; }
long min_long(void) { return LONG_MIN; }
long max_long(void) { return LONG_MAX; }
unsigned long min_ulong(void) { return 0; }
unsigned long max_ulong(void) { return ULONG_MAX; }
long long min_llong(void) { return LLONG_MIN; }
long long max_llong(void) { return LLONG_MAX; }
unsigned long long min_ullong(void) { return 0; }
unsigned long long max_ullong(void) { return ULLONG_MAX; }
__int128 min_int128(void) { return -(__int128)(~(unsigned __int128)0 >> 1) - 1; }
__int128 max_int128(void) { return (__int128)(~(unsigned __int128)0 >> 1); }
unsigned __int128 min_uint128(void) { return 0; }
unsigned __int128 max_uint128(void) { return ~(unsigned __int128)0; }

_Bool not_bool(_Bool value) { return !value; }
_Bool is_even(int value) { return value % 2 == 0; }

unsigned int bits_of_float(float value) {
  union {
    float value;
    unsigned int bits;
  } both = {value};
  return both.bits;
}

unsigned long bits_of_double(double value) {
  union {
    double value;
    unsigned long bits;
  } both = {value};
  return both.bits;
}

double double_of_bits(unsigned long bits) {
  union {
    unsigned long bits;
    double value;
  } both = {bits};
  return both.value;
}

double scale(double value, float factor) { return value * factor; }
int divide(int a, int b) { return a / b; }
double plus_infinity(void) { return __builtin_inf(); }
double minus_infinity(void) { return -__builtin_inf(); }
double not_a_number(void) { return __builtin_nan(""); }
double minus_zero(void) { return -0.0; }
void nothing(void) {}
int old_style(int value) { return value + 1; }

// A compiler extends what it returns; the ABI does not ask for it, so assembly shows a caller that
// relies on it.
#if defined(__x86_64__)
#define DIRTY(name, low)                                                       \
  __asm__(".globl " #name "\n.type " #name ", @function\n" #name ":\n"        \
          "movabsq $0xdeadbeefdeadbe" low ", %rax\nret\n.size " #name ", .-" #name)
DIRTY(dirty_uchar, "41");
DIRTY(dirty_bool, "01");
__asm__(".globl dirty_short\n.type dirty_short, @function\ndirty_short:\n"
        "movabsq $0xdeadbeef0000fffe, %rax\nret\n.size dirty_short, .-dirty_short");
#else
unsigned char dirty_uchar(void) { return 'A'; }
short dirty_short(void) { return -2; }
_Bool dirty_bool(void) { return 1; }
#endif

long weigh_ints_0(void) {
  return 0;
}
long weigh_ints_1(int a1) {
  return 1L*a1;
}
long weigh_ints_2(int a1, int a2) {
  return 1L*a1 + 2L*a2;
}
long weigh_ints_3(int a1, int a2, int a3) {
  return 1L*a1 + 2L*a2 + 3L*a3;
}
long weigh_ints_4(int a1, int a2, int a3, int a4) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4;
}
long weigh_ints_5(int a1, int a2, int a3, int a4, int a5) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5;
}
long weigh_ints_6(int a1, int a2, int a3, int a4, int a5, int a6) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6;
}
long weigh_ints_7(int a1, int a2, int a3, int a4, int a5, int a6, int a7) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7;
}
long weigh_ints_8(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8;
}
long weigh_ints_9(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9;
}
long weigh_ints_10(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10)
    {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10;
}
long weigh_ints_11(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11;
}
long weigh_ints_12(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11 + 12L*a12;
}
long weigh_ints_13(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11 + 12L*a12 + 13L*a13;
}
long weigh_ints_14(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11 + 12L*a12 + 13L*a13 + 14L*a14;
}
long weigh_ints_15(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11 + 12L*a12 + 13L*a13 + 14L*a14 + 15L*a15;
}
long weigh_ints_16(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11 + 12L*a12 + 13L*a13 + 14L*a14 + 15L*a15 + 16L*a16;
}
long weigh_ints_17(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16, int a17) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11 + 12L*a12 + 13L*a13 + 14L*a14 + 15L*a15 + 16L*a16 + 17L*a17;
}
long weigh_ints_18(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16, int a17, int a18) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11 + 12L*a12 + 13L*a13 + 14L*a14 + 15L*a15 + 16L*a16 + 17L*a17 + 18L*a18;
}
long weigh_ints_19(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16, int a17, int a18, int a19) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11 + 12L*a12 + 13L*a13 + 14L*a14 + 15L*a15 + 16L*a16 + 17L*a17 + 18L*a18 +
      19L*a19;
}
long weigh_ints_20(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16, int a17, int a18, int a19, int a20) {
  return 1L*a1 + 2L*a2 + 3L*a3 + 4L*a4 + 5L*a5 + 6L*a6 + 7L*a7 + 8L*a8 + 9L*a9 + 10L*a10 +
      11L*a11 + 12L*a12 + 13L*a13 + 14L*a14 + 15L*a15 + 16L*a16 + 17L*a17 + 18L*a18 +
      19L*a19 + 20L*a20;
}

double weigh_doubles_0(void) {
  return 0;
}
double weigh_doubles_1(double a1) {
  return 1*a1;
}
double weigh_doubles_2(double a1, double a2) {
  return 1*a1 + 2*a2;
}
double weigh_doubles_3(double a1, double a2, double a3) {
  return 1*a1 + 2*a2 + 3*a3;
}
double weigh_doubles_4(double a1, double a2, double a3, double a4) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4;
}
double weigh_doubles_5(double a1, double a2, double a3, double a4, double a5) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5;
}
double weigh_doubles_6(double a1, double a2, double a3, double a4, double a5, double a6) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6;
}
double weigh_doubles_7(double a1, double a2, double a3, double a4, double a5, double a6, double a7)
    {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7;
}
double weigh_doubles_8(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8;
}
double weigh_doubles_9(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9;
}
double weigh_doubles_10(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10;
}
double weigh_doubles_11(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11;
}
double weigh_doubles_12(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11 +
      12*a12;
}
double weigh_doubles_13(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11 +
      12*a12 + 13*a13;
}
double weigh_doubles_14(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11 +
      12*a12 + 13*a13 + 14*a14;
}
double weigh_doubles_15(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11 +
      12*a12 + 13*a13 + 14*a14 + 15*a15;
}
double weigh_doubles_16(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11 +
      12*a12 + 13*a13 + 14*a14 + 15*a15 + 16*a16;
}
double weigh_doubles_17(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16, double a17) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11 +
      12*a12 + 13*a13 + 14*a14 + 15*a15 + 16*a16 + 17*a17;
}
double weigh_doubles_18(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16, double a17, double a18) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11 +
      12*a12 + 13*a13 + 14*a14 + 15*a15 + 16*a16 + 17*a17 + 18*a18;
}
double weigh_doubles_19(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16, double a17, double a18, double a19) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11 +
      12*a12 + 13*a13 + 14*a14 + 15*a15 + 16*a16 + 17*a17 + 18*a18 + 19*a19;
}
double weigh_doubles_20(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16, double a17, double a18, double a19, double a20) {
  return 1*a1 + 2*a2 + 3*a3 + 4*a4 + 5*a5 + 6*a6 + 7*a7 + 8*a8 + 9*a9 + 10*a10 + 11*a11 +
      12*a12 + 13*a13 + 14*a14 + 15*a15 + 16*a16 + 17*a17 + 18*a18 + 19*a19 + 20*a20;
}

double weigh_mixed_0(void) {
  return 0;
}
double weigh_mixed_1(int a1) {
  return 1*(double)a1;
}
double weigh_mixed_2(int a1, double a2) {
  return 1*(double)a1 + 2*(double)a2;
}
double weigh_mixed_3(int a1, double a2, char a3) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3;
}
double weigh_mixed_4(int a1, double a2, char a3, float a4) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4;
}
double weigh_mixed_5(int a1, double a2, char a3, float a4, long a5) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5;
}
double weigh_mixed_6(int a1, double a2, char a3, float a4, long a5, unsigned short a6) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6;
}
double weigh_mixed_7(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7;
}
double weigh_mixed_8(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8;
}
double weigh_mixed_9(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9;
}
double weigh_mixed_10(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10;
}
double weigh_mixed_11(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11;
}
double weigh_mixed_12(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11 + 12*(double)a12;
}
double weigh_mixed_13(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11 + 12*(double)a12 + 13*(double)a13;
}
double weigh_mixed_14(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11 + 12*(double)a12 + 13*(double)a13 + 14*(double)a14;
}
double weigh_mixed_15(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11 + 12*(double)a12 + 13*(double)a13 + 14*(double)a14 + 15*(double)a15;
}
double weigh_mixed_16(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11 + 12*(double)a12 + 13*(double)a13 + 14*(double)a14 + 15*(double)a15 +
      16*(double)a16;
}
double weigh_mixed_17(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16, long a17) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11 + 12*(double)a12 + 13*(double)a13 + 14*(double)a14 + 15*(double)a15 +
      16*(double)a16 + 17*(double)a17;
}
double weigh_mixed_18(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16, long a17, unsigned short a18) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11 + 12*(double)a12 + 13*(double)a13 + 14*(double)a14 + 15*(double)a15 +
      16*(double)a16 + 17*(double)a17 + 18*(double)a18;
}
double weigh_mixed_19(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16, long a17, unsigned short a18, int a19) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11 + 12*(double)a12 + 13*(double)a13 + 14*(double)a14 + 15*(double)a15 +
      16*(double)a16 + 17*(double)a17 + 18*(double)a18 + 19*(double)a19;
}
double weigh_mixed_20(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16, long a17, unsigned short a18, int a19, double a20) {
  return 1*(double)a1 + 2*(double)a2 + 3*(double)a3 + 4*(double)a4 + 5*(double)a5 +
      6*(double)a6 + 7*(double)a7 + 8*(double)a8 + 9*(double)a9 + 10*(double)a10 +
      11*(double)a11 + 12*(double)a12 + 13*(double)a13 + 14*(double)a14 + 15*(double)a15 +
      16*(double)a16 + 17*(double)a17 + 18*(double)a18 + 19*(double)a19 + 20*(double)a20;
}

long double weigh_every(_Bool a, char b, signed char c, unsigned char d, short e, unsigned short f,
    int g, unsigned int h, long i, unsigned long j, long long k, unsigned long long l, float m,
    double n, long double o, __int128 p, const char *q) {
  return 1 * a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * (long double)g + 8 * (long double)h +
         9 * (long double)i + 10 * (long double)j + 11 * (long double)k + 12 * (long double)l +
         13 * (long double)m + 14 * (long double)n + 15 * o + 16 * (long double)p +
         17 * (long double)(unsigned long)q;
}
