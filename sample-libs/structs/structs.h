/* Structs and unions by value, of many shapes; the classes named are those of the System V ABI for
   x86-64, section 3.2.3.

   For each shape X there is
     X_make(members…)   the struct of these members;
     X_echo(x)          x;
     X_fold(x)          1*first + 2*second + …, so that every member counts, and its place;
     X_late(…, x)       X_fold(x) after arguments that leave few registers or none. */
#pragma once

/* One INTEGER eightbyte. */
struct ints2 {
  int x;
  int y;
};
struct ints2 ints2_make(int x, int y);
struct ints2 ints2_echo(struct ints2 value);
double ints2_fold(struct ints2 value);
double ints2_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct ints2 value);

/* Two INTEGER eightbytes, 12 bytes. */
struct ints3 {
  int x;
  int y;
  int z;
};
struct ints3 ints3_make(int x, int y, int z);
struct ints3 ints3_echo(struct ints3 value);
double ints3_fold(struct ints3 value);
double ints3_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct ints3 value);

/* Two INTEGER eightbytes. */
struct longs2 {
  long x;
  long y;
};
struct longs2 longs2_make(long x, long y);
struct longs2 longs2_echo(struct longs2 value);
double longs2_fold(struct longs2 value);
double longs2_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct longs2 value);

/* 24 bytes: in memory. */
struct longs3 {
  long x;
  long y;
  long z;
};
struct longs3 longs3_make(long x, long y, long z);
struct longs3 longs3_echo(struct longs3 value);
double longs3_fold(struct longs3 value);
double longs3_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct longs3 value);

/* Half an SSE eightbyte. */
struct float1 {
  float x;
};
struct float1 float1_make(float x);
struct float1 float1_echo(struct float1 value);
double float1_fold(struct float1 value);
double float1_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct float1 value);

/* Two floats in one SSE register. */
struct floats2 {
  float x;
  float y;
};
struct floats2 floats2_make(float x, float y);
struct floats2 floats2_echo(struct floats2 value);
double floats2_fold(struct floats2 value);
double floats2_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats2 value);

/* Three floats in two SSE registers. */
struct floats3 {
  float x;
  float y;
  float z;
};
struct floats3 floats3_make(float x, float y, float z);
struct floats3 floats3_echo(struct floats3 value);
double floats3_fold(struct floats3 value);
double floats3_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats3 value);

/* Four floats in two SSE registers. */
struct floats4 {
  float x;
  float y;
  float z;
  float w;
};
struct floats4 floats4_make(float x, float y, float z, float w);
struct floats4 floats4_echo(struct floats4 value);
double floats4_fold(struct floats4 value);
double floats4_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats4 value);

/* 20 bytes of floats: in memory. */
struct floats5 {
  float a;
  float b;
  float c;
  float d;
  float e;
};
struct floats5 floats5_make(float a, float b, float c, float d, float e);
struct floats5 floats5_echo(struct floats5 value);
double floats5_fold(struct floats5 value);
double floats5_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats5 value);

/* Two SSE registers. */
struct doubles2 {
  double x;
  double y;
};
struct doubles2 doubles2_make(double x, double y);
struct doubles2 doubles2_echo(struct doubles2 value);
double doubles2_fold(struct doubles2 value);
double doubles2_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct doubles2 value);

/* 24 bytes: in memory. */
struct doubles3 {
  double x;
  double y;
  double z;
};
struct doubles3 doubles3_make(double x, double y, double z);
struct doubles3 doubles3_echo(struct doubles3 value);
double doubles3_fold(struct doubles3 value);
double doubles3_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct doubles3 value);

/* INTEGER and SSE merged in one eightbyte: INTEGER. */
struct int_float {
  int i;
  float f;
};
struct int_float int_float_make(int i, float f);
struct int_float int_float_echo(struct int_float value);
double int_float_fold(struct int_float value);
double int_float_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct int_float value);

/* The same the other way round. */
struct float_int {
  float f;
  int i;
};
struct float_int float_int_make(float f, int i);
struct float_int float_int_echo(struct float_int value);
double float_int_fold(struct float_int value);
double float_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct float_int value);

/* INTEGER, SSE. */
struct long_double_pair {
  long l;
  double d;
};
struct long_double_pair long_double_pair_make(long l, double d);
struct long_double_pair long_double_pair_echo(struct long_double_pair value);
double long_double_pair_fold(struct long_double_pair value);
double long_double_pair_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct long_double_pair value);

