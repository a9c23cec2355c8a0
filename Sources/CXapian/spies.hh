// Observers of a running search.
#pragma once

#include <xapian.h>

#include <atomic>
#include <chrono>
#include <vector>

#include "cxapian.h"
#include "guard.hh"

struct cxapian_cancellation {
  std::atomic<bool> isSet{false};
  bool hasDeadline = false;
  std::chrono::steady_clock::time_point deadline{};
};

namespace cxapian {

/// Stops the search when somebody wants it to.
class CancellingSpy final : public Xapian::MatchSpy {
 public:
  explicit CancellingSpy(const cxapian_cancellation *cancellation) : cancellation(cancellation) {}
  void operator()(const Xapian::Document &, double) override { check(); }

 private:
  void check() {
    // Reading the clock costs more than the rest of a match.
    const bool due = cancellation->hasDeadline && calls++ % 64 == 0;
    if (cancellation->isSet.load(std::memory_order_relaxed) ||
        (due && std::chrono::steady_clock::now() >= cancellation->deadline))
      throw Interrupted();
  }

  const cxapian_cancellation *cancellation;
  unsigned calls = 0;
};

/// Notes the number of each match.
class CollectingSpy final : public Xapian::MatchSpy {
 public:
  std::vector<uint32_t> documents;
  void operator()(const Xapian::Document &document, double) override { documents.push_back(document.get_docid()); }
};

/// Tells the caller of each match.
class VisitingSpy final : public Xapian::MatchSpy {
 public:
  VisitingSpy(cxapian_visit visit, void *context) : visit(visit), context(context) {}
  void operator()(const Xapian::Document &document, double weight) override {
    if (!visit(context, document.get_docid(), weight)) throw Interrupted();
  }

 private:
  cxapian_visit visit;
  void *context;
};

}  // namespace cxapian
