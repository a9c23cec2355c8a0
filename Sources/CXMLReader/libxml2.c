#include "libxml2.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>

// The name changed with the binary interface: a library of another one would be called with other structures.
#if LIBXML_VERSION >= 21400
#define LIBRARY "libxml2.so.16"
#else
#define LIBRARY "libxml2.so.2"
#endif

static pthread_once_t is_ready = PTHREAD_ONCE_INIT;
static libxml2_functions functions;
static int is_loaded;
static char problem[256];

static void load(void) {
  void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);
  if (library == NULL) {
    const char *message = dlerror();
    snprintf(problem, sizeof problem, "%s", message == NULL ? LIBRARY " can't be loaded" : message);
    return;
  }
#define LIBXML2_LOAD(name)                                                    \
  *(void **)&functions.name = dlsym(library, #name);                          \
  if (functions.name == NULL) {                                               \
    snprintf(problem, sizeof problem, "%s has no function %s", LIBRARY, #name); \
    return;                                                                   \
  }
  LIBXML2_FUNCTIONS(LIBXML2_LOAD)
#undef LIBXML2_LOAD
  functions.xmlInitParser();
  is_loaded = 1;
}

const libxml2_functions *libxml2(void) {
  pthread_once(&is_ready, load);
  return is_loaded ? &functions : NULL;
}

const char *libxml2_problem(void) { return libxml2() == NULL ? problem : NULL; }
