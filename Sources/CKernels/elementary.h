// Elementary functions for one value, written so that a loop over them vectorises: no branches, no calls, only operations
// that every vector unit has (AVX2 lacks 64-bit arithmetic shifts and conversions of 64-bit integers).
//
// Included once per level, after MULTIPLY_ADD is defined for it.
#include <float.h>
#include <stdint.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

INLINE uint64_t bits_of(double x) {
    uint64_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

INLINE double double_of(uint64_t bits) {
    double x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

// ln 2 in two parts, the first with zeros at its end, so that its product with an exponent is exact (as in FreeBSD's msun).
static const double ln2_high = 6.93147180369123816490e-01;
static const double ln2_low = 1.90821492927058770002e-10;

// x = k ln 2 + r with |r| <= ln 2 / 2; e^r = 1 + r + r² q(r), q of degree 9 (Chebyshev fit, error 2e-17).
INLINE double exp_of(double x) {
    const double magic = 0x1.8p52;
    const double t = MULTIPLY_ADD(x, 1.44269504088896338700e+00, magic);
    const double k = t - magic;
    const double r = MULTIPLY_ADD(-k, ln2_low, MULTIPLY_ADD(-k, ln2_high, x));
    double q = 2.5100385495510319078e-8;
    q = MULTIPLY_ADD(q, r, 2.7620088445409748161e-7);
    q = MULTIPLY_ADD(q, r, 2.7557268459997064772e-6);
    q = MULTIPLY_ADD(q, r, 2.4801521295954375131e-5);
    q = MULTIPLY_ADD(q, r, 1.9841269863053616878e-4);
    q = MULTIPLY_ADD(q, r, 1.3888888917213716901e-3);
    q = MULTIPLY_ADD(q, r, 8.3333333333300618325e-3);
    q = MULTIPLY_ADD(q, r, 4.1666666666624127873e-2);
    q = MULTIPLY_ADD(q, r, 1.6666666666666667453e-1);
    q = MULTIPLY_ADD(q, r, 5.0000000000000010221e-1);
    const double p = 1 + MULTIPLY_ADD(r * r, q, r);
    // The low bits of t are k; adding them to the exponent multiplies by 2^k.
    const double y = double_of(bits_of(p) + (bits_of(t) << 52));
    const double limited = x > 709.78 ? __builtin_inf() : y;
    return x < -708.39 ? 0 : (x != x ? x : limited);
}

// ln of a positive normal number: x = 2^k m, m in [√½, √2), then the series in s = (m − 1)/(m + 1) of FreeBSD's msun.
INLINE double log_of_normal(double x) {
    const uint64_t lowest = UINT64_C(0x3FE6A09E667F3BCD);
    const uint64_t above = bits_of(x) - lowest;
    // Biased by 1024 to be positive; as the mantissa of 2^52 an integer turns into a double.
    const uint64_t biased = (above + UINT64_C(0x4000000000000000)) >> 52;
    const double k = double_of(biased | UINT64_C(0x4330000000000000)) - (0x1p52 + 1024);
    const double m = double_of(bits_of(x) - (above & UINT64_C(0xFFF0000000000000)));
    const double f = m - 1;
    const double s = f / (2 + f);
    const double z = s * s;
    double series = 1.479819860511658591e-01;
    series = MULTIPLY_ADD(series, z, 1.531383769920937332e-01);
    series = MULTIPLY_ADD(series, z, 1.818357216161805012e-01);
    series = MULTIPLY_ADD(series, z, 2.222219843214978396e-01);
    series = MULTIPLY_ADD(series, z, 2.857142874366239149e-01);
    series = MULTIPLY_ADD(series, z, 3.999999999940941908e-01);
    series = MULTIPLY_ADD(series, z, 6.666666666666735130e-01);
    const double half = 0.5 * f * f;
    const double correction = MULTIPLY_ADD(s, MULTIPLY_ADD(series, z, half), k * ln2_low);
    return MULTIPLY_ADD(k, ln2_high, -((half - correction) - f));
}

// ln(1 + x), x > -1 and not so large that 1 + x is infinite: what rounding of 1 + x loses is added.
INLINE double log_of_one_plus(double x) {
    const double w = 1 + x;
    const double lost = w > 2 ? 1 - (w - x) : x - (w - 1);
    return log_of_normal(w) + lost / w;
}

// Quantile of the standard normal distribution, algorithm AS 241, PPND16 (Wichura 1988, Applied Statistics 37, 477-484).
static const double central_half_width = 0.425;

INLINE double central_quantile(double u) {
    const double q = u - 0.5;
    const double r = MULTIPLY_ADD(-q, q, 0.180625);
    double p = MULTIPLY_ADD(2.5090809287301226727e+3, r, 3.3430575583588128105e+4);
    p = MULTIPLY_ADD(p, r, 6.7265770927008700853e+4);
    p = MULTIPLY_ADD(p, r, 4.5921953931549871457e+4);
    p = MULTIPLY_ADD(p, r, 1.3731693765509461125e+4);
    p = MULTIPLY_ADD(p, r, 1.9715909503065514427e+3);
    p = MULTIPLY_ADD(p, r, 1.3314166789178437745e+2);
    p = MULTIPLY_ADD(p, r, 3.3871328727963666080e+0);
    double d = MULTIPLY_ADD(5.2264952788528545610e+3, r, 2.8729085735721942674e+4);
    d = MULTIPLY_ADD(d, r, 3.9307895800092710610e+4);
    d = MULTIPLY_ADD(d, r, 2.1213794301586595867e+4);
    d = MULTIPLY_ADD(d, r, 5.3941960214247511077e+3);
    d = MULTIPLY_ADD(d, r, 6.8718700749205790830e+2);
    d = MULTIPLY_ADD(d, r, 4.2313330701600911252e+1);
    d = MULTIPLY_ADD(d, r, 1);
    return q * p / d;
}

// For 0 < min(u, 1 − u) < 0.075 and √(−ln) <= 5, which is a tail of 1.4e-11.
INLINE double near_tail_magnitude(double root) {
    const double r = root - 1.6;
    double p = MULTIPLY_ADD(7.74545014278341407640e-4, r, 2.27238449892691845833e-2);
    p = MULTIPLY_ADD(p, r, 2.41780725177450611770e-1);
    p = MULTIPLY_ADD(p, r, 1.27045825245236838258e+0);
    p = MULTIPLY_ADD(p, r, 3.64784832476320460504e+0);
    p = MULTIPLY_ADD(p, r, 5.76949722146069140550e+0);
    p = MULTIPLY_ADD(p, r, 4.63033784615654529590e+0);
    p = MULTIPLY_ADD(p, r, 1.42343711074968357734e+0);
    double d = MULTIPLY_ADD(1.05075007164441684324e-9, r, 5.47593808499534494600e-4);
    d = MULTIPLY_ADD(d, r, 1.51986665636164571966e-2);
    d = MULTIPLY_ADD(d, r, 1.48103976427480074590e-1);
    d = MULTIPLY_ADD(d, r, 6.89767334985100004550e-1);
    d = MULTIPLY_ADD(d, r, 1.67638483018380384940e+0);
    d = MULTIPLY_ADD(d, r, 2.05319162663775882187e+0);
    d = MULTIPLY_ADD(d, r, 1);
    return p / d;
}

INLINE double far_tail_magnitude(double root) {
    const double r = root - 5;
    double p = MULTIPLY_ADD(2.01033439929228813265e-7, r, 2.71155556874348757815e-5);
    p = MULTIPLY_ADD(p, r, 1.24266094738807843860e-3);
    p = MULTIPLY_ADD(p, r, 2.65321895265761230930e-2);
    p = MULTIPLY_ADD(p, r, 2.96560571828504891230e-1);
    p = MULTIPLY_ADD(p, r, 1.78482653991729133580e+0);
    p = MULTIPLY_ADD(p, r, 5.46378491116411436990e+0);
    p = MULTIPLY_ADD(p, r, 6.65790464350110377720e+0);
    double d = MULTIPLY_ADD(2.04426310338993978564e-15, r, 1.42151175831644588870e-7);
    d = MULTIPLY_ADD(d, r, 1.84631831751005468180e-5);
    d = MULTIPLY_ADD(d, r, 7.86869131145613259100e-4);
    d = MULTIPLY_ADD(d, r, 1.48753612908506148525e-2);
    d = MULTIPLY_ADD(d, r, 1.36929880922735805310e-1);
    d = MULTIPLY_ADD(d, r, 5.99832206555887937690e-1);
    d = MULTIPLY_ADD(d, r, 1);
    return p / d;
}

// erfc(z) = t exp(g(2t − 1) − z²) for z >= 0, t = 2/(2 + z), where g is smooth: the powers of its Chebyshev series on [−1, 1]
// (28 terms, error 1e-16; the magnitudes of the coefficients add up to 1.5, so that nothing is lost by summing powers).
static const double complement_powers[28] = {
    -0.6717940840566923, 0.6726432239776567, 0.04734330684190443, -0.0468956102311753, -0.009872689366389959,
    0.008824938557060623, 0.001758933557799016, -0.002345812500482853, -0.00014624686337800336, 0.000673678795580235,
    -9.37350311709817e-05, -0.0001743029472030762, 7.14010141275703e-05, 3.17451797494374e-05, -3.0187884551394243e-05,
    1.3772664134464417e-07, 8.562623420121286e-06, -2.947986876998259e-06, -1.27231190486887e-06, 1.2500276612569754e-06,
    -1.6849800720653297e-07, -2.495832761719667e-07, 1.5334345920908177e-07, 1.4448658046252676e-09, -3.9171820510271855e-08,
    1.1172352263623759e-08, 4.06088214696972e-09, -1.8902306008944537e-09,
};

INLINE double complement_series(double t) {
    const double y = MULTIPLY_ADD(2, t, -1);
    double sum = complement_powers[27];
#pragma clang loop unroll(full)
    for (int power = 26; power >= 0; power--) sum = MULTIPLY_ADD(sum, y, complement_powers[power]);
    return sum;
}

// P(X <= x) of the standard normal distribution: erfc(−x/√2)/2.
INLINE double normal_cumulative_of(double x) {
    const double z = (x < 0 ? -x : x) * 0.70710678118654752440;
    const double t = 2 / (2 + z);
    const double tail = 0.5 * t * exp_of(MULTIPLY_ADD(-z, z, complement_series(t)));
    return x < 0 ? tail : 1 - tail;
}

// The value of the Laplace distribution with variance 1 that has the rank of x in the standard normal one: ln erfc(|x|/√2) over
// √2, without the way over a probability, which is rounded to 1 from 8.3 on.
INLINE double laplace_of_score(double x) {
    const double z = (x < 0 ? -x : x) * 0.70710678118654752440;
    const double t = 2 / (2 + z);
    const double magnitude =
        -0.70710678118654752440 * MULTIPLY_ADD(-z, z, log_of_normal(t) + complement_series(t));
    return x < 0 ? -magnitude : magnitude;
}

// P(X <= x) of the Laplace distribution with variance 1.
INLINE double laplace_cumulative_of(double x) {
    const double tail = 0.5 * exp_of(-1.41421356237309504880 * (x < 0 ? -x : x));
    return x < 0 ? tail : 1 - tail;
}
