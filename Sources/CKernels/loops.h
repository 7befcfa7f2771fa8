// The loops of CKernels.h for one level: included by `portable.c`, `avx2.c` and `avx512.c`, each of which defines
// LEVEL(name) and MULTIPLY_ADD(a, b, c).
#include "elementary.h"

#include "CKernels.h"
#include "table.h"

#include <math.h>

// An element of the output depends on the same elements of the inputs alone, so input and output may be one column. The
// chains of operations are long: four vectors side by side keep the units busy.
#define COLUMN_LOOP _Pragma("clang loop vectorize(assume_safety) interleave_count(4)")

// Values handled together: a chunk and its lists stay in the first cache.
enum { chunk_length = 512, padding = 32 };

static void LEVEL(exp)(const double *x, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] = exp_of(x[i]);
}

static void LEVEL(multiply_exp)(const double *x, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] *= exp_of(x[i]);
}

static void LEVEL(log)(const double *x, double *y, size_t count) {
    for (size_t start = 0; start < count; start += chunk_length) {
        const size_t end = count - start < chunk_length ? count : start + chunk_length;
        int odd = 0;
        for (size_t i = start; i < end; i++) odd |= !(x[i] >= DBL_MIN && x[i] <= DBL_MAX);
        if (odd) {
            // The same bits for the others as without them.
            for (size_t i = start; i < end; i++)
                y[i] = x[i] >= DBL_MIN && x[i] <= DBL_MAX ? log_of_normal(x[i]) : log(x[i]);
        } else {
            COLUMN_LOOP
            for (size_t i = start; i < end; i++) y[i] = log_of_normal(x[i]);
        }
    }
}

static void LEVEL(log_growth)(const double *x, double floor, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] = log_of_one_plus(x[i] < floor ? floor : x[i]);
}

static void LEVEL(log_ratio)(const double *after, const double *before, double floor, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) {
        const double a = after[i] < floor ? floor : after[i];
        const double b = before[i] < floor ? floor : before[i];
        y[i] = log_of_normal(a / b);
    }
}

static void LEVEL(uniforms)(
    const uint32_t key[2], const uint32_t counter[4], uint32_t first, size_t blocks, double *restrict y) {
    enum { rounds = 10 };
    uint64_t k0[rounds], k1[rounds];
    for (int round = 0; round < rounds; round++) {
        k0[round] = (uint32_t)(key[0] + (uint32_t)round * UINT32_C(0x9E3779B9));
        k1[round] = (uint32_t)(key[1] + (uint32_t)round * UINT32_C(0xBB67AE85));
    }
    const uint64_t low = UINT64_C(0xFFFFFFFF), one = UINT64_C(0x3FF0000000000000);
#pragma clang loop interleave_count(4)
    for (size_t block = 0; block < blocks; block++) {
        // Words live in the low halves of 64-bit lanes; what stands in the high halves is never read.
        uint64_t c0 = (uint32_t)(first + block), c1 = counter[1], c2 = counter[2], c3 = counter[3];
#pragma clang loop unroll(full)
        for (int round = 0; round < rounds; round++) {
            const uint64_t product0 = (c0 & low) * UINT64_C(0xD2511F53);
            const uint64_t product1 = (c2 & low) * UINT64_C(0xCD9E8D57);
            c0 = (product1 >> 32) ^ c1 ^ k0[round];
            c2 = (product0 >> 32) ^ c3 ^ k1[round];
            c1 = product1;
            c3 = product0;
        }
        const uint64_t even = (c0 & low) | c1 << 32, odd = (c2 & low) | c3 << 32;
        // The upper 52 bits as the mantissa of a number in [1, 2), plus half a step.
        y[2 * block] = double_of(even >> 12 | one) - 0x1.FFFFFFFFFFFFFp-1;
        y[2 * block + 1] = double_of(odd >> 12 | one) - 0x1.FFFFFFFFFFFFFp-1;
    }
}

// The central 85% of the values go through a loop without branches; the others are gathered first and written after.
static size_t LEVEL(gather_tails)(const double *restrict u, size_t count, double *restrict tails, int32_t *restrict places);

// Gathers from one value on, one by one, behind what has been gathered before; returns how many they are together.
INLINE size_t gather_from(
    size_t first, size_t gathered, const double *restrict u, size_t count, double *restrict tails,
    int32_t *restrict places) {
    for (size_t i = first; i < count; i++) {
        // Written always, kept only if the count advances: no branch to mispredict.
        tails[gathered] = u[i];
        places[gathered] = (int32_t)i;
        gathered += !(fabs(u[i] - 0.5) <= central_half_width);
    }
    return gathered;
}

