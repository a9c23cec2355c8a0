// The values of single documents, remembered.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "list.hh"
#include "revisions.hh"

namespace cxapian {

/// Reads values of documents here and there. Xapian looks each up in a tree of blocks and reads the values of some fifty
/// documents to find one; questions of one subject ask for the same ones again. The newest are kept while the database
/// stays at its state, but those of many documents at once, which would drive all others out.
class DocumentValues {
 public:
  /// Adds the documents that have a value, which ascend, with their values.
  void read(const Xapian::Database &database, bool isWritten, Xapian::valueno slot, const uint32_t *documents,
            size_t count, List &list);

 private:
  /// Of values and of what finds them: together 8 MB.
  static constexpr size_t mostBytes = 4 << 20;
  static constexpr size_t mostKept = 100'000;
  static constexpr size_t mostAtOnce = 2'000;

  struct Place {
    uint32_t start;
    uint32_t length;
  };

  void keep(uint64_t key, const std::string &value);
  void forget();

  std::unordered_map<uint64_t, Place> places;
  std::vector<uint8_t> bytes;
  Revisions revisions;
};

}  // namespace cxapian
