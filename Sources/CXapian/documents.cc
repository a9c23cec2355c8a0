// Reading single documents.
#include <memory>

#include "guard.hh"
#include "handles.hh"
#include "list.hh"

using cxapian::give;
using cxapian::guarded;
using cxapian::List;

namespace {

/// Whether the document is there is asked only of one without data: it takes a look into another table.
std::string dataOf(const Xapian::Database &database, uint32_t document) {
  const std::string data = database.get_document(document, Xapian::DOC_ASSUME_VALID).get_data();
  return data.empty() ? database.get_document(document).get_data() : data;
}

}  // namespace

cxapian_status cxapian_document_data(const cxapian_database *database, uint32_t document, const cxapian_list **data,
                                     cxapian_error **error) noexcept {
  return guarded(error, [&] { give(dataOf(database->database, document), data); });
}

cxapian_status cxapian_documents_data(const cxapian_database *database, const uint32_t *documents, size_t count,
                                      const cxapian_list **data, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    for (size_t i = 0; i < count; ++i) list->add(dataOf(database->database, documents[i]));
    give(std::move(list), data);
  });
}

cxapian_status cxapian_document_value(const cxapian_database *database, uint32_t document, uint32_t slot,
                                      const cxapian_list **value, cxapian_error **error) noexcept {
  return guarded(error, [&] { give(database->database.get_document(document).get_value(slot), value); });
}

cxapian_status cxapian_document_terms(const cxapian_database *database, uint32_t document, const cxapian_list **terms,
                                      cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    const Xapian::TermIterator end = database->database.termlist_end(document);
    for (Xapian::TermIterator i = database->database.termlist_begin(document); i != end; ++i)
      list->add(*i, i.get_wdf());
    give(std::move(list), terms);
  });
}

cxapian_status cxapian_document_length(const cxapian_database *database, uint32_t document, uint32_t *length,
                                       cxapian_error **error) noexcept {
  return guarded(error, [&] { *length = database->database.get_doclength(document); });
}

cxapian_status cxapian_document_positions(const cxapian_database *database, uint32_t document, cxapian_bytes term,
                                          const cxapian_list **positions, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    const std::string name = cxapian::string(term);
    const Xapian::PositionIterator end = database->database.positionlist_end(document, name);
    for (Xapian::PositionIterator i = database->database.positionlist_begin(document, name); i != end; ++i)
      list->numbers_.push_back(*i);
    give(std::move(list), positions);
  });
}
