// Posting lists, read as a whole and remembered, or jumped through.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "revisions.hh"

namespace cxapian {

/// The documents that hold a term, ascending, and how often each does.
struct Postings {
  std::vector<uint32_t> documents;
  std::vector<uint32_t> frequencies;
};

/// Reads the posting lists of a database. The newest are kept unpacked, while the database stays at its state: a question
/// reads the lists of its words twice, to find and to weigh, and the next question often has some of them again.
class PostingLists {
 public:
  /// To be called before others: forgets what was true of another state of the database.
  void follow(const Xapian::Database &database, bool isWritten);

  /// How many documents hold a term; the empty one stands for all documents.
  size_t frequency(const Xapian::Database &database, const std::string &term);

  std::shared_ptr<const Postings> all(const Xapian::Database &database, const std::string &term);

  /// Calls `found(index, frequency)` for each of `count` documents, which ascend, that holds the term.
  template <class Found>
  void meet(const Xapian::Database &database, const std::string &term, const uint32_t *documents, size_t count,
            Found found) {
    if (const auto list = worthReading(database, term, count)) return meet(*list, documents, count, found);
    Xapian::PostingIterator position = database.postlist_begin(term);
    const Xapian::PostingIterator end = database.postlist_end(term);
    for (size_t i = 0; i < count && position != end; ++i) {
      if (*position < documents[i]) position.skip_to(documents[i]);
      if (position != end && *position == documents[i]) found(i, position.get_wdf());
    }
  }

 private:
  /// 8 MB.
  static constexpr size_t mostKept = 1'000'000;
  static constexpr size_t mostFrequencies = 20'000;

  /// `nullptr` where a few jumps cost less.
  std::shared_ptr<const Postings> worthReading(const Xapian::Database &database, const std::string &term, size_t count);

  template <class Found>
  static void meet(const Postings &list, const uint32_t *documents, size_t count, Found found) {
    const auto &others = list.documents;
    if (others.size() / 16 > count) {
      auto place = others.begin();
      for (size_t i = 0; i < count; ++i) {
        place = std::lower_bound(place, others.end(), documents[i]);
        if (place != others.end() && *place == documents[i]) found(i, list.frequencies[place - others.begin()]);
      }
    } else if (count / 16 > others.size()) {
      const uint32_t *place = documents;
      for (size_t i = 0; i < others.size(); ++i) {
        place = std::lower_bound(place, documents + count, others[i]);
        if (place != documents + count && *place == others[i]) found(place - documents, list.frequencies[i]);
      }
    } else {
      size_t i = 0;
      for (size_t place = 0; i < count && place < others.size();) {
        if (others[place] == documents[i]) found(i, list.frequencies[place]);
        const bool isBefore = others[place] < documents[i];
        const bool isBehind = others[place] > documents[i];
        place += !isBehind;
        i += !isBefore;
      }
    }
  }

  std::unordered_map<std::string, std::shared_ptr<const Postings>> kept;
  size_t keptCount = 0;
  std::unordered_map<std::string, size_t> frequencies;
  Revisions revisions;
};

}  // namespace cxapian
