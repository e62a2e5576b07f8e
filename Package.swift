// swift-tools-version: 6.2
import PackageDescription

/// The strict settings of the house, the same for every target: Swift 6 mode, explicit existentials, imports that
/// stay inside the module unless said otherwise, and no warning left standing.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "registry-journal",
  products: [
    .library(name: "RegistryEvents", targets: ["RegistryEvents"]),
    .library(name: "RegistryProjections", targets: ["RegistryProjections"]),
    .executable(name: "journal-tool", targets: ["journal-tool"]),
  ],
  targets: [
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CLibsodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "RegistryEvents", dependencies: ["CLibcrypto", "CLibsodium", "CLinux"], swiftSettings: strict),
    .target(name: "RegistryProjections", dependencies: ["RegistryEvents"], swiftSettings: strict),
    .executableTarget(
      name: "journal-tool", dependencies: ["RegistryEvents", "RegistryProjections"], swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "RegistryEventsTests", dependencies: ["RegistryEvents", "TestSupport"], resources: [.copy("Fixtures")],
      swiftSettings: strict),
    .testTarget(
      name: "RegistryProjectionsTests", dependencies: ["RegistryProjections", "RegistryEvents", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "JournalToolTests", dependencies: ["journal-tool", "RegistryProjections", "RegistryEvents", "TestSupport"],
      resources: [.copy("Fixtures")], swiftSettings: strict),
  ]
)
