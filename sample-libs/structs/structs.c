#include "structs.h"

#include <stdlib.h>

struct ints2 ints2_make(int x, int y) {
  return (struct ints2){x, y};
}
struct ints2 ints2_echo(struct ints2 value) { return value; }
double ints2_fold(struct ints2 value) {
  return 1 * (double)value.x + 2 * (double)value.y;
}
double ints2_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct ints2 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? ints2_fold(value) : -1;
}

struct ints3 ints3_make(int x, int y, int z) {
  return (struct ints3){x, y, z};
}
struct ints3 ints3_echo(struct ints3 value) { return value; }
double ints3_fold(struct ints3 value) {
  return 1 * (double)value.x + 2 * (double)value.y + 3 * (double)value.z;
}
double ints3_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct ints3 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? ints3_fold(value) : -1;
}

struct longs2 longs2_make(long x, long y) {
  return (struct longs2){x, y};
}
struct longs2 longs2_echo(struct longs2 value) { return value; }
double longs2_fold(struct longs2 value) {
  return 1 * (double)value.x + 2 * (double)value.y;
}
double longs2_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct longs2 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? longs2_fold(value) : -1;
}

struct longs3 longs3_make(long x, long y, long z) {
  return (struct longs3){x, y, z};
}
struct longs3 longs3_echo(struct longs3 value) { return value; }
double longs3_fold(struct longs3 value) {
  return 1 * (double)value.x + 2 * (double)value.y + 3 * (double)value.z;
}
double longs3_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct longs3 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? longs3_fold(value) : -1;
}

struct float1 float1_make(float x) {
  return (struct float1){x};
}
struct float1 float1_echo(struct float1 value) { return value; }
double float1_fold(struct float1 value) {
  return 1 * (double)value.x;
}
double float1_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct float1 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? float1_fold(value) : -1;
}

struct floats2 floats2_make(float x, float y) {
  return (struct floats2){x, y};
}
struct floats2 floats2_echo(struct floats2 value) { return value; }
double floats2_fold(struct floats2 value) {
  return 1 * (double)value.x + 2 * (double)value.y;
}
double floats2_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats2 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? floats2_fold(value) : -1;
}

struct floats3 floats3_make(float x, float y, float z) {
  return (struct floats3){x, y, z};
}
struct floats3 floats3_echo(struct floats3 value) { return value; }
double floats3_fold(struct floats3 value) {
  return 1 * (double)value.x + 2 * (double)value.y + 3 * (double)value.z;
}
double floats3_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats3 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? floats3_fold(value) : -1;
}

struct floats4 floats4_make(float x, float y, float z, float w) {
  return (struct floats4){x, y, z, w};
}
struct floats4 floats4_echo(struct floats4 value) { return value; }
double floats4_fold(struct floats4 value) {
  return 1 * (double)value.x + 2 * (double)value.y + 3 * (double)value.z + 4 * (double)value.w;
}
double floats4_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats4 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? floats4_fold(value) : -1;
}

struct floats5 floats5_make(float a, float b, float c, float d, float e) {
  return (struct floats5){a, b, c, d, e};
}
struct floats5 floats5_echo(struct floats5 value) { return value; }
double floats5_fold(struct floats5 value) {
  return 1 * (double)value.a + 2 * (double)value.b + 3 * (double)value.c + 4 * (double)value.d +
         5 * (double)value.e;
}
double floats5_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats5 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? floats5_fold(value) : -1;
}

struct doubles2 doubles2_make(double x, double y) {
  return (struct doubles2){x, y};
}
struct doubles2 doubles2_echo(struct doubles2 value) { return value; }
double doubles2_fold(struct doubles2 value) {
  return 1 * (double)value.x + 2 * (double)value.y;
}
double doubles2_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct doubles2 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? doubles2_fold(value) : -1;
}

struct doubles3 doubles3_make(double x, double y, double z) {
  return (struct doubles3){x, y, z};
}
struct doubles3 doubles3_echo(struct doubles3 value) { return value; }
double doubles3_fold(struct doubles3 value) {
  return 1 * (double)value.x + 2 * (double)value.y + 3 * (double)value.z;
}
double doubles3_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct doubles3 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? doubles3_fold(value) : -1;
}

