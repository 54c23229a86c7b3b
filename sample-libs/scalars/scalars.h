/* Scalars of every type: what goes in comes out, plus arithmetic that shows a wrong argument. */
#pragma once

enum scalars_color { SCALARS_RED = 1, SCALARS_GREEN = 2, SCALARS_BLUE = 4, SCALARS_NONE = -1 };

/* echo_X(x) is x, bit for bit. */
_Bool echo_bool(_Bool value);
char echo_char(char value);
signed char echo_schar(signed char value);
unsigned char echo_uchar(unsigned char value);
short echo_short(short value);
unsigned short echo_ushort(unsigned short value);
int echo_int(int value);
unsigned int echo_uint(unsigned int value);
long echo_long(long value);
unsigned long echo_ulong(unsigned long value);
long long echo_llong(long long value);
unsigned long long echo_ullong(unsigned long long value);
__int128 echo_int128(__int128 value);
unsigned __int128 echo_uint128(unsigned __int128 value);
float echo_float(float value);
double echo_double(double value);
long double echo_ldouble(long double value);
float _Complex echo_cfloat(float _Complex value);
double _Complex echo_cdouble(double _Complex value);
long double _Complex echo_cldouble(long double _Complex value);
void *echo_pointer(void *value);
enum scalars_color echo_color(enum scalars_color value);

/* add_X(a, b) is a + b; unsigned types and the narrow signed ones wrap around. */
char add_char(char a, char b);
signed char add_schar(signed char a, signed char b);
unsigned char add_uchar(unsigned char a, unsigned char b);
short add_short(short a, short b);
unsigned short add_ushort(unsigned short a, unsigned short b);
int add_int(int a, int b);
unsigned int add_uint(unsigned int a, unsigned int b);
long add_long(long a, long b);
unsigned long add_ulong(unsigned long a, unsigned long b);
long long add_llong(long long a, long long b);
unsigned long long add_ullong(unsigned long long a, unsigned long long b);
__int128 add_int128(__int128 a, __int128 b);
unsigned __int128 add_uint128(unsigned __int128 a, unsigned __int128 b);
float add_float(float a, float b);
double add_double(double a, double b);
long double add_ldouble(long double a, long double b);
float _Complex add_cfloat(float _Complex a, float _Complex b);
double _Complex add_cdouble(double _Complex a, double _Complex b);
long double _Complex add_cldouble(long double _Complex a, long double _Complex b);

/* sub_X(a, b) is a - b: not the same when the arguments are swapped. */
char sub_char(char a, char b);
signed char sub_schar(signed char a, signed char b);
unsigned char sub_uchar(unsigned char a, unsigned char b);
short sub_short(short a, short b);
unsigned short sub_ushort(unsigned short a, unsigned short b);
int sub_int(int a, int b);
unsigned int sub_uint(unsigned int a, unsigned int b);
long sub_long(long a, long b);
unsigned long sub_ulong(unsigned long a, unsigned long b);
long long sub_llong(long long a, long long b);
unsigned long long sub_ullong(unsigned long long a, unsigned long long b);
__int128 sub_int128(__int128 a, __int128 b);
unsigned __int128 sub_uint128(unsigned __int128 a, unsigned __int128 b);
float sub_float(float a, float b);
double sub_double(double a, double b);
long double sub_ldouble(long double a, long double b);
float _Complex sub_cfloat(float _Complex a, float _Complex b);
double _Complex sub_cdouble(double _Complex a, double _Complex b);
long double _Complex sub_cldouble(long double _Complex a, long double _Complex b);

/* min_X() and max_X() are the limits of the type. */
char min_char(void);
char max_char(void);
signed char min_schar(void);
signed char max_schar(void);
unsigned char min_uchar(void);
unsigned char max_uchar(void);
short min_short(void);
short max_short(void);
unsigned short min_ushort(void);
unsigned short max_ushort(void);
int min_int(void);
int max_int(void);
unsigned int min_uint(void);
unsigned int max_uint(void);
long min_long(void);
long max_long(void);
unsigned long min_ulong(void);
unsigned long max_ulong(void);
long long min_llong(void);
long long max_llong(void);
unsigned long long min_ullong(void);
unsigned long long max_ullong(void);
__int128 min_int128(void);
__int128 max_int128(void);
unsigned __int128 min_uint128(void);
unsigned __int128 max_uint128(void);

/* not_bool(x) is 1 for 0 and 0 for everything else. */
_Bool not_bool(_Bool value);
/* is_even(x) is 1 for even numbers, negative ones too. */
_Bool is_even(int value);
/* bits_of_float(1.0f) is 0x3f800000: which bits arrived. */
unsigned int bits_of_float(float value);
/* bits_of_double(1.0) is 0x3ff0000000000000. */
unsigned long bits_of_double(double value);
/* double_of_bits(0x3ff0000000000000) is 1.0; makes any NaN. */
double double_of_bits(unsigned long bits);
/* scale(1.5, 2.0f) is 3.0: a caller without a prototype gets it wrong. */
double scale(double value, float factor);
/* a / b; traps for b == 0 (SIGFPE) on x86-64. */
int divide(int a, int b);
/* The positive and negative infinity and a NaN. */
double plus_infinity(void);
double minus_infinity(void);
double not_a_number(void);
/* Negative zero: prints as -0. */
double minus_zero(void);
/* 'A' (65), with rubbish in the rest of the result register, as the ABI allows. */
unsigned char dirty_uchar(void);
/* -2, with rubbish in the rest of the result register. */
short dirty_short(void);
/* 1 (true), with rubbish in the rest of the result register. */
_Bool dirty_bool(void);
/* Does nothing, gives nothing. */
void nothing(void);
/* Declared with (): nothing says what it takes. It takes one int and returns it plus 1. */
int old_style();

