import Foundation
import TestSupport
import Testing

/// Runs that are split by member, and joined.
@Suite struct ShardCommandTests {
    /// Runs every shard into a directory of its own; the directories.
    private func write(_ scenario: String, shards: Int, _ options: [String], in folder: String) throws -> [String] {
        try (1...shards).map { number in
            let outcome = try Command.run(
                ["run", scenario, "--shard", "\(number)/\(shards)", "--out", "\(folder)/parts/\(number)"] + options)
            #expect(outcome.status == 0, "\(outcome.errors)")
            #expect(outcome.output.contains("Part \(number) of \(shards): members "))
            return "\(folder)/parts/\(number)"
        }
    }

    /// Everything but the time that `run.json` ends with.
    private func withoutTime(_ files: [String: Data]) throws -> [String: Data] {
        var files = files
        let record = try #require(files["run.json"].map { String(decoding: $0, as: UTF8.self) })
        let end = try #require(record.range(of: "\"time\""))
        files["run.json"] = Data(record[..<end.lowerBound].utf8)
        return files
    }

    @Test(
        "the files of one process, to the byte",
        arguments: [
            ("zhejiang/platforms", 16, ["--prior-only"]),
            ("zhejiang/platforms", 2, ["--prior-only", "--threads", "1"]),
            ("hunan/high-tech-share-stronger-policy", 3, ["--prior-only", "--seed", "7"]),
            ("scenarios/example/example.yaml", 4, []),
        ])
    func sameFiles(scenario: String, shards: Int, options: [String]) throws {
        try withTemporaryFolder { folder in
            let options = options + ["--members", "8200"]
            let parts = try write(scenario, shards: shards, options, in: folder)
            // In any order, by themselves or as one directory: the files know their shards.
            let named = shards > 4 ? [folder + "/parts"] : parts.reversed()
            let merged = try Command.run(["merge"] + named + ["--out", folder + "/merged"])
            let whole = try Command.run(["run", scenario, "--out", folder + "/whole"] + options)
            #expect(merged.status == 0 && whole.status == 0, "\(merged.errors)")
            let replaced = whole.output.replacingOccurrences(of: folder + "/whole", with: folder + "/merged")
            #expect(merged.output == replaced)
            let (files, expected) = (try contents(folder + "/merged"), try contents(folder + "/whole"))
            #expect(try withoutTime(files) == withoutTime(expected))
            #expect(expected.count > 5)
        }
    }

