// What the opaque handles hold.
#pragma once

#include <xapian.h>

#include "cxapian.h"

struct cxapian_database {
  Xapian::Database database;
};

struct cxapian_writer {
  Xapian::WritableDatabase database;
  bool closed = false;
};

struct cxapian_query {
  Xapian::Query query;
};
