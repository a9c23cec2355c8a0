#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace cxapian {

/// A given list of documents as a part of a query.
///
/// Of several databases Xapian searches one after another, each under its own numbers: the source gets a copy for
/// each, and picks out of the common list what belongs to it.
class DocumentsSource final : public Xapian::PostingSource {
 public:
  /// Throws InvalidArgumentError if the numbers aren't strictly ascending from 1.
  DocumentsSource(const Xapian::Database &whole, const uint32_t *documents, size_t count);

  Xapian::doccount get_termfreq_min() const override { return mine.size(); }
  Xapian::doccount get_termfreq_est() const override { return mine.size(); }
  Xapian::doccount get_termfreq_max() const override { return mine.size(); }
  Xapian::docid get_docid() const override { return mine[index]; }
  void next(double) override;
  void skip_to(Xapian::docid document, double) override;
  bool at_end() const override { return started && index >= mine.size(); }
  DocumentsSource *clone() const override;
  void init(const Xapian::Database &shard) override;
  std::string get_description() const override;

 private:
  using Documents = std::vector<Xapian::docid>;

  DocumentsSource(const Xapian::Database &whole, std::shared_ptr<const Documents> all) : whole(whole), all(all) {}
  size_t shardNumber(const Xapian::Database &shard) const;

  Xapian::Database whole;
  std::shared_ptr<const Documents> all;
  Documents mine;  // in the shard's own numbers
  size_t index = 0;
  bool started = false;
};

}  // namespace cxapian
