// swift-tools-version: 6.1
import PackageDescription

/// The modules stand in the order in which the data passes through them; `ARCHITECTURE.md` walks them.
let package = Package(
  name: "OnRecord",
  products: [.library(name: "XapianStore", targets: ["XapianStore"])],
  targets: [
    .systemLibrary(name: "CXapianSystem", pkgConfig: "xapian-core", providers: [.apt(["libxapian-dev"])]),
    .target(name: "CXapian", dependencies: ["CXapianSystem"]),
    .target(name: "XapianStore", dependencies: ["CXapian"]),
    .testTarget(name: "XapianStoreTests", dependencies: ["XapianStore"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
