// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "append-driver",
  dependencies: [.package(name: "registry-journal", path: "../..")],
  targets: [
    .executableTarget(
      name: "append-driver",
      dependencies: [
        .product(name: "RegistryEvents", package: "registry-journal"),
        .product(name: "RegistryProjections", package: "registry-journal"),
      ],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  ]
)
