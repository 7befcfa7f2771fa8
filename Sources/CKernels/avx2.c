// For x86-64 with AVX2 and FMA (2013 on).
#if defined(__x86_64__)
#include <math.h>
#include <string.h>
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define MULTIPLY_ADD(a, b, c) __builtin_fma(a, b, c)
#define LEVEL(name) name##_avx2
#include "loops.h"
#include "gather.h"
#pragma clang attribute pop
#endif