/* SSE, INTEGER. */
struct double_long_pair {
  double d;
  long l;
};
struct double_long_pair double_long_pair_make(double d, long l);
struct double_long_pair double_long_pair_echo(struct double_long_pair value);
double double_long_pair_fold(struct double_long_pair value);
double double_long_pair_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct double_long_pair value);

/* INTEGER, SSE, with seven bytes of padding. */
struct char_double {
  char c;
  double d;
};
struct char_double char_double_make(char c, double d);
struct char_double char_double_echo(struct char_double value);
double char_double_fold(struct char_double value);
double char_double_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct char_double value);

/* SSE, INTEGER, with padding at the end. */
struct double_char {
  double d;
  char c;
};
struct double_char double_char_make(double d, char c);
struct double_char double_char_echo(struct double_char value);
double double_char_fold(struct double_char value);
double double_char_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct double_char value);

/* SSE, INTEGER; 12 bytes. */
struct floats2_int {
  float x;
  float y;
  int i;
};
struct floats2_int floats2_int_make(float x, float y, int i);
struct floats2_int floats2_int_echo(struct floats2_int value);
double floats2_int_fold(struct floats2_int value);
double floats2_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats2_int value);

/* One eightbyte with padding inside. */
struct char_short_int {
  char c;
  short s;
  int i;
};
struct char_short_int char_short_int_make(char c, short s, int i);
struct char_short_int char_short_int_echo(struct char_short_int value);
double char_short_int_fold(struct char_short_int value);
double char_short_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct char_short_int value);

/* Two INTEGER eightbytes of all widths. */
struct every_int {
  _Bool b;
  char c;
  short s;
  int i;
  long l;
};
struct every_int every_int_make(_Bool b, char c, short s, int i, long l);
struct every_int every_int_echo(struct every_int value);
double every_int_fold(struct every_int value);
double every_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct every_int value);

/* x87: passed in memory, returned in st(0). */
struct ldouble1 {
  long double x;
};
struct ldouble1 ldouble1_make(long double x);
struct ldouble1 ldouble1_echo(struct ldouble1 value);
double ldouble1_fold(struct ldouble1 value);
double ldouble1_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct ldouble1 value);

/* 32 bytes: in memory. */
struct ldouble_int {
  long double x;
  int i;
};
struct ldouble_int ldouble_int_make(long double x, int i);
struct ldouble_int ldouble_int_echo(struct ldouble_int value);
double ldouble_int_fold(struct ldouble_int value);
double ldouble_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct ldouble_int value);

/* Two INTEGER eightbytes, aligned to 16. */
struct int128_one {
  __int128 x;
};
struct int128_one int128_one_make(__int128 x);
struct int128_one int128_one_echo(struct int128_one value);
double int128_one_fold(struct int128_one value);
double int128_one_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct int128_one value);

/* 32 bytes: in memory. */
struct int_int128 {
  int i;
  __int128 x;
};
struct int_int128 int_int128_make(int i, __int128 x);
struct int_int128 int_int128_echo(struct int_int128 value);
double int_int128_fold(struct int_int128 value);
double int_int128_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct int_int128 value);

/* Unsigned members. */
struct unsigned_kinds {
  unsigned char c;
  unsigned short s;
  unsigned int i;
};
struct unsigned_kinds unsigned_kinds_make(unsigned char c, unsigned short s, unsigned int i);
struct unsigned_kinds unsigned_kinds_echo(struct unsigned_kinds value);
double unsigned_kinds_fold(struct unsigned_kinds value);
double unsigned_kinds_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct unsigned_kinds value);

/* Arrays inside. */
struct int_array { int v[4]; };
struct int_array int_array_make(int first);          /* {first, first + 1, …} */
struct int_array int_array_echo(struct int_array value);
double int_array_fold(struct int_array value);
struct float_array { float v[4]; };
struct float_array float_array_make(float first);
struct float_array float_array_echo(struct float_array value);
double float_array_fold(struct float_array value);
struct char_array { char text[12]; };
struct char_array char_array_make(const char *text); /* at most 11 bytes and a terminator */
struct char_array char_array_echo(struct char_array value);
int char_array_fold(struct char_array value);        /* the sum of place times byte */
struct matrix { double m[2][3]; };
struct matrix matrix_make(double first);
struct matrix matrix_echo(struct matrix value);
double matrix_fold(struct matrix value);

