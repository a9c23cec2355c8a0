// What the opaque handles hold.
#pragma once

#include <xapian.h>

#include "cxapian.h"
#include "document_values.hh"
#include "postings.hh"

struct cxapian_database {
  Xapian::Database database;
  /// One of the databases at least is remote: observers of our own don't run.
  bool isRemote = false;
  /// What a writer among them has not committed is seen.
  bool isWritten = false;
  mutable cxapian::PostingLists postings;
  mutable cxapian::DocumentValues values;
};

struct cxapian_writer {
  Xapian::WritableDatabase database;
  bool closed = false;
};

struct cxapian_query {
  Xapian::Query query;
};
