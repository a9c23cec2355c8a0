// Exceptions to statuses.
#include <xapian.h>

#include <cstring>
#include <new>

#include "guard.hh"

namespace {

struct ErrorClass {
  const char *name;
  cxapian_status status;
};

// Xapian names the class of an error, so that one table does what two dozen catch clauses would.
constexpr ErrorClass errorClasses[] = {
    {"AssertionError", CXAPIAN_ASSERTION},
    {"DatabaseClosedError", CXAPIAN_DATABASE_CLOSED},
    {"DatabaseCorruptError", CXAPIAN_DATABASE_CORRUPT},
    {"DatabaseCreateError", CXAPIAN_DATABASE_CREATE},
    {"DatabaseError", CXAPIAN_DATABASE},
    {"DatabaseLockError", CXAPIAN_DATABASE_LOCK},
    {"DatabaseModifiedError", CXAPIAN_DATABASE_MODIFIED},
    {"DatabaseNotFoundError", CXAPIAN_DATABASE_NOT_FOUND},
    {"DatabaseOpeningError", CXAPIAN_DATABASE_OPENING},
    {"DatabaseVersionError", CXAPIAN_DATABASE_VERSION},
    {"DocNotFoundError", CXAPIAN_DOC_NOT_FOUND},
    {"FeatureUnavailableError", CXAPIAN_FEATURE_UNAVAILABLE},
    {"InternalError", CXAPIAN_INTERNAL},
    {"InvalidArgumentError", CXAPIAN_INVALID_ARGUMENT},
    {"InvalidOperationError", CXAPIAN_INVALID_OPERATION},
    {"NetworkError", CXAPIAN_NETWORK},
    {"NetworkTimeoutError", CXAPIAN_NETWORK_TIMEOUT},
    {"QueryParserError", CXAPIAN_QUERY_PARSER},
    {"RangeError", CXAPIAN_RANGE},
    {"SerialisationError", CXAPIAN_SERIALISATION},
    {"UnimplementedError", CXAPIAN_UNIMPLEMENTED},
    {"WildcardError", CXAPIAN_WILDCARD},
};

cxapian_status statusOf(const Xapian::Error &error) noexcept {
  for (const ErrorClass &candidate : errorClasses)
    if (std::strcmp(candidate.name, error.get_type()) == 0) return candidate.status;
  return CXAPIAN_UNKNOWN;
}

void fill(cxapian_error **error, const std::string &message, const std::string &context, const char *system) {
  if (!error) return;
  *error = new cxapian_error{message, context, system ? system : ""};
}

// May throw: there may be no memory for the text of an error.
cxapian_status classified(cxapian_error **error) {
  try {
    throw;
  } catch (const Xapian::Error &e) {
    fill(error, e.get_msg(), e.get_context(), e.get_error_string());
    return statusOf(e);
  } catch (const cxapian::Interrupted &) {
    fill(error, "the search was stopped", "", nullptr);
    return CXAPIAN_INTERRUPTED;
  } catch (const std::bad_alloc &) {
    return CXAPIAN_MEMORY;
  } catch (const std::exception &e) {
    fill(error, e.what(), "", nullptr);
    return CXAPIAN_UNKNOWN;
  }
}

}  // namespace

cxapian_status cxapian::caught(cxapian_error **error) noexcept {
  if (error) *error = nullptr;
  try {
    return classified(error);
  } catch (const std::bad_alloc &) {
    return CXAPIAN_MEMORY;
  } catch (...) {
    return CXAPIAN_UNKNOWN;
  }
}

const char *cxapian_error_message(const cxapian_error *error) noexcept { return error->message.c_str(); }

const char *cxapian_error_context(const cxapian_error *error) noexcept {
  return error->context.empty() ? nullptr : error->context.c_str();
}

const char *cxapian_error_system(const cxapian_error *error) noexcept {
  return error->system.empty() ? nullptr : error->system.c_str();
}

void cxapian_error_free(cxapian_error *error) noexcept { delete error; }

const char *cxapian_version(void) noexcept { return Xapian::version_string(); }