static void LEVEL(tail_magnitudes)(double *restrict tails, size_t count) {
    int far = 0;
    double roots[chunk_length + padding];
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) {
        const double tail = tails[i] < 0.5 ? tails[i] : 1 - tails[i];
        // Positive and normal where u is what a generator draws; else put right below.
        roots[i] = __builtin_elementwise_sqrt(-log_of_normal(tail));
        far |= !(roots[i] <= 5) | !(tail > 0);
    }
    if (!far) {
        COLUMN_LOOP
        for (size_t i = 0; i < count; i++) {
            const double magnitude = near_tail_magnitude(roots[i]);
            tails[i] = tails[i] < 0.5 ? -magnitude : magnitude;
        }
        return;
    }
    for (size_t i = 0; i < count; i++) {
        const double u = tails[i], tail = u < 0.5 ? u : 1 - u;
        const double root = tail >= DBL_MIN ? roots[i] : sqrt(-log(tail));
        const double magnitude =
            tail > 0 ? (root <= 5 ? near_tail_magnitude(root) : far_tail_magnitude(root)) : tail == 0 ? HUGE_VAL : NAN;
        tails[i] = u < 0.5 ? -magnitude : magnitude;
    }
}

static void LEVEL(normal_quantile)(const double *u, double *y, size_t count) {
    double tails[chunk_length + padding];
    int32_t places[chunk_length + padding];
    for (size_t start = 0; start < count; start += chunk_length) {
        const size_t length = count - start < chunk_length ? count - start : chunk_length;
        const double *from = u + start;
        double *to = y + start;
        const size_t gathered = LEVEL(gather_tails)(from, length, tails, places);
        COLUMN_LOOP
        for (size_t i = 0; i < length; i++) to[i] = central_quantile(from[i]);
        // Whole vectors have no rest, which would be done one by one.
        size_t padded = gathered;
        while (padded % padding) tails[padded++] = 0.01;
        LEVEL(tail_magnitudes)(tails, padded);
        for (size_t i = 0; i < gathered; i++) to[places[i]] = tails[i];
    }
}

static void LEVEL(laplace_quantile)(const double *u, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) {
        const double rest = 1 - u[i], tail = 2 * (u[i] < rest ? u[i] : rest);
        const double outside = tail == 0 ? __builtin_inf() : __builtin_nan("");
        const double magnitude = tail > 0 ? -0.70710678118654752440 * log_of_normal(tail) : outside;
        y[i] = u[i] < 0.5 ? -magnitude : magnitude;
    }
}

static void LEVEL(laplace_of_scores)(const double *x, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] = laplace_of_score(x[i]);
}

static void LEVEL(normal_cumulative)(const double *x, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] = normal_cumulative_of(x[i]);
}

// The shape is a constant of each call below.
INLINE void chance_above(
    const double *restrict center, const double *restrict scale, const double *restrict staying, double threshold,
    int laplace, double *restrict y, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const double distance = (center[i] - threshold) / (scale[i] > 0 ? scale[i] : 1);
        // Both shapes are symmetric: the chance above a distance is that below its opposite.
        const double chance = laplace ? laplace_cumulative_of(distance) : normal_cumulative_of(distance);
        const double certain = center[i] > threshold ? 1 : 0;
        y[i] = (scale[i] > 0 ? chance : certain) * staying[i];
    }
}

static void LEVEL(chance_above)(
    const double *center, const double *scale, const double *staying, double threshold, int laplace, double *y,
    size_t count) {
    if (laplace) {
        chance_above(center, scale, staying, threshold, 1, y, count);
    } else {
        chance_above(center, scale, staying, threshold, 0, y, count);
    }
}

static void LEVEL(mix)(const double *p, const double *x, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] = MULTIPLY_ADD(p[i], x[i] - y[i], y[i]);
}

static void LEVEL(count_above)(const double *x, double limit, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] += x[i] > limit ? 1 : 0;
}

static void LEVEL(add_shock)(const double *a, const double *b, const double *z, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] += MULTIPLY_ADD(b[i], z[i], a[i]);
}

static void LEVEL(add_scaled)(double s, const double *x, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] = MULTIPLY_ADD(s, x[i], y[i]);
}

static void LEVEL(add)(const double *x, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] += x[i];
}

static void LEVEL(multiply)(const double *x, const double *z, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] = x[i] * z[i];
}

static void LEVEL(upper_words)(const double *restrict x, uint32_t *restrict y, size_t count) {
    for (size_t i = 0; i < count; i++) y[i] = x[i] == x[i] ? (uint32_t)(bits_of(x[i]) >> 32) : UINT32_C(0x7FF80000);
}

static void LEVEL(add_product)(double s, const double *x, const double *z, double *y, size_t count) {
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) y[i] = MULTIPLY_ADD(s * x[i], z[i], y[i]);
}

