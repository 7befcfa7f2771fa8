// Values outside the central region of the normal quantile, in order, with their places.
static size_t LEVEL(gather_tails)(
    const double *restrict u, size_t count, double *restrict tails, int32_t *restrict places) {
    size_t gathered = 0;
    for (size_t i = 0; i < count; i++) {
        // Written always, kept only if the count advances: no branch to mispredict.
        tails[gathered] = u[i];
        places[gathered] = (int32_t)i;
        gathered += !(fabs(u[i] - 0.5) <= central_half_width);
    }
    return gathered;
}
