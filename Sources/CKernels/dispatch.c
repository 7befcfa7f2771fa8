// Picks the level once, when the program is loaded.
#include "CKernels.h"
#include "table.h"

static const struct kernel_table *active = &table_portable;
static int level = CKERNELS_PORTABLE;

int ckernels_highest_level(void) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) {
        if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
            && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512bw"))
            return CKERNELS_AVX512;
        return CKERNELS_AVX2;
    }
#endif
    return CKERNELS_PORTABLE;
}

void ckernels_use_level(int wanted) {
    level = wanted < ckernels_highest_level() ? wanted : ckernels_highest_level();
#if defined(__x86_64__)
    active = level == CKERNELS_AVX512 ? &table_avx512 : level == CKERNELS_AVX2 ? &table_avx2 : &table_portable;
#endif
}

int ckernels_level(void) { return level; }

__attribute__((constructor)) static void pick_level(void) { ckernels_use_level(ckernels_highest_level()); }

void ckernels_exp(const double *x, double *y, size_t count) { active->exp(x, y, count); }
void ckernels_log(const double *x, double *y, size_t count) { active->log(x, y, count); }
void ckernels_log_growth(const double *x, double floor, double *y, size_t count) {
    active->log_growth(x, floor, y, count);
}
void ckernels_log_ratio(const double *after, const double *before, double floor, double *y, size_t count) {
    active->log_ratio(after, before, floor, y, count);
}
void ckernels_multiply_exp(const double *x, double *y, size_t count) { active->multiply_exp(x, y, count); }
void ckernels_uniforms(const uint32_t key[2], const uint32_t counter[4], uint32_t first, size_t blocks, double *y) {
    active->uniforms(key, counter, first, blocks, y);
}
void ckernels_normal_quantile(const double *u, double *y, size_t count) { active->normal_quantile(u, y, count); }
void ckernels_laplace_quantile(const double *u, double *y, size_t count) { active->laplace_quantile(u, y, count); }
void ckernels_laplace_of_scores(const double *x, double *y, size_t count) { active->laplace_of_scores(x, y, count); }
void ckernels_add_shock(const double *a, const double *b, const double *z, double *y, size_t count) {
    active->add_shock(a, b, z, y, count);
}
void ckernels_add_scaled(double s, const double *x, double *y, size_t count) { active->add_scaled(s, x, y, count); }
void ckernels_add(const double *x, double *y, size_t count) { active->add(x, y, count); }
void ckernels_multiply(const double *x, const double *z, double *y, size_t count) {
    active->multiply(x, z, y, count);
}
void ckernels_normal_cumulative(const double *x, double *y, size_t count) { active->normal_cumulative(x, y, count); }
void ckernels_chance_above(
    const double *center, const double *scale, const double *staying, double threshold, int laplace, double *y,
    size_t count) {
    active->chance_above(center, scale, staying, threshold, laplace, y, count);
}
void ckernels_mix(const double *p, const double *x, double *y, size_t count) { active->mix(p, x, y, count); }
void ckernels_count_above(const double *x, double limit, double *y, size_t count) {
    active->count_above(x, limit, y, count);
}
void ckernels_upper_words(const double *x, uint32_t *y, size_t count) { active->upper_words(x, y, count); }
void ckernels_add_product(double s, const double *x, const double *z, double *y, size_t count) {
    active->add_product(s, x, z, y, count);
}
void ckernels_insert_descending(double *largest, size_t ranks, double *value, size_t count) {
    active->insert_descending(largest, ranks, value, count);
}
int ckernels_all_possible(const double *x, size_t count) { return active->all_possible(x, count); }
int ckernels_block_product(
    const double *a, const double *b, double *c, size_t rows, size_t columns, size_t inner, size_t column_step,
    size_t inner_step) {
    if (!active->block_product) return 0;
    return active->block_product(a, b, c, rows, columns, inner, column_step, inner_step);
}
void ckernels_grow_unit(
    const ckernels_unit_growth *by, double *log_size, double *size, double *centers, double *scales, size_t count) {
    active->grow_unit(by, log_size, size, centers, scales, count);
}
