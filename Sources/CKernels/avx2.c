// For x86-64 with AVX2 and FMA (2013 on).
#if defined(__x86_64__)
#include <immintrin.h>
#include <math.h>
#include <string.h>
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define MULTIPLY_ADD(a, b, c) __builtin_fma(a, b, c)
#define LANES 4
#define VECTORS 2
#define COLUMNS 6
#define PACKS 1
#define LEVEL(name) name##_avx2
#include "loops.h"

// The members of each set of four lanes, in order; what stands after them does not matter.
#define SETS(LANES)                                                                                                     \
    {                                                                                                                   \
        LANES(0, 0, 0, 0), LANES(0, 0, 0, 0), LANES(1, 0, 0, 0), LANES(0, 1, 0, 0), LANES(2, 0, 0, 0),                  \
            LANES(0, 2, 0, 0), LANES(1, 2, 0, 0), LANES(0, 1, 2, 0), LANES(3, 0, 0, 0), LANES(0, 3, 0, 0),              \
            LANES(1, 3, 0, 0), LANES(0, 1, 3, 0), LANES(2, 3, 0, 0), LANES(0, 2, 3, 0), LANES(1, 2, 3, 0),              \
            LANES(0, 1, 2, 3),                                                                                          \
    }
#define AS_LANES(a, b, c, d) {a, b, c, d}
// AVX2 moves values by the 32-bit words that they consist of.
#define AS_WORDS(a, b, c, d) {2 * (a), 2 * (a) + 1, 2 * (b), 2 * (b) + 1, 2 * (c), 2 * (c) + 1, 2 * (d), 2 * (d) + 1}
static const int32_t lanes_of_set[16][4] __attribute__((aligned(16))) = SETS(AS_LANES);
static const int32_t words_of_set[16][8] __attribute__((aligned(32))) = SETS(AS_WORDS);

// Four at a time: the lists advance by as many as lie outside, so that a vector written at their end stays within count.
static size_t LEVEL(gather_tails)(
    const double *restrict u, size_t count, double *restrict tails, int32_t *restrict places) {
    const __m256d half = _mm256_set1_pd(0.5), width = _mm256_set1_pd(central_half_width), sign = _mm256_set1_pd(-0.0);
    size_t gathered = 0, i = 0;
    for (; i + 4 <= count; i += 4) {
        const __m256d values = _mm256_loadu_pd(u + i);
        const __m256d distance = _mm256_andnot_pd(sign, _mm256_sub_pd(values, half));
        // Unordered counts as outside.
        const int outside = _mm256_movemask_pd(_mm256_cmp_pd(distance, width, _CMP_NLE_UQ));
        const __m256i words = _mm256_load_si256((const __m256i *)words_of_set[outside]);
        const __m128i lanes = _mm_load_si128((const __m128i *)lanes_of_set[outside]);
        _mm256_storeu_ps((float *)(tails + gathered), _mm256_permutevar8x32_ps(_mm256_castpd_ps(values), words));
        _mm_storeu_si128((__m128i *)(places + gathered), _mm_add_epi32(_mm_set1_epi32((int32_t)i), lanes));
        gathered += (size_t)__builtin_popcount((unsigned)outside);
    }
    return gather_from(i, gathered, u, count, tails, places);
}
#pragma clang attribute pop
#endif
