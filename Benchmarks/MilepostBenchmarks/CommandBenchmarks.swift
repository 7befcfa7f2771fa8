import Benchmark
import Foundation

/// The program as a user runs it, from the start of the process to its files on disk. Needs the release binary.
func commands() {
    let binary = Repository.path(".build/release/milepost")
    let configuration = Benchmark.Configuration(maxDuration: .seconds(10), maxIterations: 20)
    Benchmark("command: milepost --version", configuration: configuration) { _ in
        run(binary, "--version")
    }
    for scenario in Repository.scenarios() {
        let out = FileManager.default.temporaryDirectory.appending(path: "milepost-benchmark-\(getpid())").path
        Benchmark("command: milepost run \(scenario)", configuration: configuration) { _ in
            run(binary, "run", Repository.path("scenarios/\(scenario)"), "--out", out, "--quiet")
        } teardown: {
            try FileManager.default.removeItem(atPath: out)
        }
    }
}

/// Spawns the program and waits for it. Not by Foundation's `Process`, whose own threads take part of the time.
private func run(_ program: String, _ arguments: String...) {
    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for argument in argv { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    guard posix_spawn(&process, program, &actions, nil, &argv, environ) == 0 else {
        fatalError("cannot start \(program); build it with `make build`")
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    precondition(status == 0, "\(program) \(arguments.joined(separator: " ")) failed")
}
