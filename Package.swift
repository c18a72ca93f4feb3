// swift-tools-version: 6.1
// One straight way from bytes to a dossier; ARCHITECTURE.md says what each target is for and which may import which.
// RECOUPE_STAGES=1 leaves out the store, the web page and the commands, so that the reading stages build alone.
import Foundation
import PackageDescription

let stagesOnly = ProcessInfo.processInfo.environment["RECOUPE_STAGES"] == "1"

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A Swift target of this package with the common settings.
func library(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The tests of one target, named after it.
func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let foundations: [Target.Dependency] = ["RecoupeText", "RecoupeModel", "RecoupeLanguage"]

var dependencies: [Package.Dependency] = [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
]

var targets: [Target] = [
    // Row 0: text without language, and the C libraries.
    library("RecoupeText", ["CLibcrypto"]),
    .target(name: "CEmbedded"),
    .target(name: "CKernels"),
    .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CLibcrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    .systemLibrary(
        name: "CLibarchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"]), .brew(["brotli"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
        name: "CLibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    // Row 1 and 2: the values that travel, and the language packs.
    library("RecoupeModel", ["RecoupeText"]),
    library("RecoupeLanguage", ["RecoupeText", "RecoupeModel", "CEmbedded"]),
    // Row 3: the stages.
    library("RecoupeIntake", foundations + ["CLibxml2", "CLibarchive", "CZlib", "CBrotli"]),
    library("RecoupeFetch", ["RecoupeText", "CLibcurl", "CZlib"]),
    library("RecoupeClean", foundations),
    library("RecoupeRead", foundations + ["CKernels"]),
    library("RecoupeLink", ["RecoupeText", "RecoupeModel"]),
    // Training, never in the product.
    library("RecoupeTraining", foundations + ["CZlib", "RecoupeRead", "RecoupeIntake", "RecoupeClean"]),
    .executableTarget(
        name: "recoupe-forge",
        dependencies: ["RecoupeTraining", .product(name: "ArgumentParser", package: "swift-argument-parser")],
        exclude: ["README.md"], swiftSettings: settings
    ),
    tests("RecoupeText", ["RecoupeText"]),
    tests("RecoupeModel", ["RecoupeText", "RecoupeModel"]),
    tests("RecoupeLanguage", foundations + ["RecoupeRead"]),
    tests("RecoupeIntake", foundations + ["RecoupeIntake", "RecoupeTraining", "CLibarchive"], exclude: ["Samples"]),
    .target(name: "LocalServer", path: "Tests/LocalServer", swiftSettings: settings),
    tests("RecoupeFetch", ["RecoupeFetch", "RecoupeIntake", "RecoupeModel", "LocalServer"]),
    tests("RecoupeClean", foundations + ["RecoupeIntake", "RecoupeClean"]),
    tests("RecoupeRead", foundations + ["RecoupeRead"]),
    tests("RecoupeLink", ["RecoupeText", "RecoupeModel", "RecoupeLink"]),
    tests("RecoupeTraining", foundations + ["RecoupeRead", "RecoupeIntake", "RecoupeClean", "RecoupeTraining"]),
]

if !stagesOnly {
    dependencies += [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        // Hummingbird's own foundations, which the server names.
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ]
    targets += [
        library("RecoupeStore", ["RecoupeText", "RecoupeModel", "CZlib", .product(name: "GRDB", package: "GRDB.swift")]),
        .target(
            name: "RecoupePublish",
            dependencies: foundations + [.product(name: "Mustache", package: "swift-mustache")],
            exclude: ["Page"],
            swiftSettings: settings
        ),
        library(
            "Recoupe",
            foundations + [
                "RecoupeFetch", "RecoupeIntake", "RecoupeClean", "RecoupeRead", "RecoupeLink", "RecoupeStore", "RecoupePublish",
            ]
        ),
        library(
            "RecoupeWeb",
            foundations + [
                "RecoupePublish", .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ]
        ),
        library(
            "RecoupeCommands",
            foundations + [
                "Recoupe", "RecoupeWeb", "RecoupePublish", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(name: "recoupe", dependencies: ["RecoupeCommands"], swiftSettings: settings),
        tests("RecoupeStore", ["RecoupeText", "RecoupeModel", "RecoupeStore"]),
        tests("RecoupePublish", foundations + ["RecoupePublish"]),
        tests("RecoupeWeb", foundations + ["RecoupePublish", "RecoupeWeb"]),
        tests("Recoupe", foundations + ["Recoupe", "RecoupeLink", "RecoupePublish", "RecoupeStore"]),
        tests("RecoupeCommands", foundations + ["Recoupe", "RecoupeCommands"]),
        // The whole program, in a temporary folder.
        tests("Story", foundations + ["Recoupe", "recoupe", "LocalServer"]),
    ]
}

let package = Package(
    name: "recoupe",
    platforms: [.macOS(.v15)],
    products: stagesOnly
        ? []
        : [
            .executable(name: "recoupe", targets: ["recoupe"]),
            .library(name: "Recoupe", targets: ["Recoupe", "RecoupeModel"]),
        ],
    dependencies: dependencies,
    targets: targets,
    swiftLanguageModes: [.v6]
)
