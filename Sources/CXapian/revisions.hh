// Whether a database is still at the state that something was remembered of.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <vector>

namespace cxapian {

class Revisions {
 public:
  /// Whether the database may have another state than at the call before. One that is being written changes without a
  /// sign, and a remote one gives none.
  bool changed(const Xapian::Database &database, bool isWritten) {
    std::vector<uint64_t> now;
    if (isWritten) return true;
    try {
      for (const auto &shard : database.internal) now.push_back(Xapian::Database(shard.get()).get_revision());
      if (now == known) return false;
    } catch (const Xapian::Error &) {
      now.clear();
    }
    known = std::move(now);
    return true;
  }

 private:
  std::vector<uint64_t> known;
};

}  // namespace cxapian
