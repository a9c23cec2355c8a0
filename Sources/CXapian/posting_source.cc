#include "posting_source.hh"

#include <algorithm>
#include <string>

namespace cxapian {

DocumentsSource::DocumentsSource(const Xapian::Database &whole, const uint32_t *documents, size_t count)
    : whole(whole), all(std::make_shared<const Documents>(documents, documents + count)) {
  Xapian::docid last = 0;
  for (Xapian::docid document : *all) {
    if (document <= last) throw Xapian::InvalidArgumentError("the documents are not in ascending order");
    last = document;
  }
}

DocumentsSource *DocumentsSource::clone() const { return new DocumentsSource(whole, all); }

// Xapian hands `init` one of the databases that `whole` was made of, but doesn't say which.
size_t DocumentsSource::shardNumber(const Xapian::Database &shard) const {
  for (size_t i = 0; i < whole.internal.size(); ++i)
    if (whole.internal[i].get() == shard.internal.at(0).get()) return i;
  throw Xapian::InvalidOperationError("a list of documents is asked of another database than it was made for");
}

void DocumentsSource::init(const Xapian::Database &shard) {
  const size_t shards = whole.internal.size();
  const size_t number = shards <= 1 ? 0 : shardNumber(shard);
  const Xapian::docid last = shard.get_lastdocid();
  mine.clear();
  for (Xapian::docid document : *all) {
    const Xapian::docid own = shards <= 1 ? document : Xapian::docid((document - 1) / shards + 1);
    if (own > last) break;
    if (shards <= 1 || (document - 1) % shards == number) mine.push_back(own);
  }
  index = 0;
  started = false;
}

void DocumentsSource::next(double) {
  if (started) ++index;
  started = true;
}

void DocumentsSource::skip_to(Xapian::docid document, double) {
  started = true;
  // Most jumps are short: double the step until it passes, then halve.
  size_t step = 1, low = index;
  while (low + step < mine.size() && mine[low + step] < document) {
    low += step;
    step *= 2;
  }
  const auto from = mine.begin() + std::min(low, mine.size());
  const auto to = mine.begin() + std::min(low + step + 1, mine.size());
  index = size_t(std::lower_bound(from, to, document) - mine.begin());
}

std::string DocumentsSource::get_description() const {
  return "documents(" + std::to_string(all->size()) + ")";
}

}  // namespace cxapian
