#if MPI
    import ArgumentParser
    import CMPI
    import Glibc
    import Goals

    /// The processes that `mpirun` has started together: each projects a shard, the first one joins them.
    struct Processes {
        let rank: Int
        let count: Int

        /// Whether this is the one that writes and prints.
        var isFirst: Bool { rank == 0 }

        /// Joins the others; nil where there are none. Call once.
        static func start() -> Processes? {
            // Without a launcher there is nobody to talk to, and starting MPI takes a tenth of a second.
            let marks = ["OMPI_COMM_WORLD_SIZE", "PMIX_RANK", "PMI_RANK"]
            guard marks.contains(where: { Terminal.environment($0) != nil }) else { return nil }
            var (rank, count): (Int32, Int32) = (0, 1)
            cmpi_start(&rank, &count)
            guard count > 1 else {
                cmpi_end()
                return nil
            }
            // What is wrong with the arguments or the scenario is said once.
            Terminal.isMuted = rank > 0
            return Processes(rank: Int(rank), count: Int(count))
        }

        /// Cores that are this process's share of its machine.
        var threads: Int {
            let neighbours = Terminal.environment("OMPI_COMM_WORLD_LOCAL_SIZE").flatMap { Int($0) } ?? 1
            return max(1, Terminal.processorCount / max(neighbours, 1))
        }

        /// Projects this process's shard; in the first one, joins all.
        ///
        /// - Returns: the result, in the first process.
        func result(of run: ScenarioRun) throws -> ScenarioResult? {
            let shard = Shard(rank + 1, of: count)!
            _ = try run.members(of: shard)
            Terminal.isMuted = false
            let part = try run.part(shard)
            guard isFirst else {
                send(part.encoded())
                return nil
            }
            var parts = part
            for other in 1..<count {
                let bytes = try receive(from: other)
                try run.join(Shard(other + 1, of: count)!, encoded: bytes[...], to: &parts)
            }
            return run.result(of: parts)
        }

        /// Runs what all processes do. Where one cannot go on, none does, and the exit code is that of its error.
        func run(_ body: () throws -> Void) -> Never {
            do {
                try Failure.reporting { try body() }
                cmpi_end()
                exit(0)
            } catch {
                let code = (error as? ExitCode ?? Failure.internalError).rawValue
                // The first one ends the others; these tell it that nothing will come.
                if isFirst { cmpi_abort(code) }
                send(nil, code: code)
                cmpi_end()
                exit(code)
            }
        }

        // MARK: Bytes

        /// Bytes in a message.
        private static let chunk = 1 << 30

        /// Sends to the first process; nil for nothing, with an exit code.
        private func send(_ bytes: [UInt8]?, code: Int32 = 0) {
            var head = [Int64(bytes?.count ?? -1), Int64(code)]
            cmpi_send(&head, 16, 0)
            bytes?.withUnsafeBytes { all in
                for start in stride(from: 0, to: all.count, by: Self.chunk) {
                    cmpi_send(all.baseAddress! + start, Int32(min(Self.chunk, all.count - start)), 0)
                }
            }
        }

        private func receive(from other: Int) throws -> [UInt8] {
            var head: [Int64] = [0, 0]
            cmpi_receive(&head, 16, Int32(other))
            if head[0] < 0 {
                Terminal.writeError("process \(other + 1) of \(count) could not project its shard; nothing was written")
                throw ExitCode(Int32(head[1]))
            }
            let size = Int(head[0])
            return [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
                for start in stride(from: 0, to: size, by: Self.chunk) {
                    cmpi_receive(buffer.baseAddress! + start, Int32(min(Self.chunk, size - start)), Int32(other))
                }
                filled = size
            }
        }
    }
#endif
