// What Milepost needs of MPI, without the macros that Swift cannot import. Processes of one communicator, all bytes.
#ifndef CMPI_SHIM_H
#define CMPI_SHIM_H

#include <mpi.h>
#include <stdint.h>

// Errors of MPI end all processes, which is its default.
static inline void cmpi_start(int *rank, int *count) {
    int level;
    MPI_Init_thread(NULL, NULL, MPI_THREAD_FUNNELED, &level);
    MPI_Comm_rank(MPI_COMM_WORLD, rank);
    MPI_Comm_size(MPI_COMM_WORLD, count);
}

static inline void cmpi_send(const void *bytes, int count, int to) {
    MPI_Send(bytes, count, MPI_BYTE, to, 0, MPI_COMM_WORLD);
}

static inline void cmpi_receive(void *bytes, int count, int from) {
    MPI_Recv(bytes, count, MPI_BYTE, from, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
}

static inline void cmpi_end(void) { MPI_Finalize(); }

static inline void cmpi_abort(int code) { MPI_Abort(MPI_COMM_WORLD, code); }

#endif
