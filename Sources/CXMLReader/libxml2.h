// libxml2, loaded when the first page is read.
//
// It brings the tables of ICU with it, and a process that only asks the index reads no page: linked in the usual way,
// the four libraries took a tenth of a search in a new process.
#ifndef CXMLREADER_LIBXML2_H
#define CXMLREADER_LIBXML2_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>

// Every function of libxml2 that is called here. Those of SAX events are called by the library itself.
#define LIBXML2_FUNCTIONS(FUNCTION) \
  FUNCTION(htmlCreateMemoryParserCtxt) \
  FUNCTION(htmlCtxtUseOptions) \
  FUNCTION(htmlFreeParserCtxt) \
  FUNCTION(htmlParseDocument) \
  FUNCTION(xmlCreateMemoryParserCtxt) \
  FUNCTION(xmlCtxtUseOptions) \
  FUNCTION(xmlFreeDoc) \
  FUNCTION(xmlFreeParserCtxt) \
  FUNCTION(xmlGetPredefinedEntity) \
  FUNCTION(xmlInitParser) \
  FUNCTION(xmlParseDocument) \
  FUNCTION(xmlStopParser) \
  FUNCTION(xmlSwitchEncoding)

typedef struct {
#define LIBXML2_POINTER(name) __typeof__(&name) name;
  LIBXML2_FUNCTIONS(LIBXML2_POINTER)
#undef LIBXML2_POINTER
} libxml2_functions;

// The functions of the library, the same ones each time; NULL where it, or one of them, can't be loaded. From any
// thread.
const libxml2_functions *libxml2(void);

// Why not: the loader's message; NULL where it was loaded.
const char *libxml2_problem(void);

#endif
