// What the opaque handles hold.
#pragma once

#include <xapian.h>

#include "cxapian.h"

struct cxapian_database {
  Xapian::Database database;
  /// One of the databases at least is remote: observers of our own don't run.
  bool isRemote = false;
};

struct cxapian_writer {
  Xapian::WritableDatabase database;
  bool closed = false;
};

struct cxapian_query {
  Xapian::Query query;
};
