#pragma once

#include <xapian.h>

#include "cxapian.h"

namespace cxapian {

/// The longest term that a database takes; zero bytes count twice.
constexpr size_t longestTerm = 245;

/// Throws InvalidArgumentError for a term that a database would refuse, some only when it commits.
void checkTerm(const char *bytes, size_t length);

/// Xapian's document made of a packed one.
Xapian::Document unpacked(const cxapian_document &document);

}  // namespace cxapian
