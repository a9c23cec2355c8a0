// Reading posting lists.
#include "postings.hh"

namespace cxapian {

size_t PostingLists::frequency(const Xapian::Database &database, const std::string &term) {
  if (term.empty()) return database.get_doccount();
  const auto known = frequencies.find(term);
  if (known != frequencies.end()) return known->second;
  if (frequencies.size() >= mostFrequencies) frequencies.clear();
  return frequencies[term] = database.get_termfreq(term);
}

std::shared_ptr<const Postings> PostingLists::all(const Xapian::Database &database, const std::string &term) {
  const auto known = kept.find(term);
  if (known != kept.end()) return known->second;
  auto list = std::make_shared<Postings>();
  const size_t count = frequency(database, term);
  list->documents.reserve(count);
  list->frequencies.reserve(count);
  const Xapian::PostingIterator end = database.postlist_end(term);
  for (Xapian::PostingIterator i = database.postlist_begin(term); i != end; ++i) {
    list->documents.push_back(*i);
    list->frequencies.push_back(i.get_wdf());
  }
  // One list never drives all others out.
  if (list->documents.size() > mostKept / 4) return list;
  if (keptCount + list->documents.size() > mostKept) {
    kept.clear();
    keptCount = 0;
  }
  keptCount += list->documents.size();
  kept.emplace(term, list);
  return list;
}

std::shared_ptr<const Postings> PostingLists::worthReading(const Xapian::Database &database, const std::string &term,
                                                           size_t count) {
  const auto known = kept.find(term);
  if (known != kept.end()) return known->second;
  if (frequency(database, term) / 8 > count) return nullptr;
  return all(database, term);
}

void PostingLists::follow(const Xapian::Database &database, bool isWritten) {
  if (!revisions.changed(database, isWritten)) return;
  kept.clear();
  keptCount = 0;
  frequencies.clear();
}

}  // namespace cxapian
