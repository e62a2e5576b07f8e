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
