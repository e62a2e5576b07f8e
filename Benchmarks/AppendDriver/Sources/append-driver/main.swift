import Dispatch
import Glibc
import RegistryEvents
import RegistryProjections

// append-driver sign COUNT WORKERS
// append-driver verify COUNT WORKERS
// append-driver append JOURNAL SEED COUNT BATCH WORKERS signing|signed|elsewhere
//
// Appends COUNT acts to a generated journal, or only signs or verifies them, and prints as JSON how long that took. WORKERS
// threads share the acts; with `signing` each signs a batch and then appends it. Otherwise all acts were signed before the clock starts:
// with `signed` by this process, which the writer then knows, with `elsewhere` they come to it as bytes, so that it verifies them.

struct Usage: Error {}

func number(_ index: Int) throws -> Int {
  guard CommandLine.arguments.indices.contains(index), let value = Int(CommandLine.arguments[index]) else {
    throw Usage()
  }
  return value
}

/// The seconds, by the clock and of all threads together, that `body` takes when `workers` threads do their shares of it.
func timed(workers: Int, _ body: @escaping @Sendable (Int) throws -> Void) -> String {
  func cpu() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
  let began = cpu()
  let elapsed = ContinuousClock().measure {
    let done = DispatchGroup()
    let threads = (1..<workers).map { worker in
      let queue = DispatchQueue(label: "worker \(worker)")
      queue.async(group: done) { run(worker, body) }
      return queue
    }
    run(0, body)
    done.wait()
    _ = threads
  }
  return "\"seconds\": \(elapsed / .seconds(1)), \"cpu\": \(cpu() - began)"
}

func run(_ worker: Int, _ body: (Int) throws -> Void) {
  do { try body(worker) } catch {
    print("{\"error\": \"\(error)\"}")
    exit(1)
  }
}

/// The batches of a worker: the numbers of their acts.
func batches(_ worker: Int, of workers: Int, count: Int, batch: Int) -> [Range<Int>] {
  let starts = Array(stride(from: 1, through: count, by: batch))
  return stride(from: worker, to: starts.count, by: workers).map { starts[$0]..<min(starts[$0] + batch, count + 1) }
}

let now = Instant(clamping: 1_735_689_600)

switch CommandLine.arguments.dropFirst().first {
case "sign":
  let (count, workers) = (try number(2), try number(3))
  let acts = try Acts(origin: "append.example.kz/1", seed: 0, at: now)
  let times = timed(workers: workers) { worker in
    for batch in batches(worker, of: workers, count: count, batch: 100) { _ = try batch.map(acts.registration) }
  }
  print("{\"acts\": \(count), \(times)}")
case "verify":
  let (count, workers) = (try number(2), try number(3))
  let acts = try Acts(origin: "append.example.kz/1", seed: 0, at: now)
  let signed = try (1...count).map { try acts.registration($0) }
  let times = timed(workers: workers) { worker in
    let verifier = JWSVerifier()
    for batch in batches(worker, of: workers, count: count, batch: 100) {
      for act in signed[(batch.lowerBound - 1)..<(batch.upperBound - 1)] {
        guard acts.isValid(act, verifier) else { throw Usage() }
      }
    }
  }
  print("{\"acts\": \(count), \(times)}")
case "append":
  let path = CommandLine.arguments[2]
  let (seed, count, batch, workers) = (try number(3), try number(4), try number(5), try number(6))
  var options = WriterOptions()
  options.confirmsClockJump = true
  let opening = ContinuousClock.now
  let writer = try JournalWriter(
    path: path, rules: RuleBook.standard.signingRules, gate: OpenGate(), options: options, clock: { now })
  let opened = (ContinuousClock.now - opening) / .seconds(1)
  let acts = try Acts(origin: writer.origin, seed: UInt64(seed), at: now)
  _ = try writer.append(acts.enrolment(), expecting: .any)
  let before = writer.head.nextSeq
  let how = CommandLine.arguments[7]
  guard ["signing", "signed", "elsewhere"].contains(how) else { throw Usage() }
  let beforehand =
    how == "signing"
    ? nil
    : try (1...count).map { number in
      let act = try acts.registration(number)
      return how == "signed" ? act : SignedAct(act: act.act, signatures: act.signatures)
    }
  let times = timed(workers: workers) { worker in
    for batch in batches(worker, of: workers, count: count, batch: batch) {
      let signed =
        try beforehand.map { Array($0[(batch.lowerBound - 1)..<(batch.upperBound - 1)]) } ?? batch.map(acts.registration)
      for result in try writer.append(signed, expecting: .any) { _ = try result.get() }
    }
  }
  guard writer.head.nextSeq == before + UInt64(count) else { throw Usage() }
  try writer.close()
  print("{\"acts\": \(count), \(times), \"opened\": \(opened)}")
default: throw Usage()
}
