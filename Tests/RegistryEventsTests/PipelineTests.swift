import Synchronization
import Testing

@testable import RegistryEvents

@Suite("Work on all cores")
struct PipelineTests {
  @Test("what is started comes back once each, in its order, whichever piece takes long", arguments: [1, 4, 5, 100])
  func order(count: Int) {
    let runs = Mutex<[Int]>([])
    var pipeline = Pipeline<Int>()
    var outputs: [Int] = []
    for number in 0..<count {
      if !pipeline.hasRoom, let output = pipeline.next() { outputs.append(output) }
      pipeline.start {
        var sum = 0
        for addend in 0..<(number % 3 == 0 ? 200_000 : 10) { sum &+= addend }
        runs.withLock { $0.append(number) }
        return sum < 0 ? -1 : number
      }
    }
    while let output = pipeline.next() { outputs.append(output) }
    #expect(outputs == Array(0..<count))
    #expect(runs.withLock { $0.sorted() } == Array(0..<count))
    #expect(pipeline.next() == nil)
  }

  @Test("of what is given up nothing is at work any more, and nothing begins", arguments: 0..<20)
  func abandoned(round: Int) {
    let counts = Mutex((begun: 0, ended: 0))
    var pipeline = Pipeline<Int>()
    for _ in 0..<4 {
      pipeline.start {
        counts.withLock { $0.begun += 1 }
        var sum = 0
        for addend in 0..<20_000 { sum &+= addend }
        counts.withLock { $0.ended += 1 }
        return sum
      }
    }
    if round % 2 == 0 { _ = pipeline.next() }
    pipeline.abandon()
    let after = counts.withLock { $0 }
    #expect(after.begun == after.ended)
    #expect(pipeline.next() == nil)
    // Dispatch still comes to what nobody had begun.
    for _ in 0..<4 { pipeline.start { 1 } }
    while let output = pipeline.next() { #expect(output == 1) }
    #expect(counts.withLock { $0 } == after)
  }

  @Test("work inside of work comes to its end, however many wait")
  func nested() {
    @Sendable func total(_ depth: Int) -> Int {
      guard depth > 0 else { return 1 }
      var pipeline = Pipeline<Int>()
      for _ in 0..<4 { pipeline.start { total(depth - 1) } }
      var sum = 0
      while let output = pipeline.next() { sum += output }
      return sum
    }
    #expect(total(5) == 1024)
  }
}
