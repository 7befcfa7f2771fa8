// For any processor. Fused multiply-add where the architecture always has it (arm64), else two roundings.
#if defined(__FP_FAST_FMA) || defined(__aarch64__)
#define MULTIPLY_ADD(a, b, c) __builtin_fma(a, b, c)
#else
#pragma STDC FP_CONTRACT OFF
#define MULTIPLY_ADD(a, b, c) ((a) * (b) + (c))
#endif
#define LEVEL(name) name##_portable
#include "loops.h"

static size_t LEVEL(gather_tails)(
    const double *restrict u, size_t count, double *restrict tails, int32_t *restrict places) {
    return gather_from(0, 0, u, count, tails, places);
}
