#include "isal.h"

#ifdef CINFLATE_ISAL

#include <dlfcn.h>
#include <pthread.h>

static pthread_once_t is_ready = PTHREAD_ONCE_INIT;
static isal_functions functions;
static int is_loaded;

static void load(void) {
  // The number changes with the binary interface: another one would be called with other structures.
  void *library = dlopen("libisal.so.2", RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) return;
  *(void **)&functions.isal_inflate_init = dlsym(library, "isal_inflate_init");
  *(void **)&functions.isal_inflate_reset = dlsym(library, "isal_inflate_reset");
  *(void **)&functions.isal_inflate = dlsym(library, "isal_inflate");
  is_loaded = functions.isal_inflate_init != NULL && functions.isal_inflate_reset != NULL && functions.isal_inflate != NULL;
}

const isal_functions *isal(void) {
  pthread_once(&is_ready, load);
  return is_loaded ? &functions : NULL;
}

#endif
