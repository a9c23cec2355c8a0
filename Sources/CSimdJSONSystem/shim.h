// C++ only: CSimdJSON includes <simdjson.h> itself; this module carries the flags of pkg-config.
