// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that libFuzzer's instrumentation stays out of the library's builds: see `make fuzz`.
let package = Package(
  name: "registry-fuzz",
  dependencies: [.package(name: "registry-journal", path: "../..")],
  targets: [
    .systemLibrary(name: "CLibFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: ["CLibFuzzer", .product(name: "RegistryEvents", package: "registry-journal")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)],
      // gold fails on what libFuzzer refers to.
      linkerSettings: [.unsafeFlags(["-use-ld=lld"])]),
  ]
)