struct int_float int_float_make(int i, float f) {
  return (struct int_float){i, f};
}
struct int_float int_float_echo(struct int_float value) { return value; }
double int_float_fold(struct int_float value) {
  return 1 * (double)value.i + 2 * (double)value.f;
}
double int_float_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct int_float value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? int_float_fold(value) : -1;
}

struct float_int float_int_make(float f, int i) {
  return (struct float_int){f, i};
}
struct float_int float_int_echo(struct float_int value) { return value; }
double float_int_fold(struct float_int value) {
  return 1 * (double)value.f + 2 * (double)value.i;
}
double float_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct float_int value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? float_int_fold(value) : -1;
}

struct long_double_pair long_double_pair_make(long l, double d) {
  return (struct long_double_pair){l, d};
}
struct long_double_pair long_double_pair_echo(struct long_double_pair value) { return value; }
double long_double_pair_fold(struct long_double_pair value) {
  return 1 * (double)value.l + 2 * (double)value.d;
}
double long_double_pair_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct long_double_pair value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? long_double_pair_fold(value) : -1;
}

struct double_long_pair double_long_pair_make(double d, long l) {
  return (struct double_long_pair){d, l};
}
struct double_long_pair double_long_pair_echo(struct double_long_pair value) { return value; }
double double_long_pair_fold(struct double_long_pair value) {
  return 1 * (double)value.d + 2 * (double)value.l;
}
double double_long_pair_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct double_long_pair value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? double_long_pair_fold(value) : -1;
}

struct char_double char_double_make(char c, double d) {
  return (struct char_double){c, d};
}
struct char_double char_double_echo(struct char_double value) { return value; }
double char_double_fold(struct char_double value) {
  return 1 * (double)value.c + 2 * (double)value.d;
}
double char_double_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct char_double value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? char_double_fold(value) : -1;
}

struct double_char double_char_make(double d, char c) {
  return (struct double_char){d, c};
}
struct double_char double_char_echo(struct double_char value) { return value; }
double double_char_fold(struct double_char value) {
  return 1 * (double)value.d + 2 * (double)value.c;
}
double double_char_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct double_char value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? double_char_fold(value) : -1;
}

struct floats2_int floats2_int_make(float x, float y, int i) {
  return (struct floats2_int){x, y, i};
}
struct floats2_int floats2_int_echo(struct floats2_int value) { return value; }
double floats2_int_fold(struct floats2_int value) {
  return 1 * (double)value.x + 2 * (double)value.y + 3 * (double)value.i;
}
double floats2_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct floats2_int value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? floats2_int_fold(value) : -1;
}

struct char_short_int char_short_int_make(char c, short s, int i) {
  return (struct char_short_int){c, s, i};
}
struct char_short_int char_short_int_echo(struct char_short_int value) { return value; }
double char_short_int_fold(struct char_short_int value) {
  return 1 * (double)value.c + 2 * (double)value.s + 3 * (double)value.i;
}
double char_short_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct char_short_int value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? char_short_int_fold(value) : -1;
}

struct every_int every_int_make(_Bool b, char c, short s, int i, long l) {
  return (struct every_int){b, c, s, i, l};
}
struct every_int every_int_echo(struct every_int value) { return value; }
double every_int_fold(struct every_int value) {
  return 1 * (double)value.b + 2 * (double)value.c + 3 * (double)value.s + 4 * (double)value.i +
         5 * (double)value.l;
}
double every_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct every_int value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? every_int_fold(value) : -1;
}

struct ldouble1 ldouble1_make(long double x) {
  return (struct ldouble1){x};
}
struct ldouble1 ldouble1_echo(struct ldouble1 value) { return value; }
double ldouble1_fold(struct ldouble1 value) {
  return 1 * (double)value.x;
}
double ldouble1_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct ldouble1 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? ldouble1_fold(value) : -1;
}

