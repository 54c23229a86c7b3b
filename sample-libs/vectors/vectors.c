#include "vectors.h"

float4 float4_echo(float4 value) { return value; }
float4 float4_make(float a, float b, float c, float d) { return (float4){a, b, c, d}; }
double float4_fold(float4 value) {
  return value[0] + 2.0 * value[1] + 3.0 * value[2] + 4.0 * value[3];
}
double2 double2_echo(double2 value) { return value; }
int4 int4_add(int4 a, int4 b) { return a + b; }
float2 float2_echo(float2 value) { return value; }
double float4_between(int number, float4 value, double scale) {
  return float4_fold(value) + number * scale;
}
