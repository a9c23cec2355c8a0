// Terms that tell some documents from the rest.
#include <memory>

#include "guard.hh"
#include "handles.hh"
#include "list.hh"

using cxapian::guarded;
using cxapian::List;

namespace {

class WithPrefix final : public Xapian::ExpandDecider {
 public:
  explicit WithPrefix(std::string prefix) : prefix(std::move(prefix)) {}
  bool operator()(const std::string &term) const override { return term.compare(0, prefix.size(), prefix) == 0; }

 private:
  std::string prefix;
};

}  // namespace

cxapian_status cxapian_database_expand(const cxapian_database *database, const cxapian_query *query,
                                       const uint32_t *documents, size_t count, cxapian_bytes prefix, size_t limit,
                                       const cxapian_list **terms, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    Xapian::Enquire enquire(database->database);
    enquire.set_query(query ? query->query : Xapian::Query());
    Xapian::RSet relevant;
    for (size_t i = 0; i < count; ++i) relevant.add_document(documents[i]);
    const WithPrefix decider(cxapian::string(prefix));
    const auto most = Xapian::termcount(std::min<size_t>(limit, database->database.get_total_length()));
    const Xapian::ESet found =
        enquire.get_eset(most, relevant, Xapian::Enquire::USE_EXACT_TERMFREQ, &decider);
    auto list = std::make_unique<List>();
    for (Xapian::ESetIterator i = found.begin(); i != found.end(); ++i) {
      list->add(*i);
      list->weights_.push_back(i.get_weight());
    }
    cxapian::give(std::move(list), terms);
  });
}
