import Goals
import Testing

@Suite struct ConcurrentlyTests {
    @Test(arguments: [1, 2, 3, 7, 100])
    func valuesKeepTheirOrderForEveryNumberOfThreads(threads: Int) {
        for count in [0, 1, 5, 64] {
            #expect(concurrently(count, threads: threads) { $0 * $0 } == (0..<count).map { $0 * $0 })
        }
    }
}
