// Prints sums of what the loops of CKernels compute, one line for each level that the processor has: to compare processors
// and levels with each other. `Scripts/check-arm64-kernels` builds and runs it for x86-64 and, emulated, for arm64.
#include "CKernels.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { count = 1000 };

static double weighted(const double *values) {
    double sum = 0;
    for (int i = 0; i < count; i++) sum += values[i] * (i + 1);
    return sum;
}

int main(void) {
    static double uniforms[count], x[count], y[count], log_size[count];
    const uint32_t key[2] = {1, 2}, counter[4] = {0, 5, 7, 9};
    for (int level = 0; level <= ckernels_highest_level(); level++) {
        ckernels_use_level(level);
        ckernels_uniforms(key, counter, 0, count / 2, uniforms);
        unsigned long long digest = 0;
        for (int i = 0; i < count; i++) {
            unsigned long long bits;
            memcpy(&bits, uniforms + i, sizeof bits);
            digest = digest * 31 + bits;
        }
        for (int i = 0; i < count; i++) x[i] = (uniforms[i] - 0.5) * 20;
        printf("%llx", digest);
        ckernels_normal_quantile(uniforms, y, count);
        printf(" %.17g", weighted(y));
        ckernels_laplace_quantile(uniforms, y, count);
        printf(" %.17g", weighted(y));
        ckernels_laplace_of_scores(x, y, count);
        printf(" %.17g", weighted(y));
        ckernels_exp(x, y, count);
        printf(" %.17g", weighted(y));
        ckernels_log(uniforms, y, count);
        printf(" %.17g", weighted(y));
        ckernels_normal_cumulative(x, y, count);
        printf(" %.17g", weighted(y));
        for (int i = 0; i < count; i++) log_size[i] = 1;
        const ckernels_unit_growth by = {
            .growth = uniforms, .premium = uniforms, .lever = uniforms, .deviation = uniforms, .exponent = uniforms,
            .common = uniforms, .noise = uniforms, .log_reference = 1, .maximum_deviation = 0.8, .shared = 0.2,
            .laplace = 1,
        };
        ckernels_grow_unit(&by, log_size, y, NULL, NULL, count);
        printf(" %.17g\n", weighted(y));
    }
    return 0;
}