struct ldouble_int ldouble_int_make(long double x, int i) {
  return (struct ldouble_int){x, i};
}
struct ldouble_int ldouble_int_echo(struct ldouble_int value) { return value; }
double ldouble_int_fold(struct ldouble_int value) {
  return 1 * (double)value.x + 2 * (double)value.i;
}
double ldouble_int_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct ldouble_int value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? ldouble_int_fold(value) : -1;
}

struct int128_one int128_one_make(__int128 x) {
  return (struct int128_one){x};
}
struct int128_one int128_one_echo(struct int128_one value) { return value; }
double int128_one_fold(struct int128_one value) {
  return 1 * (double)value.x;
}
double int128_one_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct int128_one value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? int128_one_fold(value) : -1;
}

struct int_int128 int_int128_make(int i, __int128 x) {
  return (struct int_int128){i, x};
}
struct int_int128 int_int128_echo(struct int_int128 value) { return value; }
double int_int128_fold(struct int_int128 value) {
  return 1 * (double)value.i + 2 * (double)value.x;
}
double int_int128_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct int_int128 value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? int_int128_fold(value) : -1;
}

struct unsigned_kinds unsigned_kinds_make(unsigned char c, unsigned short s, unsigned int i) {
  return (struct unsigned_kinds){c, s, i};
}
struct unsigned_kinds unsigned_kinds_echo(struct unsigned_kinds value) { return value; }
double unsigned_kinds_fold(struct unsigned_kinds value) {
  return 1 * (double)value.c + 2 * (double)value.s + 3 * (double)value.i;
}
double unsigned_kinds_late(long a, long b, long c, long d, long e, double f, double g, double h,
    double i, double j, double k, double l, struct unsigned_kinds value) {
  double others = (double)(a + b + c + d + e) + f + g + h + i + j + k + l;
  return others == 0 ? unsigned_kinds_fold(value) : -1;
}

struct int_array int_array_make(int first) {
  return (struct int_array){{first, first + 1, first + 2, first + 3}};
}
struct int_array int_array_echo(struct int_array value) { return value; }
double int_array_fold(struct int_array value) {
  return value.v[0] + 2.0 * value.v[1] + 3.0 * value.v[2] + 4.0 * value.v[3];
}

struct float_array float_array_make(float first) {
  return (struct float_array){{first, first + 1, first + 2, first + 3}};
}
struct float_array float_array_echo(struct float_array value) { return value; }
double float_array_fold(struct float_array value) {
  return value.v[0] + 2.0 * value.v[1] + 3.0 * value.v[2] + 4.0 * value.v[3];
}

struct char_array char_array_make(const char *text) {
  struct char_array value = {{0}};
  for (int i = 0; i < 11 && text[i] != 0; i++) value.text[i] = text[i];
  return value;
}
struct char_array char_array_echo(struct char_array value) { return value; }
int char_array_fold(struct char_array value) {
  int sum = 0;
  for (int i = 0; i < 12; i++) sum += (i + 1) * value.text[i];
  return sum;
}

struct matrix matrix_make(double first) {
  return (struct matrix){{{first, first + 1, first + 2}, {first + 3, first + 4, first + 5}}};
}
struct matrix matrix_echo(struct matrix value) { return value; }
double matrix_fold(struct matrix value) {
  double sum = 0;
  for (int i = 0; i < 6; i++) sum += (i + 1) * value.m[i / 3][i % 3];
  return sum;
}

struct rectangle rectangle_make(int x, int y, float width, float height) {
  return (struct rectangle){{x, y}, {width, height}};
}
struct rectangle rectangle_echo(struct rectangle value) { return value; }
double rectangle_fold(struct rectangle value) {
  return value.origin.x + 2.0 * value.origin.y + 3.0 * value.size.width + 4.0 * value.size.height;
}

struct polygon polygon_make(int count) {
  struct polygon value = {count, {{0, 0}}};
  for (int i = 0; i < 5; i++) value.points[i] = (struct point){i, 10 * i};
  return value;
}
struct polygon polygon_echo(struct polygon value) { return value; }
double polygon_fold(struct polygon value) {
  double sum = value.count;
  for (int i = 0; i < 5; i++) sum += (i + 1) * (value.points[i].x + value.points[i].y);
  return sum;
}

