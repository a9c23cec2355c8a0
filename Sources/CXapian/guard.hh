// What every function of the shim runs inside: no exception leaves it, each becomes a status.
#pragma once

#include <exception>
#include <string>

#include "cxapian.h"

struct cxapian_error {
  std::string message, context, system;
};

namespace cxapian {

/// Thrown by a spy to stop a search.
struct Interrupted : std::exception {};

/// The status of the exception being handled; fills `error`. Call it in a `catch (...)` only.
cxapian_status caught(cxapian_error **error) noexcept;

template <class Body>
cxapian_status guarded(cxapian_error **error, Body body) noexcept {
  try {
    body();
    return CXAPIAN_OK;
  } catch (...) {
    return caught(error);
  }
}

inline std::string string(cxapian_bytes bytes) {
  return bytes.length == 0 ? std::string() : std::string(static_cast<const char *>(bytes.bytes), bytes.length);
}

}  // namespace cxapian