/* Structs inside: a rectangle of two points; a circle. */
struct point { int x, y; };
struct size { float width, height; };
struct rectangle { struct point origin; struct size size; };
struct rectangle rectangle_make(int x, int y, float width, float height);
struct rectangle rectangle_echo(struct rectangle value);
double rectangle_fold(struct rectangle value);
struct polygon { int count; struct point points[5]; };
struct polygon polygon_make(int count);              /* points (0, 0), (1, 10), (2, 20), … */
struct polygon polygon_echo(struct polygon value);
double polygon_fold(struct polygon value);           /* count + sum of (i + 1) * (x + y) */

/* Members without a name of their own. */
struct tagged {
  int tag;                                           /* 0: number, 1: real */
  union {
    long number;
    double real;
  };
};
struct tagged tagged_number(long number);
struct tagged tagged_real(double real);
struct tagged tagged_echo(struct tagged value);
double tagged_value(struct tagged value);            /* whichever the tag says */

/* Unions by value. */
union int_or_float { int i; float f; };
union int_or_float int_or_float_of_int(int i);
union int_or_float int_or_float_of_float(float f);
union int_or_float int_or_float_echo(union int_or_float value);
int int_or_float_int(union int_or_float value);
union double_or_long { double d; long l; };
union double_or_long double_or_long_of_double(double d);
union double_or_long double_or_long_echo(union double_or_long value);
double double_or_long_double(union double_or_long value);
union floats_or_double { float f[2]; double d; };    /* SSE */
union floats_or_double floats_or_double_of_floats(float a, float b);
union floats_or_double floats_or_double_echo(union floats_or_double value);
double floats_or_double_fold(union floats_or_double value);  /* f[0] + 2 * f[1] */
union mixed_eightbytes { struct { double a; long b; } one; struct { double a, b; } two; };
union mixed_eightbytes mixed_eightbytes_of_one(double a, long b);
union mixed_eightbytes mixed_eightbytes_of_two(double a, double b);
union mixed_eightbytes mixed_eightbytes_echo(union mixed_eightbytes value);
double mixed_eightbytes_fold_one(union mixed_eightbytes value);
union big { char bytes[40]; long l; };               /* in memory */
union big big_make(char first);
union big big_echo(union big value);
int big_fold(union big value);

/* Bit-fields. */
struct bits { unsigned int a : 3, b : 5, c : 24; };
struct bits bits_make(unsigned int a, unsigned int b, unsigned int c);
struct bits bits_echo(struct bits value);
double bits_fold(struct bits value);
struct signed_bits { int a : 4; int : 4; int b : 9; _Bool c : 1; };
struct signed_bits signed_bits_make(int a, int b, _Bool c);
struct signed_bits signed_bits_echo(struct signed_bits value);
double signed_bits_fold(struct signed_bits value);
struct long_bits { long a : 40; long b : 40; unsigned char c : 2; };
struct long_bits long_bits_make(long a, long b, unsigned char c);
struct long_bits long_bits_echo(struct long_bits value);
double long_bits_fold(struct long_bits value);
struct broken_bits { char a; int : 0; short b : 5; float f; };
struct broken_bits broken_bits_make(char a, short b, float f);
struct broken_bits broken_bits_echo(struct broken_bits value);
double broken_bits_fold(struct broken_bits value);

/* Packed and over-aligned. */
struct __attribute__((packed)) packed { char c; int i; short s; };
struct packed packed_make(char c, int i, short s);
struct packed packed_echo(struct packed value);
double packed_fold(struct packed value);
struct __attribute__((packed)) packed_double { char c; double d; };  /* unaligned: in memory */
struct packed_double packed_double_make(char c, double d);
struct packed_double packed_double_echo(struct packed_double value);
double packed_double_fold(struct packed_double value);
struct __attribute__((aligned(32))) aligned { int x; };
struct aligned aligned_make(int x);
struct aligned aligned_echo(struct aligned value);
double aligned_fold(struct aligned value);