struct tagged tagged_number(long number) { return (struct tagged){0, {.number = number}}; }
struct tagged tagged_real(double real) { return (struct tagged){1, {.real = real}}; }
struct tagged tagged_echo(struct tagged value) { return value; }
double tagged_value(struct tagged value) {
  return value.tag == 0 ? (double)value.number : value.real;
}

union int_or_float int_or_float_of_int(int i) { return (union int_or_float){.i = i}; }
union int_or_float int_or_float_of_float(float f) { return (union int_or_float){.f = f}; }
union int_or_float int_or_float_echo(union int_or_float value) { return value; }
int int_or_float_int(union int_or_float value) { return value.i; }
union double_or_long double_or_long_of_double(double d) { return (union double_or_long){.d = d}; }
union double_or_long double_or_long_echo(union double_or_long value) { return value; }
double double_or_long_double(union double_or_long value) { return value.d; }
union floats_or_double floats_or_double_of_floats(float a, float b) {
  return (union floats_or_double){.f = {a, b}};
}
union floats_or_double floats_or_double_echo(union floats_or_double value) { return value; }
double floats_or_double_fold(union floats_or_double value) { return value.f[0] + 2.0 * value.f[1]; }
union mixed_eightbytes mixed_eightbytes_of_one(double a, long b) {
  return (union mixed_eightbytes){.one = {a, b}};
}
union mixed_eightbytes mixed_eightbytes_of_two(double a, double b) {
  return (union mixed_eightbytes){.two = {a, b}};
}
union mixed_eightbytes mixed_eightbytes_echo(union mixed_eightbytes value) { return value; }
double mixed_eightbytes_fold_one(union mixed_eightbytes value) {
  return value.one.a + 2.0 * (double)value.one.b;
}
union big big_make(char first) {
  union big value;
  for (int i = 0; i < 40; i++) value.bytes[i] = (char)(first + i);
  return value;
}
union big big_echo(union big value) { return value; }
int big_fold(union big value) {
  int sum = 0;
  for (int i = 0; i < 40; i++) sum += (i + 1) * value.bytes[i];
  return sum;
}

struct bits bits_make(unsigned int a, unsigned int b, unsigned int c) {
  return (struct bits){a & 7, b & 31, c & 0xffffff};
}
struct bits bits_echo(struct bits value) { return value; }
double bits_fold(struct bits value) { return value.a + 2.0 * value.b + 3.0 * value.c; }
struct signed_bits signed_bits_make(int a, int b, _Bool c) {
  return (struct signed_bits){.a = a, .b = b, .c = c};
}
struct signed_bits signed_bits_echo(struct signed_bits value) { return value; }
double signed_bits_fold(struct signed_bits value) {
  return value.a + 2.0 * value.b + 3.0 * value.c;
}
struct long_bits long_bits_make(long a, long b, unsigned char c) {
  return (struct long_bits){.a = a, .b = b, .c = c & 3};
}
struct long_bits long_bits_echo(struct long_bits value) { return value; }
double long_bits_fold(struct long_bits value) {
  return (double)value.a + 2.0 * (double)value.b + 3.0 * value.c;
}
struct broken_bits broken_bits_make(char a, short b, float f) {
  struct broken_bits value = {.a = a, .f = f};
  value.b = b;
  return value;
}
struct broken_bits broken_bits_echo(struct broken_bits value) { return value; }
double broken_bits_fold(struct broken_bits value) {
  return value.a + 2.0 * value.b + 3.0 * value.f;
}

struct packed packed_make(char c, int i, short s) { return (struct packed){c, i, s}; }
struct packed packed_echo(struct packed value) { return value; }
double packed_fold(struct packed value) { return value.c + 2.0 * value.i + 3.0 * value.s; }
struct packed_double packed_double_make(char c, double d) { return (struct packed_double){c, d}; }
struct packed_double packed_double_echo(struct packed_double value) { return value; }
double packed_double_fold(struct packed_double value) { return value.c + 2.0 * value.d; }
struct aligned aligned_make(int x) { return (struct aligned){x}; }
struct aligned aligned_echo(struct aligned value) { return value; }
// Counts only where the caller aligned it.
double aligned_fold(struct aligned value) {
  return (unsigned long)&value % 32 == 0 ? value.x : -1;
}

