// Opening databases and what is known of them as a whole.
#include <memory>

#include "guard.hh"
#include "handles.hh"
#include "list.hh"

using cxapian::guarded;

namespace {

Xapian::Database opened(const cxapian_location &location) {
  const std::string name = cxapian::string(location.name);
  const unsigned timeout = location.timeout_milliseconds, connecting = location.connect_timeout_milliseconds;
  switch (location.kind) {
    case CXAPIAN_LOCAL:
      return Xapian::Database(name);
    case CXAPIAN_PROGRAM:
      return Xapian::Remote::open(name, cxapian::string(location.arguments), timeout);
    case CXAPIAN_TCP:
      return Xapian::Remote::open(name, location.port, timeout, connecting);
  }
  throw Xapian::InvalidArgumentError("no such kind of location");
}

bool mixesPositions(const Xapian::Database &database) {
  if (database.size() < 2 || !database.has_positions()) return false;
  for (const auto &internal : database.internal) {
    const Xapian::Database shard(internal.get());
    if (shard.get_doccount() > 0 && !shard.has_positions()) return true;
  }
  return false;
}

}  // namespace

cxapian_status cxapian_database_open(const cxapian_location *locations, size_t count, cxapian_database **database,
                                     cxapian_error **error) noexcept {
  return guarded(error, [&] {
    if (count == 0) throw Xapian::InvalidArgumentError("no database to open");
    auto handle = std::make_unique<cxapian_database>();
    for (size_t i = 0; i < count; ++i) handle->isRemote |= locations[i].kind != CXAPIAN_LOCAL;
    if (count == 1) {
      handle->database = opened(locations[0]);
    } else {
      for (size_t i = 0; i < count; ++i) handle->database.add_database(opened(locations[i]));
    }
    *database = handle.release();
  });
}

cxapian_status cxapian_database_combine(const cxapian_database *const *databases, size_t count,
                                        cxapian_database **database, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    if (count == 0) throw Xapian::InvalidArgumentError("no database to combine");
    auto handle = std::make_unique<cxapian_database>();
    for (size_t i = 0; i < count; ++i) {
      handle->isRemote |= databases[i]->isRemote;
      handle->isWritten |= databases[i]->isWritten;
      handle->database.add_database(databases[i]->database);
    }
    *database = handle.release();
  });
}

cxapian_status cxapian_database_reopen(cxapian_database *database, bool *changed, cxapian_error **error) noexcept {
  return guarded(error, [&] { *changed = database->database.reopen(); });
}

cxapian_status cxapian_database_close(cxapian_database *database, cxapian_error **error) noexcept {
  return guarded(error, [&] { database->database.close(); });
}

cxapian_status cxapian_database_keep_alive(cxapian_database *database, cxapian_error **error) noexcept {
  return guarded(error, [&] { database->database.keep_alive(); });
}

void cxapian_database_free(cxapian_database *database) noexcept { delete database; }

cxapian_status cxapian_database_statistics(const cxapian_database *database, cxapian_statistics *statistics,
                                           cxapian_error **error) noexcept {
  return guarded(error, [&] {
    const Xapian::Database &db = database->database;
    cxapian_statistics found{};
    found.document_count = db.get_doccount();
    found.last_document = db.get_lastdocid();
    found.average_length = db.get_average_length();
    found.total_length = db.get_total_length();
    found.shard_count = static_cast<uint32_t>(db.size());
    found.has_positions = db.has_positions();
    found.mixes_positions = mixesPositions(db);
    *statistics = found;
  });
}

cxapian_status cxapian_database_uuid(const cxapian_database *database, const cxapian_list **uuid,
                                     cxapian_error **error) noexcept {
  return guarded(error, [&] { cxapian::give(database->database.get_uuid(), uuid); });
}

cxapian_status cxapian_database_revision(const cxapian_database *database, uint64_t *revision,
                                         cxapian_error **error) noexcept {
  return guarded(error, [&] {
    try {
      *revision = database->database.size() == 1 ? database->database.get_revision() : 0;
    } catch (const Xapian::InvalidOperationError &) {
      *revision = 0;
    } catch (const Xapian::UnimplementedError &) {
      *revision = 0;
    }
  });
}