    @Test func partsThatDoNotBelongTogetherAreRefused() throws {
        try withTemporaryFolder { folder in
            let options = ["--members", "2048", "--prior-only", "--quiet"]
            func part(_ shard: String, _ out: String, _ more: [String] = []) throws -> String {
                let arguments = ["run", "zhejiang/platforms", "--shard", shard, "--out", "\(folder)/\(out)"]
                #expect(try Command.run(arguments + options + more).status == 0)
                return "\(folder)/\(out)"
            }
            let (one, two) = (try part("1/2", "one"), try part("2/2", "two"))
            let file = one + "/part-1-of-2.milepost-part"
            let cases: [(parts: [String], says: [String])] = [
                ([one], ["shard 2 of 2 is missing", "run it with --shard 2/2"]),
                ([one, two, one], ["\(file): shard 1/2 is in \(file) already"]),
                (
                    [one, try part("2/2", "seed", ["--seed", "9"])],
                    ["seed/part-2-of-2.milepost-part: part of another run: --seed is 9, and 1 in \(file)"]
                ),
                ([one, try part("2/3", "three")], ["number of shards is 3, and 2 in"]),
                ([folder + "/none"], ["none: not found"]),
                ([Command.repository + "/README.md"], ["README.md: this is no partial result"]),
            ]
            for (parts, says) in cases {
                let outcome = try Command.run(["merge"] + parts + ["--out", folder + "/out"])
                #expect(outcome.status == 65 && outcome.output.isEmpty)
                for text in says + ["nothing was written"] {
                    #expect(outcome.errors.contains(text), "\(outcome.errors)")
                }
                #expect(!FileManager.default.fileExists(atPath: folder + "/out"))
            }
            var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
            bytes[bytes.count / 2] ^= 1
            try bytes.write(to: URL(fileURLWithPath: file))
            let outcome = try Command.run(["merge", one, two])
            #expect(outcome.status == 65)
            #expect(
                outcome.errors.contains("\(file): the file is damaged or cut off: copy it again, or run --shard 1/2"))
        }
    }

    @Test func aHeadThatWasChangedIsNotBelieved() throws {
        try withTemporaryFolder { folder in
            let part =
                try write(
                    "scenarios/example/example.yaml", shards: 1, ["--members", "512"], in: folder)[0]
                + "/part-1-of-1.milepost-part"
            let bytes = try Data(contentsOf: URL(filePath: part))
            for (found, changed) in [
                ("seed: 1\n", "seed: 3\n"), ("figures known: published", "figures known: prior"),
                ("block: 512", "block: 8"), ("shard: 1/1\n", "shard: 1/9000000000000\n"),
            ] {
                var damaged = bytes
                let place = try #require(damaged.range(of: Data(found.utf8)))
                damaged.replaceSubrange(place, with: Data(changed.utf8))
                try damaged.write(to: URL(filePath: part))
                let outcome = try Command.run(["merge", part, "--out", folder + "/merged"])
                #expect(outcome.status == 65 && outcome.errors.contains(part), "\(changed): \(outcome.errors)")
            }
        }
    }

    @Test func aWholeResultDoesNotReplaceAPart() throws {
        try withTemporaryFolder { folder in
            let part = try write("scenarios/example/example.yaml", shards: 1, ["--members", "512"], in: folder)[0]
            let before = try contents(part)
            let example = "scenarios/example/example.yaml"
            for command in [["merge", part], ["run", example], ["track", example], ["compare", example, example]] {
                let outcome = try Command.run(command + ["--quiet", "--out", part])
                #expect(outcome.status == 64 && outcome.errors.contains("would be lost"), "\(outcome.errors)")
            }
            #expect(try contents(part) == before)
        }
    }

    @Test func partsOfAScenarioThatWasChangedAreRefused() throws {
        try withValley { folder in
            let options = ["--members", "1024", "--prior-only", "--quiet"]
            for shard in ["1", "2"] {
                let arguments = ["run", "valley.yaml", "--shard", shard + "/2", "--out", "parts/" + shard]
                #expect(try Command.run(arguments + options, in: folder).status == 0)
            }
            #expect(try Command.run(["merge", "parts/1", "parts/2", "--quiet"], in: folder).status == 0)
            let scenario = URL(fileURLWithPath: folder + "/valley.yaml")
            let text = try String(contentsOf: scenario, encoding: .utf8)
            try Data((text + "\n# a word more\n").utf8).write(to: scenario)
            let outcome = try Command.run(["merge", "parts/1", "parts/2"], in: folder)
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("valley.yaml: not the file that the parts were made of"))
        }
    }

    @Test func wrongShardsAreUsageErrors() throws {
        let cases: [(arguments: [String], says: String)] = [
            (
                ["--shard", "3"],
                "--shard is 3; give the number of the part and how many there are, e.g. 3/16; there may be"
            ),
            (["--shard", "5/4"], "--shard is 5/4"),
            (["--shard", "1/9223372036854775807"], "there may be 100000 at most"),
            (["--shard", "1/2"], "--shard needs a place for its part; name a directory with --out"),
            (
                ["hunan/high-tech-share", "--shard", "1/2", "--out", "out"],
                "--shard takes one scenario, and 2 are named"
            ),
            (["--shard", "1/2", "--out", "out", "--record", "ledger.csv"], "give it to `milepost merge`"),
        ]
        for (arguments, says) in cases {
            let outcome = try Command.run(["run", "zhejiang/platforms"] + arguments)
            #expect(outcome.status == 64 && outcome.errors.contains(says), "\(outcome.errors)")
        }
    }

    @Test func aDirectoryThatHoldsAnotherShardIsKept() throws {
        try withTemporaryFolder { folder in
            let arguments = [
                "run", "zhejiang/platforms", "--members", "2048", "--prior-only", "--out", folder + "/part",
            ]
            #expect(try Command.run(arguments + ["--shard", "1/2"]).status == 0)
            let before = try contents(folder + "/part")
            let outcome = try Command.run(arguments + ["--shard", "2/2"])
            #expect(outcome.status == 64 && outcome.errors.contains("give every shard a directory of its own"))
            #expect(try contents(folder + "/part") == before)
            #expect(try Command.run(arguments + ["--shard", "1/2", "--quiet"]).status == 0)
        }
    }
}
