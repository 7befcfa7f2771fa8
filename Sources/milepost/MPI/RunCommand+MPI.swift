#if MPI
    import ArgumentParser
    import Goals
    import Reporting

    extension RunCommand {
        /// The whole run, shared out among processes.
        func run(in processes: Processes) throws {
            if shard != nil {
                throw ValidationError("Started together, every process takes a shard of its own; leave --shard out.")
            }
            var delivery = RunDelivery(
                output: output, workbook: workbook, record: recording.record, report: report)
            if processes.isFirst { try delivery.check() }
            let loaded = try Self.loadAll(scenarios, quiet: output.quiet)
            let folders = output.out == nil ? loaded.map { _ in "" } : try Self.folders(loaded)
            var options = ensemble.run
            options.threads = ensemble.threads ?? processes.threads
            for (index, scenario) in loaded.enumerated() {
                let stopwatch = Stopwatch()
                let result = try Failure.reporting(scenario.inputs.first?.path) {
                    try processes.result(of: try ScenarioRun(scenario, options: options))
                }
                if let result {
                    delivery.add(result, stopwatch.record(), named: scenarios[index], folder: folders[index])
                }
            }
            if processes.isFirst { try delivery.finish() }
        }
    }
#endif