/* Pointers, enumerators, complex numbers, function pointers. */
enum structs_kind { STRUCTS_FIRST = 1, STRUCTS_SECOND = 2 };
struct handles { const char *name; enum structs_kind kind; void *data; };
struct handles handles_make(const char *name, enum structs_kind kind, void *data);
struct handles handles_echo(struct handles value);
struct complex_pair { float _Complex a; double _Complex b; };
struct complex_pair complex_pair_make(float _Complex a, double _Complex b);
struct complex_pair complex_pair_echo(struct complex_pair value);
double complex_pair_fold(struct complex_pair value);   /* 1*re a + 2*im a + 3*re b + 4*im b */
struct operation { int (*apply)(int, int); int a; };
struct operation operation_adding(int a);
int operation_run(struct operation operation, int b);  /* a + b for operation_adding(a) */
/* A GNU struct without members: no bytes at all in C. */
struct nothing {};
int nothing_between(int a, struct nothing nothing, int b);  /* a - b */

/* Several in one call, so that registers of both kinds run out: fold(a) + 10 fold(b) + 100 fold(c)
   + … */
double several(struct ints2 a, struct doubles2 b, struct longs3 c, struct floats3 d,
    struct ldouble1 e, struct double_long_pair f, struct longs2 g);

/* Through pointers. */
void rectangle_move(struct rectangle *rectangle, int dx, int dy);
const struct rectangle *rectangle_static(void);  /* {{1, 2}, {3, 4}}, always the same */
struct list { int value; struct list *next; };
struct list *list_push(struct list *next, int value);  /* allocated */
int list_sum(const struct list *list);
void list_free(struct list *list);
struct opaque;
struct opaque *opaque_create(int secret);
int opaque_secret(const struct opaque *opaque);
void opaque_destroy(struct opaque *opaque);

/* Of every size from 1 to 40 bytes, and some to 96. bytesN_make(first) holds first, first + 1, …
   (modulo 256); bytesN_fold is the sum of place (from 1) times byte. */
