// Writing: documents, metadata, synonyms, and when the changes count.
#include <memory>

#include "document.hh"
#include "guard.hh"
#include "handles.hh"

using cxapian::guarded;
using cxapian::string;

namespace {

int flags(const cxapian_writer_options &options) {
  int flags = 0;
  switch (options.mode) {
    case CXAPIAN_CREATE_OR_OPEN: flags = Xapian::DB_CREATE_OR_OPEN; break;
    case CXAPIAN_CREATE_OR_OVERWRITE: flags = Xapian::DB_CREATE_OR_OVERWRITE; break;
    case CXAPIAN_CREATE: flags = Xapian::DB_CREATE; break;
    case CXAPIAN_OPEN: flags = Xapian::DB_OPEN; break;
  }
  if (options.no_sync) flags |= Xapian::DB_NO_SYNC;
  if (options.dangerous) flags |= Xapian::DB_DANGEROUS;
  if (options.wait_for_lock) flags |= Xapian::DB_RETRY_LOCK;
  if (options.no_term_lists) flags |= Xapian::DB_NO_TERMLIST;
  return flags;
}

void discard(Xapian::WritableDatabase &database) {
  try {
    database.begin_transaction(false);
  } catch (const Xapian::InvalidOperationError &) {
    // There is one already; it is given up below with all the rest.
  }
  database.cancel_transaction();
}

std::string checkedTerm(cxapian_bytes term) {
  const std::string name = string(term);
  cxapian::checkTerm(name.data(), name.size());
  return name;
}

}  // namespace

cxapian_status cxapian_writer_open(cxapian_bytes path, const cxapian_writer_options *options, cxapian_writer **writer,
                                   cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto handle = std::make_unique<cxapian_writer>();
    handle->database =
        Xapian::WritableDatabase(string(path), flags(*options), static_cast<int>(options->block_size));
    *writer = handle.release();
  });
}

cxapian_status cxapian_writer_database(cxapian_writer *writer, cxapian_database **database,
                                       cxapian_error **error) noexcept {
  return guarded(error, [&] {
    *database = new cxapian_database{writer->database};
    (*database)->isWritten = true;
  });
}

cxapian_status cxapian_writer_close(cxapian_writer *writer, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    writer->database.close();
    writer->closed = true;
  });
}

void cxapian_writer_free(cxapian_writer *writer) noexcept {
  // Xapian's destructor would commit: half of a batch, if an error made the owner let go.
  if (writer && !writer->closed) guarded(nullptr, [&] { discard(writer->database); });
  delete writer;
}

cxapian_status cxapian_writer_commit(cxapian_writer *writer, cxapian_error **error) noexcept {
  return guarded(error, [&] { writer->database.commit(); });
}

cxapian_status cxapian_writer_discard(cxapian_writer *writer, cxapian_error **error) noexcept {
  return guarded(error, [&] { discard(writer->database); });
}

cxapian_status cxapian_writer_begin(cxapian_writer *writer, bool flushed, cxapian_error **error) noexcept {
  return guarded(error, [&] { writer->database.begin_transaction(flushed); });
}

cxapian_status cxapian_writer_end(cxapian_writer *writer, bool keep, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    if (keep) {
      writer->database.commit_transaction();
    } else {
      writer->database.cancel_transaction();
    }
  });
}

cxapian_status cxapian_writer_add(cxapian_writer *writer, const cxapian_document *document, uint32_t *number,
                                  cxapian_error **error) noexcept {
  return guarded(error, [&] { *number = writer->database.add_document(cxapian::unpacked(*document)); });
}

cxapian_status cxapian_writer_replace(cxapian_writer *writer, uint32_t number, const cxapian_document *document,
                                      cxapian_error **error) noexcept {
  return guarded(error, [&] { writer->database.replace_document(number, cxapian::unpacked(*document)); });
}

cxapian_status cxapian_writer_replace_term(cxapian_writer *writer, cxapian_bytes term,
                                           const cxapian_document *document, uint32_t *number,
                                           cxapian_error **error) noexcept {
  return guarded(error, [&] {
    *number = writer->database.replace_document(checkedTerm(term), cxapian::unpacked(*document));
  });
}

cxapian_status cxapian_writer_delete(cxapian_writer *writer, uint32_t number, cxapian_error **error) noexcept {
  return guarded(error, [&] { writer->database.delete_document(number); });
}

cxapian_status cxapian_writer_delete_term(cxapian_writer *writer, cxapian_bytes term, cxapian_error **error) noexcept {
  return guarded(error, [&] { writer->database.delete_document(checkedTerm(term)); });
}

cxapian_status cxapian_writer_set_metadata(cxapian_writer *writer, cxapian_bytes key, cxapian_bytes value,
                                           cxapian_error **error) noexcept {
  return guarded(error, [&] { writer->database.set_metadata(string(key), string(value)); });
}

cxapian_status cxapian_writer_add_synonym(cxapian_writer *writer, cxapian_bytes key, cxapian_bytes synonym,
                                          cxapian_error **error) noexcept {
  return guarded(error, [&] { writer->database.add_synonym(checkedTerm(key), string(synonym)); });
}

cxapian_status cxapian_writer_remove_synonym(cxapian_writer *writer, cxapian_bytes key, cxapian_bytes synonym,
                                             cxapian_error **error) noexcept {
  return guarded(error, [&] { writer->database.remove_synonym(checkedTerm(key), string(synonym)); });
}

cxapian_status cxapian_writer_clear_synonyms(cxapian_writer *writer, cxapian_bytes key,
                                             cxapian_error **error) noexcept {
  return guarded(error, [&] { writer->database.clear_synonyms(checkedTerm(key)); });
}
