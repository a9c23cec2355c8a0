// What the opaque handles hold.
#pragma once

#include <xapian.h>

#include "cxapian.h"
#include "postings.hh"

struct cxapian_database {
  Xapian::Database database;
  /// One of the databases at least is remote: observers of our own don't run.
  bool isRemote = false;
  mutable cxapian::PostingLists postings;
};

struct cxapian_writer {
  Xapian::WritableDatabase database;
  bool closed = false;
};

struct cxapian_query {
  Xapian::Query query;
};
