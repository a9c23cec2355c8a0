// ISA-L's functions for unpacking, loaded when the first packed file is read.
#ifndef CINFLATE_ISAL_H
#define CINFLATE_ISAL_H

#if defined(__has_include)
#if __has_include(<isa-l/igzip_lib.h>)
#define CINFLATE_ISAL 1
#include <isa-l/igzip_lib.h>

typedef struct {
  __typeof__(&isal_inflate_init) isal_inflate_init;
  __typeof__(&isal_inflate_reset) isal_inflate_reset;
  __typeof__(&isal_inflate) isal_inflate;
} isal_functions;

// The same each time; NULL where the library, or a function, is missing. From any thread.
const isal_functions *isal(void);
#endif
#endif

#endif
