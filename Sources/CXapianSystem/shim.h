// C++ only: CXapian includes <xapian.h> itself; this module carries the flags of pkg-config.
