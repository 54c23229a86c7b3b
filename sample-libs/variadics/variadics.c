#include "variadics.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

long sum_ints(int count, ...) {
  va_list list;
  va_start(list, count);
  long sum = 0;
  for (int i = 0; i < count; i++) sum += va_arg(list, int);
  va_end(list);
  return sum;
}

long sum_longs(int count, ...) {
  va_list list;
  va_start(list, count);
  long sum = 0;
  for (int i = 0; i < count; i++) sum += va_arg(list, long);
  va_end(list);
  return sum;
}

double sum_doubles(int count, ...) {
  va_list list;
  va_start(list, count);
  double sum = 0;
  for (int i = 0; i < count; i++) sum += va_arg(list, double);
  va_end(list);
  return sum;
}

long double sum_ldoubles(int count, ...) {
  va_list list;
  va_start(list, count);
  long double sum = 0;
  for (int i = 0; i < count; i++) sum += va_arg(list, long double);
  va_end(list);
  return sum;
}

static double big_sum(struct variadic_big big) {
  double sum = 0;
  for (int i = 0; i < 5; i++) sum += (double)big.v[i];
  return sum;
}

double weigh_kinds(const char *kinds, ...) {
  va_list list;
  va_start(list, kinds);
  double sum = 0;
  for (int place = 1; *kinds != 0; kinds++, place++) {
    double value = 0;
    switch (*kinds) {
      case 'i': value = va_arg(list, int); break;
      case 'l': value = (double)va_arg(list, long); break;
      case 'd': value = va_arg(list, double); break;
      case 'D': value = (double)va_arg(list, long double); break;
      case 's': value = (double)strlen(va_arg(list, const char *)); break;
      case 'p': value = (double)(unsigned long)va_arg(list, void *); break;
      case 'P': {
        struct variadic_point point = va_arg(list, struct variadic_point);
        value = point.x + point.y;
        break;
      }
      case 'B': value = big_sum(va_arg(list, struct variadic_big)); break;
    }
    sum += place * value;
  }
  va_end(list);
  return sum;
}

int format_text(char *into, unsigned long size, const char *format, ...) {
  va_list list;
  va_start(list, format);
  int length = vsnprintf(into, size, format, list);
  va_end(list);
  return length;
}

int count_texts(const char *first, ...) {
  va_list list;
  va_start(list, first);
  int count = 0;
  for (const char *text = first; text != NULL; text = va_arg(list, const char *)) count++;
  va_end(list);
  return count;
}
