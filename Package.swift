// swift-tools-version: 6.1
import PackageDescription

/// The modules stand in the order in which the data passes through them; `ARCHITECTURE.md` walks them.
let package = Package(
  name: "OnRecord",
  products: [
    .library(
      name: "OnRecord",
      targets: [
        "ArticleModel", "ArticleReading", "IndexDefinition", "Extraction", "QueryLanguage", "NewsIndex", "Rendering",
      ]),
    .library(name: "XapianStore", targets: ["XapianStore"]),
    .executable(name: "onrecord", targets: ["onrecord"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries; `Scripts/bootstrap` installs them. Those without pkg-config stand in the default folders, and
    // their .pc files name flags (-D...) that the package manager refuses with a warning.
    .systemLibrary(name: "CXapianSystem", pkgConfig: "xapian-core", providers: [.apt(["libxapian-dev"])]),
    .systemLibrary(name: "CUTF8ProcSystem", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CReadlineSystem", providers: [.apt(["libreadline-dev"])]),
    .systemLibrary(name: "CSimdJSONSystem", providers: [.apt(["libsimdjson-dev"])]),
    .systemLibrary(name: "CLibXML2System", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlibSystem", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstdSystem", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CUchardetSystem", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(name: "CYAMLSystem", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    // C and C++ behind plain C headers.
    .target(name: "CXapian", dependencies: ["CXapianSystem"]),
    .target(
      name: "CSimdJSON", dependencies: ["CSimdJSONSystem"], linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CXMLReader", dependencies: ["CLibXML2System"]),
    .target(
      name: "CLineEditor", dependencies: ["CReadlineSystem"], linkerSettings: [.linkedLibrary("readline")]),
    .target(name: "CInflate", dependencies: ["CZlibSystem"]),
    .target(name: "CIndexDefinition"),

    // Values and tools that every room uses.
    .target(name: "ArticleModel"),
    .target(name: "FileAccess", dependencies: ["CInflate"]),
    .target(name: "TextAnalysis", dependencies: ["ArticleModel", "CUTF8ProcSystem"]),

    // The way of the data.
    .target(
      name: "IndexDefinition", dependencies: ["ArticleModel", "FileAccess", "TextAnalysis", "CIndexDefinition"]),
    .target(
      name: "ArticleReading",
      dependencies: [
        "ArticleModel", "FileAccess", "TextAnalysis", "IndexDefinition", "CSimdJSON", "CXMLReader", "CUchardetSystem",
      ]),
    .target(name: "Extraction", dependencies: ["ArticleModel", "TextAnalysis", "IndexDefinition"]),
    .target(name: "QueryLanguage", dependencies: ["ArticleModel"]),
    .target(name: "XapianStore", dependencies: ["CXapian"]),
    .target(
      name: "NewsIndex",
      dependencies: [
        "ArticleModel", "FileAccess", "TextAnalysis", "IndexDefinition", "ArticleReading", "Extraction",
        "QueryLanguage",
        "XapianStore", "CZstdSystem",
      ]),
    .target(
      name: "Rendering",
      dependencies: ["ArticleModel", "ArticleReading", "TextAnalysis", "QueryLanguage", "NewsIndex"],
      exclude: ["Schema"]),
    .executableTarget(
      name: "onrecord",
      dependencies: [
        "ArticleModel", "ArticleReading", "IndexDefinition", "Extraction", "QueryLanguage", "NewsIndex", "Rendering",
        "FileAccess", "TextAnalysis", "CLineEditor", "CYAMLSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // For development: writes the features that `Scripts/train` learns from.
    .executableTarget(
      name: "feature-dump", dependencies: ["ArticleReading", "Extraction", "FileAccess", "IndexDefinition"]),
    .executableTarget(name: "index-compiler", dependencies: ["IndexDefinition", "Extraction", "FileAccess"]),

    .testTarget(name: "ArticleModelTests", dependencies: ["ArticleModel"]),
    .testTarget(name: "FileAccessTests", dependencies: ["FileAccess", "CZlibSystem"]),
    .testTarget(name: "TextAnalysisTests", dependencies: ["TextAnalysis"]),
    .testTarget(name: "IndexDefinitionTests", dependencies: ["IndexDefinition", "FileAccess"]),
    .testTarget(name: "ArticleReadingTests", dependencies: ["ArticleReading", "FileAccess"], exclude: ["Pages"]),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "ArticleReading", "FileAccess", "IndexDefinition"]),
    .testTarget(name: "QueryLanguageTests", dependencies: ["QueryLanguage"]),
    .testTarget(name: "XapianStoreTests", dependencies: ["XapianStore"]),
    .testTarget(name: "NewsIndexTests", dependencies: ["NewsIndex", "FileAccess", "TextAnalysis", "index-crasher"]),
    // Run and killed by the tests of NewsIndex.
    .executableTarget(name: "index-crasher", dependencies: ["NewsIndex"], path: "Tests/IndexCrasher"),
    .testTarget(name: "RenderingTests", dependencies: ["Rendering"]),
    .testTarget(name: "OnRecordTests", dependencies: ["onrecord", "FileAccess", "NewsIndex", "XapianStore"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// `Scripts/fuzz` builds this, and all that it uses, with libFuzzer; nobody else sees it.
if Context.environment["ONRECORD_FUZZ"] != nil {
  package.products.append(.executable(name: "fuzzer", targets: ["fuzzer"]))
  package.targets.append(
    .executableTarget(
      name: "fuzzer",
      dependencies: [
        "ArticleModel", "TextAnalysis", "ArticleReading", "IndexDefinition", "Extraction", "QueryLanguage", "NewsIndex",
      ],
      path: "Scripts/fuzzing",
      exclude: [
        "seeds", "query.dict", "html.dict", "warc.dict", "mail.dict", "markdown.dict", "feed.dict", "jsonl.dict",
      ],
      swiftSettings: [.enableExperimentalFeature("Extern")]))
}

// `Scripts/test` builds only the binding of Xapian for the address sanitizer: all the rest would take minutes.
if Context.environment["ONRECORD_STORE_ONLY"] != nil {
  let store: Set = ["CXapianSystem", "CXapian", "XapianStore", "XapianStoreTests"]
  package.targets.removeAll { !store.contains($0.name) }
  package.products.removeAll { $0.name != "XapianStore" }
  package.dependencies = []
}
