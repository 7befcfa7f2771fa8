#define _GNU_SOURCE
#include "CHeap.h"

#ifdef __linux__
#include <features.h>
#endif

#ifdef __GLIBC__
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

void cheap_take_large_pages(void) {
    const size_t page = 2u << 20;
    // One heap for all threads: others grow by single pages. Threads keep small pieces for themselves, so that they
    // seldom meet. What is larger than four pages is still mapped, and given back, by itself.
    mallopt(M_ARENA_MAX, 1);
    // Where address space is limited (`ulimit -v`), threads need it for their stacks: nothing is claimed in advance.
    struct rlimit space;
    if (getrlimit(RLIMIT_AS, &space) != 0 || space.rlim_cur != RLIM_INFINITY) return;
    mallopt(M_MMAP_THRESHOLD, 4 * page);
    mallopt(M_TRIM_THRESHOLD, 1 << 30);
    mallopt(M_TOP_PAD, 128 * page);
    // More than can be left in the heap, so that it grows: what it grows by is only claimed, not yet used.
    void *start = malloc(page / 2);
    if (start) {
        uintptr_t first = (uintptr_t)start & ~(uintptr_t)(page - 1), end = (uintptr_t)sbrk(0) & ~(uintptr_t)(page - 1);
        if (first < end) madvise((void *)first, end - first, MADV_HUGEPAGE);
    }
    free(start);
    mallopt(M_TOP_PAD, page);
}
#else
void cheap_take_large_pages(void) {}
#endif
