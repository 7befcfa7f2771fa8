import Benchmark
import Foundation
import Goals
import InputOutput
import Scenarios

/// The shipped scenarios that others vary.
private let mainScenarios = ["hunan/high-tech-share", "liuyang/biopharma", "zhejiang/platforms"]

/// What a scenario costs before its first member: its table moved to the base year, and the Leontief system.
func baseYear() {
    let scenario = load("hunan/high-tech-share")
    guard let update = scenario.economy.update else { fatalError("Hunan's table is of its base year") }
    let controls = update.baseYearControls { scenario.group($0)?.weights ?? [] }
    let old = scenario.economy.table
    Benchmark("base year: update, 33 sectors") { _ in
        blackHole(try BaseYearUpdate(of: old, controls: controls, drift: update.drift))
    }
    Benchmark("base year: Leontief system and solve, 33 sectors") { (_, table: InputOutputTable) in
        let supply = try table.regionalSupply()
        let system = try LeontiefSystem(
            coefficients: try table.technicalCoefficients(), supplyShare: supply.share,
            inventoryShare: try table.inventoryRule().share)
        blackHole(try system.solve(try table.regionalDemand()))
    } setup: {
        try BaseYearUpdate(of: old, controls: controls, drift: update.drift).table
    }
}

/// Projection and verdicts of 10,000 members, without reading and writing files: the prior, with all published figures,
/// and the way from the one to the other.
func ensembles() {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let configuration = Benchmark.Configuration(maxDuration: .seconds(10), maxIterations: 20)
    for name in mainScenarios {
        let scenario = load(name)
        for threads in Set([1, cores]).sorted() {
            let work = "\(name), 10,000 members, \(threads) thread\(threads == 1 ? "" : "s")"
            let prior = RunOptions(members: 10_000, threads: threads, knowledge: .prior)
            Benchmark("ensemble: \(work), prior", configuration: configuration) { _ in
                blackHole(try project(scenario, options: prior))
            }
            let learned = RunOptions(members: 10_000, threads: threads)
            Benchmark("ensemble: \(work), learned", configuration: configuration) { _ in
                blackHole(try project(scenario, options: learned))
            }
        }
        Benchmark("track: \(name), 10,000 members", configuration: configuration) { _ in
            blackHole(try track(scenario, options: RunOptions(members: 10_000, threads: cores)))
        }
    }
}

private func load(_ name: String) -> Scenario {
    do {
        return try ScenarioLoader().load(path: Repository.path("scenarios/\(name).yaml")).scenario
    } catch {
        fatalError("\(name): \(error)")
    }
}
