// For x86-64 with AVX-512 (Skylake-X, Zen 4 and later).
#if defined(__x86_64__)
#include <immintrin.h>
#include <math.h>
#include <string.h>
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma"))), apply_to = function)
#define MULTIPLY_ADD(a, b, c) __builtin_fma(a, b, c)
#define LANES 8
#define VECTORS 4
#define COLUMNS 5
#define PACKS 0
#define LEVEL(name) name##_avx512
#include "loops.h"

// Eight at a time: the lists advance by as many as lie outside. The lists have room for a vector more than a chunk.
static size_t LEVEL(gather_tails)(
    const double *restrict u, size_t count, double *restrict tails, int32_t *restrict places) {
    const __m512d half = _mm512_set1_pd(0.5), width = _mm512_set1_pd(central_half_width);
    const __m256i step = _mm256_set1_epi32(8);
    __m256i place = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
    size_t gathered = 0;
    for (size_t i = 0; i < count; i += 8) {
        const __mmask8 used = count - i < 8 ? (__mmask8)((1u << (count - i)) - 1) : (__mmask8)0xFF;
        const __m512d values = _mm512_maskz_loadu_pd(used, u + i);
        const __m512d distance = _mm512_abs_pd(_mm512_sub_pd(values, half));
        // Unordered counts as outside.
        const __mmask8 outside = _mm512_mask_cmp_pd_mask(used, distance, width, _CMP_NLE_UQ);
        // To a register first: compressing into memory is slow on Zen 4.
        _mm512_storeu_pd(tails + gathered, _mm512_maskz_compress_pd(outside, values));
        _mm256_storeu_si256((__m256i *)(places + gathered), _mm256_maskz_compress_epi32(outside, place));
        gathered += (size_t)__builtin_popcount(outside);
        place = _mm256_add_epi32(place, step);
    }
    return gathered;
}
#pragma clang attribute pop
#endif
