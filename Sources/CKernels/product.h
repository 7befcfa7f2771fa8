// C = A op(B) for a block A of members, in tiles that fit into the registers of the level: VECTORS vectors of members by
// COLUMNS columns of C. B's elements are read one by one and copied to all lanes, so its layout is free. Every element of C is
// summed over the inner dimension in ascending order, wherever it stands.
//
// LANES is the number of doubles in a vector. Where PACKS is set, the members of a row of tiles are copied together first:
// columns of a block of 512 lie 4 KB apart, and of such only as many stay in the first cache as it has ways.
enum { tile_rows = VECTORS * LANES, longest_packed = 512 };

typedef double vector __attribute__((vector_size(8 * LANES), aligned(8)));

static void LEVEL(tile)(
    const double *a, size_t a_step, const double *b, double *c, size_t rows, size_t inner, size_t column_step,
    size_t inner_step) {
    vector sum[VECTORS][COLUMNS];
    memset(sum, 0, sizeof sum);
    for (size_t p = 0; p < inner; p++) {
        vector x[VECTORS];
#pragma clang loop unroll(full)
        for (int v = 0; v < VECTORS; v++) x[v] = ((const vector *)(a + p * a_step))[v];
#pragma clang loop unroll(full)
        for (int j = 0; j < COLUMNS; j++) {
            const double factor = b[p * inner_step + (size_t)j * column_step];
            const vector all = factor - (vector){0};
#pragma clang loop unroll(full)
            for (int v = 0; v < VECTORS; v++) sum[v][j] = __builtin_elementwise_fma(x[v], all, sum[v][j]);
        }
    }
#pragma clang loop unroll(full)
    for (int j = 0; j < COLUMNS; j++) {
        vector *y = (vector *)(c + (size_t)j * rows);
#pragma clang loop unroll(full)
        for (int v = 0; v < VECTORS; v++) y[v] = sum[v][j];
    }
}

static int LEVEL(block_product)(
    const double *restrict a, const double *restrict b, double *restrict c, size_t rows, size_t columns, size_t inner,
    size_t column_step, size_t inner_step) {
    if (rows < tile_rows || columns < COLUMNS) return 0;
#if PACKS
    if (inner > longest_packed) return 0;
    double packed[longest_packed * tile_rows];
#endif
    for (size_t i = 0; i < rows; i += tile_rows) {
        // What is left over is done with rows and columns before it, a second time: they come out the same.
        const size_t row = i + tile_rows <= rows ? i : rows - tile_rows;
#if PACKS
        for (size_t p = 0; p < inner; p++)
            memcpy(packed + p * tile_rows, a + row + p * rows, tile_rows * sizeof(double));
        const double *members = packed;
        const size_t step = tile_rows;
#else
        const double *members = a + row;
        const size_t step = rows;
#endif
        for (size_t j = 0; j < columns; j += COLUMNS) {
            const size_t column = j + COLUMNS <= columns ? j : columns - COLUMNS;
            LEVEL(tile)(
                members, step, b + column * column_step, c + row + column * rows, rows, inner, column_step, inner_step);
        }
    }
    return 1;
}