struct bytes1 { unsigned char b[1]; };
struct bytes1 bytes1_make(unsigned char first);
struct bytes1 bytes1_echo(struct bytes1 value);
unsigned int bytes1_fold(struct bytes1 value);
struct bytes2 { unsigned char b[2]; };
struct bytes2 bytes2_make(unsigned char first);
struct bytes2 bytes2_echo(struct bytes2 value);
unsigned int bytes2_fold(struct bytes2 value);
struct bytes3 { unsigned char b[3]; };
struct bytes3 bytes3_make(unsigned char first);
struct bytes3 bytes3_echo(struct bytes3 value);
unsigned int bytes3_fold(struct bytes3 value);
struct bytes4 { unsigned char b[4]; };
struct bytes4 bytes4_make(unsigned char first);
struct bytes4 bytes4_echo(struct bytes4 value);
unsigned int bytes4_fold(struct bytes4 value);
struct bytes5 { unsigned char b[5]; };
struct bytes5 bytes5_make(unsigned char first);
struct bytes5 bytes5_echo(struct bytes5 value);
unsigned int bytes5_fold(struct bytes5 value);
struct bytes6 { unsigned char b[6]; };
struct bytes6 bytes6_make(unsigned char first);
struct bytes6 bytes6_echo(struct bytes6 value);
unsigned int bytes6_fold(struct bytes6 value);
struct bytes7 { unsigned char b[7]; };
struct bytes7 bytes7_make(unsigned char first);
struct bytes7 bytes7_echo(struct bytes7 value);
unsigned int bytes7_fold(struct bytes7 value);
struct bytes8 { unsigned char b[8]; };
struct bytes8 bytes8_make(unsigned char first);
struct bytes8 bytes8_echo(struct bytes8 value);
unsigned int bytes8_fold(struct bytes8 value);
struct bytes9 { unsigned char b[9]; };
struct bytes9 bytes9_make(unsigned char first);
struct bytes9 bytes9_echo(struct bytes9 value);
unsigned int bytes9_fold(struct bytes9 value);
struct bytes10 { unsigned char b[10]; };
struct bytes10 bytes10_make(unsigned char first);
struct bytes10 bytes10_echo(struct bytes10 value);
unsigned int bytes10_fold(struct bytes10 value);
struct bytes11 { unsigned char b[11]; };
struct bytes11 bytes11_make(unsigned char first);
struct bytes11 bytes11_echo(struct bytes11 value);
unsigned int bytes11_fold(struct bytes11 value);
struct bytes12 { unsigned char b[12]; };
struct bytes12 bytes12_make(unsigned char first);
struct bytes12 bytes12_echo(struct bytes12 value);
unsigned int bytes12_fold(struct bytes12 value);
struct bytes13 { unsigned char b[13]; };
struct bytes13 bytes13_make(unsigned char first);
struct bytes13 bytes13_echo(struct bytes13 value);
unsigned int bytes13_fold(struct bytes13 value);
struct bytes14 { unsigned char b[14]; };
struct bytes14 bytes14_make(unsigned char first);
struct bytes14 bytes14_echo(struct bytes14 value);
unsigned int bytes14_fold(struct bytes14 value);
struct bytes15 { unsigned char b[15]; };
struct bytes15 bytes15_make(unsigned char first);
struct bytes15 bytes15_echo(struct bytes15 value);
unsigned int bytes15_fold(struct bytes15 value);
struct bytes16 { unsigned char b[16]; };
struct bytes16 bytes16_make(unsigned char first);
struct bytes16 bytes16_echo(struct bytes16 value);
unsigned int bytes16_fold(struct bytes16 value);
struct bytes17 { unsigned char b[17]; };
struct bytes17 bytes17_make(unsigned char first);
struct bytes17 bytes17_echo(struct bytes17 value);
unsigned int bytes17_fold(struct bytes17 value);
struct bytes18 { unsigned char b[18]; };
struct bytes18 bytes18_make(unsigned char first);
struct bytes18 bytes18_echo(struct bytes18 value);
unsigned int bytes18_fold(struct bytes18 value);
struct bytes19 { unsigned char b[19]; };
struct bytes19 bytes19_make(unsigned char first);
struct bytes19 bytes19_echo(struct bytes19 value);
unsigned int bytes19_fold(struct bytes19 value);
struct bytes20 { unsigned char b[20]; };
struct bytes20 bytes20_make(unsigned char first);
struct bytes20 bytes20_echo(struct bytes20 value);
unsigned int bytes20_fold(struct bytes20 value);
struct bytes21 { unsigned char b[21]; };
struct bytes21 bytes21_make(unsigned char first);
struct bytes21 bytes21_echo(struct bytes21 value);
unsigned int bytes21_fold(struct bytes21 value);
struct bytes22 { unsigned char b[22]; };
struct bytes22 bytes22_make(unsigned char first);
struct bytes22 bytes22_echo(struct bytes22 value);
unsigned int bytes22_fold(struct bytes22 value);
struct bytes23 { unsigned char b[23]; };
struct bytes23 bytes23_make(unsigned char first);
struct bytes23 bytes23_echo(struct bytes23 value);
unsigned int bytes23_fold(struct bytes23 value);
struct bytes24 { unsigned char b[24]; };
struct bytes24 bytes24_make(unsigned char first);
struct bytes24 bytes24_echo(struct bytes24 value);
unsigned int bytes24_fold(struct bytes24 value);
struct bytes25 { unsigned char b[25]; };
struct bytes25 bytes25_make(unsigned char first);
struct bytes25 bytes25_echo(struct bytes25 value);
unsigned int bytes25_fold(struct bytes25 value);
struct bytes26 { unsigned char b[26]; };
struct bytes26 bytes26_make(unsigned char first);
struct bytes26 bytes26_echo(struct bytes26 value);
unsigned int bytes26_fold(struct bytes26 value);
struct bytes27 { unsigned char b[27]; };
struct bytes27 bytes27_make(unsigned char first);
struct bytes27 bytes27_echo(struct bytes27 value);
unsigned int bytes27_fold(struct bytes27 value);
struct bytes28 { unsigned char b[28]; };
struct bytes28 bytes28_make(unsigned char first);
struct bytes28 bytes28_echo(struct bytes28 value);
unsigned int bytes28_fold(struct bytes28 value);
struct bytes29 { unsigned char b[29]; };
struct bytes29 bytes29_make(unsigned char first);
struct bytes29 bytes29_echo(struct bytes29 value);
unsigned int bytes29_fold(struct bytes29 value);
struct bytes30 { unsigned char b[30]; };
struct bytes30 bytes30_make(unsigned char first);
struct bytes30 bytes30_echo(struct bytes30 value);
unsigned int bytes30_fold(struct bytes30 value);
struct bytes31 { unsigned char b[31]; };
struct bytes31 bytes31_make(unsigned char first);
struct bytes31 bytes31_echo(struct bytes31 value);
unsigned int bytes31_fold(struct bytes31 value);
struct bytes32 { unsigned char b[32]; };
struct bytes32 bytes32_make(unsigned char first);
struct bytes32 bytes32_echo(struct bytes32 value);
unsigned int bytes32_fold(struct bytes32 value);
struct bytes33 { unsigned char b[33]; };
struct bytes33 bytes33_make(unsigned char first);
struct bytes33 bytes33_echo(struct bytes33 value);
unsigned int bytes33_fold(struct bytes33 value);
struct bytes34 { unsigned char b[34]; };
struct bytes34 bytes34_make(unsigned char first);
struct bytes34 bytes34_echo(struct bytes34 value);
unsigned int bytes34_fold(struct bytes34 value);
struct bytes35 { unsigned char b[35]; };
struct bytes35 bytes35_make(unsigned char first);
struct bytes35 bytes35_echo(struct bytes35 value);
unsigned int bytes35_fold(struct bytes35 value);
struct bytes36 { unsigned char b[36]; };
struct bytes36 bytes36_make(unsigned char first);
struct bytes36 bytes36_echo(struct bytes36 value);
unsigned int bytes36_fold(struct bytes36 value);
struct bytes37 { unsigned char b[37]; };
struct bytes37 bytes37_make(unsigned char first);
struct bytes37 bytes37_echo(struct bytes37 value);
unsigned int bytes37_fold(struct bytes37 value);
struct bytes38 { unsigned char b[38]; };
struct bytes38 bytes38_make(unsigned char first);
struct bytes38 bytes38_echo(struct bytes38 value);
unsigned int bytes38_fold(struct bytes38 value);
struct bytes39 { unsigned char b[39]; };
struct bytes39 bytes39_make(unsigned char first);
struct bytes39 bytes39_echo(struct bytes39 value);
unsigned int bytes39_fold(struct bytes39 value);
struct bytes40 { unsigned char b[40]; };
struct bytes40 bytes40_make(unsigned char first);
struct bytes40 bytes40_echo(struct bytes40 value);
unsigned int bytes40_fold(struct bytes40 value);
struct bytes47 { unsigned char b[47]; };
struct bytes47 bytes47_make(unsigned char first);
struct bytes47 bytes47_echo(struct bytes47 value);
unsigned int bytes47_fold(struct bytes47 value);
struct bytes48 { unsigned char b[48]; };
struct bytes48 bytes48_make(unsigned char first);
struct bytes48 bytes48_echo(struct bytes48 value);
unsigned int bytes48_fold(struct bytes48 value);
struct bytes49 { unsigned char b[49]; };
struct bytes49 bytes49_make(unsigned char first);
struct bytes49 bytes49_echo(struct bytes49 value);
unsigned int bytes49_fold(struct bytes49 value);
struct bytes56 { unsigned char b[56]; };
struct bytes56 bytes56_make(unsigned char first);
struct bytes56 bytes56_echo(struct bytes56 value);
unsigned int bytes56_fold(struct bytes56 value);
struct bytes63 { unsigned char b[63]; };
struct bytes63 bytes63_make(unsigned char first);
struct bytes63 bytes63_echo(struct bytes63 value);
unsigned int bytes63_fold(struct bytes63 value);
struct bytes64 { unsigned char b[64]; };
struct bytes64 bytes64_make(unsigned char first);
struct bytes64 bytes64_echo(struct bytes64 value);
unsigned int bytes64_fold(struct bytes64 value);
struct bytes65 { unsigned char b[65]; };
struct bytes65 bytes65_make(unsigned char first);
struct bytes65 bytes65_echo(struct bytes65 value);
unsigned int bytes65_fold(struct bytes65 value);
struct bytes72 { unsigned char b[72]; };
struct bytes72 bytes72_make(unsigned char first);
struct bytes72 bytes72_echo(struct bytes72 value);
unsigned int bytes72_fold(struct bytes72 value);
struct bytes80 { unsigned char b[80]; };
struct bytes80 bytes80_make(unsigned char first);
struct bytes80 bytes80_echo(struct bytes80 value);
unsigned int bytes80_fold(struct bytes80 value);
struct bytes88 { unsigned char b[88]; };
struct bytes88 bytes88_make(unsigned char first);
struct bytes88 bytes88_echo(struct bytes88 value);
unsigned int bytes88_fold(struct bytes88 value);
struct bytes95 { unsigned char b[95]; };
struct bytes95 bytes95_make(unsigned char first);
struct bytes95 bytes95_echo(struct bytes95 value);
unsigned int bytes95_fold(struct bytes95 value);
struct bytes96 { unsigned char b[96]; };
struct bytes96 bytes96_make(unsigned char first);
struct bytes96 bytes96_echo(struct bytes96 value);
unsigned int bytes96_fold(struct bytes96 value);
