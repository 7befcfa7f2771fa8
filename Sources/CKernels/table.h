// The loops of one level.
#ifndef CKERNELS_TABLE_H
#define CKERNELS_TABLE_H

#include "CKernels.h"

struct kernel_table {
    void (*exp)(const double *, double *, size_t);
    void (*log)(const double *, double *, size_t);
    void (*log_growth)(const double *, double, double *, size_t);
    void (*log_ratio)(const double *, const double *, double, double *, size_t);
    void (*multiply_exp)(const double *, double *, size_t);
    void (*uniforms)(const uint32_t[2], const uint32_t[4], uint32_t, size_t, double *);
    void (*normal_quantile)(const double *, double *, size_t);
    void (*laplace_quantile)(const double *, double *, size_t);
    void (*laplace_of_scores)(const double *, double *, size_t);
    void (*add_shock)(const double *, const double *, const double *, double *, size_t);
    void (*add_scaled)(double, const double *, double *, size_t);
    void (*add)(const double *, double *, size_t);
    void (*multiply)(const double *, const double *, double *, size_t);
    void (*normal_cumulative)(const double *, double *, size_t);
    void (*chance_above)(const double *, const double *, const double *, double, int, double *, size_t);
    void (*mix)(const double *, const double *, double *, size_t);
    void (*count_above)(const double *, double, double *, size_t);
    void (*upper_words)(const double *, uint32_t *, size_t);
    void (*add_product)(double, const double *, const double *, double *, size_t);
    void (*insert_descending)(double *, size_t, double *, size_t);
    int (*all_possible)(const double *, size_t);
    int (*block_product)(
        const double *, const double *, double *, size_t, size_t, size_t, size_t, size_t);
    void (*grow_unit)(const ckernels_unit_growth *, double *, double *, double *, double *, size_t);
};

extern const struct kernel_table table_portable;
extern const struct kernel_table table_avx2;
extern const struct kernel_table table_avx512;

#endif