struct handles handles_make(const char *name, enum structs_kind kind, void *data) {
  return (struct handles){name, kind, data};
}
struct handles handles_echo(struct handles value) { return value; }
struct complex_pair complex_pair_make(float _Complex a, double _Complex b) {
  return (struct complex_pair){a, b};
}
struct complex_pair complex_pair_echo(struct complex_pair value) { return value; }
double complex_pair_fold(struct complex_pair value) {
  return __real__ value.a + 2.0 * __imag__ value.a + 3.0 * __real__ value.b +
         4.0 * __imag__ value.b;
}

static int add(int a, int b) { return a + b; }
struct operation operation_adding(int a) { return (struct operation){add, a}; }
int operation_run(struct operation operation, int b) { return operation.apply(operation.a, b); }
int nothing_between(int a, struct nothing nothing, int b) {
  (void)nothing;
  return a - b;
}

double several(struct ints2 a, struct doubles2 b, struct longs3 c, struct floats3 d,
    struct ldouble1 e, struct double_long_pair f, struct longs2 g) {
  return ints2_fold(a) + 10 * doubles2_fold(b) + 100 * longs3_fold(c) + 1000 * floats3_fold(d) +
         10000 * ldouble1_fold(e) + 100000 * double_long_pair_fold(f) + 1000000 * longs2_fold(g);
}

void rectangle_move(struct rectangle *rectangle, int dx, int dy) {
  rectangle->origin.x += dx;
  rectangle->origin.y += dy;
}
const struct rectangle *rectangle_static(void) {
  static const struct rectangle rectangle = {{1, 2}, {3, 4}};
  return &rectangle;
}

struct list *list_push(struct list *next, int value) {
  struct list *list = malloc(sizeof *list);
  if (list != NULL) *list = (struct list){value, next};
  return list;
}
int list_sum(const struct list *list) {
  int sum = 0;
  for (; list != NULL; list = list->next) sum += list->value;
  return sum;
}
void list_free(struct list *list) {
  while (list != NULL) {
    struct list *next = list->next;
    free(list);
    list = next;
  }
}

struct opaque {
  int secret;
};
struct opaque *opaque_create(int secret) {
  struct opaque *opaque = malloc(sizeof *opaque);
  if (opaque != NULL) opaque->secret = secret;
  return opaque;
}
int opaque_secret(const struct opaque *opaque) { return opaque->secret; }
void opaque_destroy(struct opaque *opaque) { free(opaque); }

#define BYTES(N)                                                                  \
  struct bytes##N bytes##N##_make(unsigned char first) {                          \
    struct bytes##N value;                                                        \
    for (int i = 0; i < N; i++) value.b[i] = (unsigned char)(first + i);          \
    return value;                                                                 \
  }                                                                               \
  struct bytes##N bytes##N##_echo(struct bytes##N value) { return value; }        \
  unsigned int bytes##N##_fold(struct bytes##N value) {                           \
    unsigned int sum = 0;                                                         \
    for (int i = 0; i < N; i++) sum += (unsigned int)(i + 1) * value.b[i];        \
    return sum;                                                                   \
  }
BYTES(1)
BYTES(2)
BYTES(3)
BYTES(4)
BYTES(5)
BYTES(6)
BYTES(7)
BYTES(8)
BYTES(9)
BYTES(10)
BYTES(11)
BYTES(12)
BYTES(13)
BYTES(14)
BYTES(15)
BYTES(16)
BYTES(17)
BYTES(18)
BYTES(19)
BYTES(20)
BYTES(21)
BYTES(22)
BYTES(23)
BYTES(24)
BYTES(25)
BYTES(26)
BYTES(27)
BYTES(28)
BYTES(29)
BYTES(30)
BYTES(31)
BYTES(32)
BYTES(33)
BYTES(34)
BYTES(35)
BYTES(36)
BYTES(37)
BYTES(38)
BYTES(39)
BYTES(40)
BYTES(47)
BYTES(48)
BYTES(49)
BYTES(56)
BYTES(63)
BYTES(64)
BYTES(65)
BYTES(72)
BYTES(80)
BYTES(88)
BYTES(95)
BYTES(96)
