// CBLAS as OpenBLAS declares it, and the few Fortran LAPACK routines that
// LinearAlgebra calls. Debian's libopenblas exports LAPACK under its Fortran
// names but ships no header for it; declaring the routines here keeps
// libopenblas-dev the only native dependency.
#ifndef COPENBLAS_SHIM_H
#define COPENBLAS_SHIM_H

#include <cblas.h>
#include <stddef.h>

// LP64 builds only: the Swift side passes 32-bit dimensions.
_Static_assert(sizeof(blasint) == 4, "an OpenBLAS with 32-bit integers is required");

// gfortran passes the length of each character argument after the others.
extern void dgetrf_(const blasint *m, const blasint *n, double *a, const blasint *lda, blasint *pivots, blasint *info);
extern void dgetrs_(const char *trans, const blasint *n, const blasint *nrhs, const double *a, const blasint *lda,
                    const blasint *pivots, double *b, const blasint *ldb, blasint *info, size_t trans_length);
extern void dgecon_(const char *norm, const blasint *n, const double *a, const blasint *lda, const double *anorm,
                    double *rcond, double *work, blasint *iwork, blasint *info, size_t norm_length);
extern void dpotrf_(const char *uplo, const blasint *n, double *a, const blasint *lda, blasint *info,
                    size_t uplo_length);
extern void dpotrs_(const char *uplo, const blasint *n, const blasint *nrhs, const double *a, const blasint *lda,
                    double *b, const blasint *ldb, blasint *info, size_t uplo_length);
extern void dgeev_(const char *left, const char *right, const blasint *n, double *a, const blasint *lda, double *real,
                   double *imaginary, double *vl, const blasint *ldvl, double *vr, const blasint *ldvr, double *work,
                   const blasint *lwork, blasint *info, size_t left_length, size_t right_length);

// Ends the threads that OpenBLAS keeps waiting for work; the next call that needs them starts them again.
// OpenBLAS calls it at a fork and exports it without a header; builds without a thread pool do not have it.
extern int blas_thread_shutdown_(void) __attribute__((weak));

static inline void copenblas_end_threads(void) {
    if (blas_thread_shutdown_) blas_thread_shutdown_();
}

// LU factors with partial pivoting, in place. Result: LAPACK's info.
static inline blasint copenblas_dgetrf(blasint n, double *a, blasint lda, blasint *pivots) {
    blasint info = 0;
    dgetrf_(&n, &n, a, &lda, pivots, &info);
    return info;
}

// Solves A X = B with the factors of copenblas_dgetrf; B is overwritten.
// With transpose != 0: A' X = B.
static inline blasint copenblas_dgetrs(int transpose, blasint n, blasint nrhs, const double *a, blasint lda,
                                       const blasint *pivots, double *b, blasint ldb) {
    blasint info = 0;
    dgetrs_(transpose ? "T" : "N", &n, &nrhs, a, &lda, pivots, b, &ldb, &info, 1);
    return info;
}

// Estimates the reciprocal condition number in the 1-norm. work: 4n, iwork: n.
static inline blasint copenblas_dgecon(blasint n, const double *a, blasint lda, double anorm, double *rcond,
                                       double *work, blasint *iwork) {
    blasint info = 0;
    dgecon_("1", &n, a, &lda, &anorm, rcond, work, iwork, &info, 1);
    return info;
}

// Lower Cholesky factor, in place; the strict upper triangle is not touched.
static inline blasint copenblas_dpotrf(blasint n, double *a, blasint lda) {
    blasint info = 0;
    dpotrf_("L", &n, a, &lda, &info, 1);
    return info;
}

// Solves A X = B with the lower factor of copenblas_dpotrf; B is overwritten.
static inline blasint copenblas_dpotrs(blasint n, blasint nrhs, const double *a, blasint lda, double *b, blasint ldb) {
    blasint info = 0;
    dpotrs_("L", &n, &nrhs, a, &lda, b, &ldb, &info, 1);
    return info;
}

// Eigenvalues and right eigenvectors of a general matrix; A is overwritten. work: lwork >= 4n.
static inline blasint copenblas_dgeev(blasint n, double *a, blasint lda, double *real, double *imaginary, double *vr,
                                      double *work, blasint lwork) {
    blasint info = 0, one = 1;
    dgeev_("N", "V", &n, a, &lda, real, imaginary, NULL, &one, vr, &lda, work, &lwork, &info, 1, 1);
    return info;
}

#endif
