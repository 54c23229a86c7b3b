/* Vector types by value: classes that libffi does not know. */
#pragma once

typedef float float4 __attribute__((vector_size(16)));
typedef double double2 __attribute__((vector_size(16)));
typedef int int4 __attribute__((vector_size(16)));
typedef float float2 __attribute__((vector_size(8)));

float4 float4_echo(float4 value);
float4 float4_make(float a, float b, float c, float d);
/* 1*a + 2*b + 3*c + 4*d. */
double float4_fold(float4 value);
double2 double2_echo(double2 value);
int4 int4_add(int4 a, int4 b);
float2 float2_echo(float2 value);
/* float4_fold(value) + number * scale: a vector between scalars. */
double float4_between(int number, float4 value, double scale);
