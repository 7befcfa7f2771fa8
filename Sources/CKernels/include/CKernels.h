/// Loops over columns of doubles that need vector units: draws, exponentials, logarithms, and the passes of a
/// projection that are made of them.
///
/// Every loop exists once, in plain C, and is compiled for several levels of x86-64 (`loops.h`); the best level that the
/// processor has is picked when the program starts. Levels with fused multiply-add differ from the portable one in the
/// last bits: results agree to 1e-12. There is no reassociation anywhere (`-ffast-math` breaks logarithms in silence).
///
/// Unless said otherwise input and output may be the same column, but must not overlap in part.
#ifndef CKERNELS_H
#define CKERNELS_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Levels of the processor's vector units, ascending. Only the portable one exists on other processors than x86-64.
enum { CKERNELS_PORTABLE = 0, CKERNELS_AVX2 = 1, CKERNELS_AVX512 = 2 };

/// The level in use.
int ckernels_level(void);
/// The highest level that this processor and build have.
int ckernels_highest_level(void);
/// Takes another level, at most the highest. Not while loops run on other threads.
void ckernels_use_level(int level);

/// y = e^x. Relative error below 3e-16; 0 for x < -708.39, where the result would have fewer digits, infinite from 709.78.
void ckernels_exp(const double *x, double *y, size_t count);
/// y = ln x: -inf for 0, NaN below. Relative error below 3e-16.
void ckernels_log(const double *x, double *y, size_t count);
/// y = ln(1 + max(x, floor)), floor > -1: the log change that a rate of change stands for.
void ckernels_log_growth(const double *x, double floor, double *y, size_t count);
/// y = ln(max(after, floor) / max(before, floor)), floor > 0; both finite.
void ckernels_log_ratio(const double *after, const double *before, double floor, double *y, size_t count);
/// y = y e^x.
void ckernels_multiply_exp(const double *x, double *y, size_t count);

/// Philox4x32-10: two uniforms for each block from `first` on, odd multiples of 2^-53. Words 1 to 3 of the counter are
/// those of `counter` (its word 0 is not read).
void ckernels_uniforms(const uint32_t key[2], const uint32_t counter[4], uint32_t first, size_t blocks, double *y);
/// Standard normal quantiles of uniforms (AS 241); ±inf for 0 and 1, NaN outside.
void ckernels_normal_quantile(const double *u, double *y, size_t count);
/// Quantiles of the Laplace distribution with variance 1 of uniforms; ±inf for 0 and 1, NaN outside.
void ckernels_laplace_quantile(const double *u, double *y, size_t count);
/// The same of the probabilities of standard normal scores, without the way over them. Error below 1e-15 of max(1, |y|);
/// ±inf for ±inf.
void ckernels_laplace_of_scores(const double *x, double *y, size_t count);

/// P(X <= x) of the standard normal distribution; relative error below 1.2e-14 for x > -8.
void ckernels_normal_cumulative(const double *x, double *y, size_t count);
/// y = staying P(centre + scale e > threshold) for luck e of variance 1, Laplace or normal; where the scale is 0,
/// y = staying or 0.
void ckernels_chance_above(
    const double *center, const double *scale, const double *staying, double threshold, int laplace, double *y,
    size_t count);

/// y = y + a + b z.
void ckernels_add_shock(const double *a, const double *b, const double *z, double *y, size_t count);
/// y = y + s x.
void ckernels_add_scaled(double s, const double *x, double *y, size_t count);
/// y = y + x.
void ckernels_add(const double *x, double *y, size_t count);
/// y = x z.
void ckernels_multiply(const double *x, const double *z, double *y, size_t count);

/// Whether every x is finite and none is below 0.
int ckernels_all_possible(const double *x, size_t count);

/// The upper 32 bits of each x; those of a quiet NaN for every NaN.
void ckernels_upper_words(const double *x, uint32_t *y, size_t count);

/// y = y + p (x - y).
void ckernels_mix(const double *p, const double *x, double *y, size_t count);
/// y = y + 1 where x > limit.
void ckernels_count_above(const double *x, double limit, double *y, size_t count);
/// y = y + s x z.
void ckernels_add_product(double s, const double *x, const double *z, double *y, size_t count);

/// Keeps the largest values of every element in descending order: `largest` has a column for each of `ranks` ranks, one
/// after the other; `value` is put into its place and comes out as what dropped out. Not NaN.
void ckernels_insert_descending(double *largest, size_t ranks, double *value, size_t count);

/// C = A op(B) for a block A of members: rows × inner, column after column, as is C with `columns` columns. Element (p, j) of
/// op(B) stands at p · inner_step + j · column_step. Must not overlap.
///
/// For small B, which stays in the cache: up to about 256 × 256, of AVX2 180 × 180. Returns 0 and does nothing where this
/// level has no such loop, or where A has fewer members (24; of AVX2 8) or C fewer columns (8; 6) than a tile, or of AVX2 more
/// than 512 rows of B.
int ckernels_block_product(
    const double *a, const double *b, double *c, size_t rows, size_t columns, size_t inner, size_t column_step,
    size_t inner_step);

/// What moves the logarithm of a unit's size in a year, a column each.
typedef struct {
    const double *growth;     ///< of its sectors
    const double *premium;
    const double *lever;
    const double *deviation;  ///< sd of luck at the reference size
    const double *exponent;   ///< by which the sd falls with size; NULL for none
    const double *common;     ///< luck that all units share, of variance 1
    const double *noise;      ///< luck of its own, of variance 1
    double log_reference;     ///< ln of the reference size
    double maximum_deviation;
    double shared;            ///< share of variance that is common
    int laplace;              ///< shape of the luck: Laplace, else normal
} ckernels_unit_growth;

/// Moves a unit by a year:
///   σ = min(deviation (size/reference)^-exponent, maximum), centre = ln size + growth + premium + lever
///     + σ √shared common − m(σ), ln size = centre + σ √(1 − shared) noise,
/// where m corrects the mean of luck: σ²/2 for the normal, −ln((1 − ρσ²/2)(1 − (1 − ρ)σ²/2)) for the Laplace shape.
/// Where ln size is -inf the unit does not exist: it stays so, with size 0, centre -inf and scale 0.
/// `centers` and `scales` (σ √(1 − shared)) may both be NULL.
void ckernels_grow_unit(
    const ckernels_unit_growth *by, double *log_size, double *size, double *centers, double *scales, size_t count);

#ifdef __cplusplus
}
#endif
#endif