/* weigh_ints_N(a1, a2, …) is 1*a1 + 2*a2 + …: every argument counts, and its place.
   With 1, 2, …, N it is N(N+1)(2N+1)/6: 91 for 6, 204 for 8, 2870 for 20. */
long weigh_ints_0(void);
long weigh_ints_1(int a1);
long weigh_ints_2(int a1, int a2);
long weigh_ints_3(int a1, int a2, int a3);
long weigh_ints_4(int a1, int a2, int a3, int a4);
long weigh_ints_5(int a1, int a2, int a3, int a4, int a5);
long weigh_ints_6(int a1, int a2, int a3, int a4, int a5, int a6);
long weigh_ints_7(int a1, int a2, int a3, int a4, int a5, int a6, int a7);
long weigh_ints_8(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8);
long weigh_ints_9(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9);
long weigh_ints_10(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10);
long weigh_ints_11(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11);
long weigh_ints_12(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12);
long weigh_ints_13(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13);
long weigh_ints_14(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14);
long weigh_ints_15(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15);
long weigh_ints_16(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16);
long weigh_ints_17(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16, int a17);
long weigh_ints_18(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16, int a17, int a18);
long weigh_ints_19(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16, int a17, int a18, int a19);
long weigh_ints_20(int a1, int a2, int a3, int a4, int a5, int a6, int a7, int a8, int a9, int a10,
    int a11, int a12, int a13, int a14, int a15, int a16, int a17, int a18, int a19, int a20);

/* The same over doubles: beyond eight they go on the stack. */
double weigh_doubles_0(void);
double weigh_doubles_1(double a1);
double weigh_doubles_2(double a1, double a2);
double weigh_doubles_3(double a1, double a2, double a3);
double weigh_doubles_4(double a1, double a2, double a3, double a4);
double weigh_doubles_5(double a1, double a2, double a3, double a4, double a5);
double weigh_doubles_6(double a1, double a2, double a3, double a4, double a5, double a6);
double weigh_doubles_7(double a1, double a2, double a3, double a4, double a5, double a6, double a7);
double weigh_doubles_8(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8);
double weigh_doubles_9(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9);
double weigh_doubles_10(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10);
double weigh_doubles_11(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11);
double weigh_doubles_12(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12);
double weigh_doubles_13(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13);
double weigh_doubles_14(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14);
double weigh_doubles_15(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15);
double weigh_doubles_16(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16);
double weigh_doubles_17(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16, double a17);
double weigh_doubles_18(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16, double a17, double a18);
double weigh_doubles_19(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16, double a17, double a18, double a19);
double weigh_doubles_20(double a1, double a2, double a3, double a4, double a5, double a6, double a7,
    double a8, double a9, double a10, double a11, double a12, double a13, double a14, double a15,
    double a16, double a17, double a18, double a19, double a20);

/* The same over int, double, char, float, long, unsigned short in turn: registers of both kinds,
   then the stack. */
double weigh_mixed_0(void);
double weigh_mixed_1(int a1);
double weigh_mixed_2(int a1, double a2);
double weigh_mixed_3(int a1, double a2, char a3);
double weigh_mixed_4(int a1, double a2, char a3, float a4);
double weigh_mixed_5(int a1, double a2, char a3, float a4, long a5);
double weigh_mixed_6(int a1, double a2, char a3, float a4, long a5, unsigned short a6);
double weigh_mixed_7(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7);
double weigh_mixed_8(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8);
double weigh_mixed_9(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9);
double weigh_mixed_10(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10);
double weigh_mixed_11(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11);
double weigh_mixed_12(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12);
double weigh_mixed_13(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13);
double weigh_mixed_14(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14);
double weigh_mixed_15(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15);
double weigh_mixed_16(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16);
double weigh_mixed_17(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16, long a17);
double weigh_mixed_18(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16, long a17, unsigned short a18);
double weigh_mixed_19(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16, long a17, unsigned short a18, int a19);
double weigh_mixed_20(int a1, double a2, char a3, float a4, long a5, unsigned short a6, int a7,
    double a8, char a9, float a10, long a11, unsigned short a12, int a13, double a14, char a15,
    float a16, long a17, unsigned short a18, int a19, double a20);

/* 1*a + 2*b + … over one parameter of every kind; with 1, 2, …, 17 it is 1785. */
long double weigh_every(_Bool a, char b, signed char c, unsigned char d, short e, unsigned short f,
    int g, unsigned int h, long i, unsigned long j, long long k, unsigned long long l, float m,
    double n, long double o, __int128 p, const char *q);
