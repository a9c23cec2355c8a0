// Streaming one slot of all documents.
#include <memory>

#include "guard.hh"
#include "handles.hh"
#include "list.hh"

using cxapian::guarded;
using cxapian::List;

struct cxapian_values {
  Xapian::ValueIterator position, end;
  List batch;
};

cxapian_status cxapian_values_open(const cxapian_database *database, uint32_t slot, uint32_t first,
                                   cxapian_values **values, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto walk = std::make_unique<cxapian_values>();
    walk->position = database->database.valuestream_begin(slot);
    walk->end = database->database.valuestream_end(slot);
    if (first > 1 && walk->position != walk->end) walk->position.skip_to(first);
    *values = walk.release();
  });
}

cxapian_status cxapian_values_next(cxapian_values *values, size_t limit, const cxapian_list **batch,
                                   cxapian_error **error) noexcept {
  return guarded(error, [&] {
    List &list = values->batch;
    list.clear();
    for (; values->position != values->end && list.ends_.size() < limit; ++values->position)
      list.add(*values->position, values->position.get_docid());
    *batch = list.shown();
  });
}

void cxapian_values_free(cxapian_values *values) noexcept { delete values; }

cxapian_status cxapian_value_statistics(const cxapian_database *database, uint32_t slot, const cxapian_list **bounds,
                                        cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    list->add(database->database.get_value_lower_bound(slot), database->database.get_value_freq(slot));
    list->add(database->database.get_value_upper_bound(slot));
    cxapian::give(std::move(list), bounds);
  });
}