static void LEVEL(insert_descending)(double *restrict largest, size_t ranks, double *restrict value, size_t count) {
    for (size_t rank = 0; rank < ranks; rank++) {
        double *restrict own = largest + rank * count;
        for (size_t i = 0; i < count; i++) {
            const double before = own[i], other = value[i];
            own[i] = other > before ? other : before;
            value[i] = other > before ? before : other;
        }
    }
}

static int LEVEL(all_possible)(const double *x, size_t count) {
    int odd = 0;
    for (size_t i = 0; i < count; i++) odd |= !(x[i] >= 0 && x[i] <= DBL_MAX);
    return !odd;
}

INLINE double mean_correction(double sigma, double shared, int laplace) {
    const double variance = 0.5 * sigma * sigma;
    if (!laplace) return variance;
    return -log_of_normal(MULTIPLY_ADD(-shared, variance, 1) * MULTIPLY_ADD(shared - 1, variance, 1));
}

// The flags are constants of each call below, so that every loop is compiled without them.
INLINE void grow(
    const ckernels_unit_growth *by, int laplace, int depends_on_size, int keeps, double *restrict log_size,
    double *restrict size, double *restrict centers, double *restrict scales, size_t count) {
    const double *restrict growth = by->growth, *restrict premium = by->premium, *restrict lever = by->lever;
    const double *restrict deviation = by->deviation, *restrict exponent = by->exponent;
    const double *restrict common = by->common, *restrict noise = by->noise;
    const double reference = by->log_reference, maximum = by->maximum_deviation, shared = by->shared;
    const double root_shared = sqrt(shared), root_own = sqrt(1 - shared);
    COLUMN_LOOP
    for (size_t i = 0; i < count; i++) {
        const double before = log_size[i];
        double sigma = deviation[i];
        if (depends_on_size) sigma *= exp_of(-exponent[i] * (before - reference));
        sigma = sigma < maximum ? sigma : maximum;
        const double grown = before + growth[i] + premium[i] + lever[i];
        const double center =
            MULTIPLY_ADD(sigma * root_shared, common[i], grown) - mean_correction(sigma, shared, laplace);
        const double scale = sigma * root_own;
        const double after = MULTIPLY_ADD(scale, noise[i], center);
        const int exists = before > -__builtin_inf();
        log_size[i] = exists ? after : -__builtin_inf();
        size[i] = exists ? exp_of(after) : 0;
        if (keeps) {
            centers[i] = exists ? center : -__builtin_inf();
            scales[i] = exists ? scale : 0;
        }
    }
}

static void LEVEL(grow_unit)(
    const ckernels_unit_growth *by, double *log_size, double *size, double *centers, double *scales, size_t count) {
#define GROW(laplace, depends, keeps) grow(by, laplace, depends, keeps, log_size, size, centers, scales, count)
    const int depends = by->exponent != NULL, keeps = centers != NULL;
    if (by->laplace) {
        if (depends) {
            if (keeps) GROW(1, 1, 1); else GROW(1, 1, 0);
        } else {
            if (keeps) GROW(1, 0, 1); else GROW(1, 0, 0);
        }
    } else {
        if (depends) {
            if (keeps) GROW(0, 1, 1); else GROW(0, 1, 0);
        } else {
            if (keeps) GROW(0, 0, 1); else GROW(0, 0, 0);
        }
    }
#undef GROW
}

#ifdef LANES
#include "product.h"
#endif

const struct kernel_table LEVEL(table) = {
    .exp = LEVEL(exp),
    .log = LEVEL(log),
    .log_growth = LEVEL(log_growth),
    .log_ratio = LEVEL(log_ratio),
    .multiply_exp = LEVEL(multiply_exp),
    .uniforms = LEVEL(uniforms),
    .normal_quantile = LEVEL(normal_quantile),
    .laplace_quantile = LEVEL(laplace_quantile),
    .laplace_of_scores = LEVEL(laplace_of_scores),
    .add_shock = LEVEL(add_shock),
    .add_scaled = LEVEL(add_scaled),
    .add = LEVEL(add),
    .multiply = LEVEL(multiply),
    .normal_cumulative = LEVEL(normal_cumulative),
    .chance_above = LEVEL(chance_above),
    .mix = LEVEL(mix),
    .count_above = LEVEL(count_above),
    .upper_words = LEVEL(upper_words),
    .add_product = LEVEL(add_product),
    .insert_descending = LEVEL(insert_descending),
    .all_possible = LEVEL(all_possible),
#ifdef LANES
    .block_product = LEVEL(block_product),
#endif
    .grow_unit = LEVEL(grow_unit),
};
