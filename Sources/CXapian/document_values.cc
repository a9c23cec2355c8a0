#include "document_values.hh"

#include "guard.hh"
#include "handles.hh"

namespace cxapian {

void DocumentValues::read(const Xapian::Database &database, bool isWritten, Xapian::valueno slot,
                          const uint32_t *documents, size_t count, List &list) {
  if (revisions.changed(database, isWritten)) forget();
  Xapian::ValueIterator position, end;
  bool isOpen = false;
  for (size_t i = 0; i < count; ++i) {
    const uint64_t key = static_cast<uint64_t>(slot) << 32 | documents[i];
    const auto known = places.find(key);
    if (known != places.end()) {
      // A document without a value has an empty one here.
      if (known->second.length > 0)
        list.add(bytes.data() + known->second.start, known->second.length, documents[i]);
      continue;
    }
    if (!isOpen) {
      position = database.valuestream_begin(slot);
      end = database.valuestream_end(slot);
      isOpen = true;
    }
    if (position != end && position.get_docid() < documents[i]) position.skip_to(documents[i]);
    std::string value;
    if (position != end && position.get_docid() == documents[i]) value = *position;
    if (!value.empty()) list.add(value, documents[i]);
    if (count <= mostAtOnce) keep(key, value);
  }
}

void DocumentValues::keep(uint64_t key, const std::string &value) {
  if (value.size() > mostBytes / 4) return;
  if (places.size() >= mostKept || bytes.size() + value.size() > mostBytes) forget();
  places.emplace(key, Place{static_cast<uint32_t>(bytes.size()), static_cast<uint32_t>(value.size())});
  bytes.insert(bytes.end(), value.begin(), value.end());
}

void DocumentValues::forget() {
  places.clear();
  bytes.clear();
}

}  // namespace cxapian

using cxapian::guarded;
using cxapian::List;

cxapian_status cxapian_document_values(const cxapian_database *database, uint32_t slot, const uint32_t *documents,
                                       size_t count, const cxapian_list **values, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    database->values.read(database->database, database->isWritten, slot, documents, count, *list);
    cxapian::give(std::move(list), values);
  });
}
