// C = A op(B) for a block A of members, in tiles that fit into the registers of the level: 3 vectors of members by COLUMNS
// columns of C. B's elements are read one by one and copied to all lanes, so its layout is free. Every element of C is summed
// over the inner dimension in ascending order, wherever it stands.
//
// LANES is the number of doubles in a vector. Of AVX2 the 16 registers are too few: OpenBLAS, which packs, is as fast there.
enum { tile_rows = 3 * LANES };

typedef double vector __attribute__((vector_size(8 * LANES), aligned(8)));

static void LEVEL(tile)(
    const double *a, const double *b, double *c, size_t rows, size_t inner, size_t column_step, size_t inner_step) {
    vector sum[3][COLUMNS];
    memset(sum, 0, sizeof sum);
    for (size_t p = 0; p < inner; p++) {
        const vector *x = (const vector *)(a + p * rows);
        const vector x0 = x[0], x1 = x[1], x2 = x[2];
#pragma clang loop unroll(full)
        for (int j = 0; j < COLUMNS; j++) {
            const double factor = b[p * inner_step + (size_t)j * column_step];
            const vector all = factor - (vector){0};
            sum[0][j] = __builtin_elementwise_fma(x0, all, sum[0][j]);
            sum[1][j] = __builtin_elementwise_fma(x1, all, sum[1][j]);
            sum[2][j] = __builtin_elementwise_fma(x2, all, sum[2][j]);
        }
    }
#pragma clang loop unroll(full)
    for (int j = 0; j < COLUMNS; j++) {
        vector *y = (vector *)(c + (size_t)j * rows);
        y[0] = sum[0][j];
        y[1] = sum[1][j];
        y[2] = sum[2][j];
    }
}

static int LEVEL(block_product)(
    const double *restrict a, const double *restrict b, double *restrict c, size_t rows, size_t columns, size_t inner,
    size_t column_step, size_t inner_step) {
    if (rows < tile_rows || columns < COLUMNS) return 0;
    for (size_t i = 0; i < rows; i += tile_rows) {
        // What is left over is done with rows and columns before it, a second time: they come out the same.
        const size_t row = i + tile_rows <= rows ? i : rows - tile_rows;
        for (size_t j = 0; j < columns; j += COLUMNS) {
            const size_t column = j + COLUMNS <= columns ? j : columns - COLUMNS;
            LEVEL(tile)(a + row, b + column * column_step, c + row + column * rows, rows, inner, column_step, inner_step);
        }
    }
    return 1;
}
