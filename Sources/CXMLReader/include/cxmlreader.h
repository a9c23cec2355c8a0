// libxml2 behind plain C: the bytes of a page or a feed in, one flat tree out.
//
// No network, no external entity, no expansion of entities that a document declares. Depth, nodes and attributes are
// bounded, so that time and memory grow with the length of the input and no faster.
#ifndef CXMLREADER_H
#define CXMLREADER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  CXMLREADER_OK = 0,
  // The document goes on behind one of the limits; the tree holds what stands before.
  CXMLREADER_CUT,
  // Not a document at all: no element was found.
  CXMLREADER_EMPTY,
  CXMLREADER_OUT_OF_MEMORY,
  // libxml2 can't be loaded; cxmlreader_problem says why.
  CXMLREADER_UNAVAILABLE
} cxmlreader_status;

// A part of the buffer of strings, UTF-8, not terminated.
typedef struct {
  uint32_t offset;
  uint32_t length;
} cxmlreader_text;

typedef struct {
  // The place of the name in the list given to the parser; -1 for other names, -2 for text.
  int32_t tag;
  // Index of the parent; that of the root is itself.
  uint32_t parent;
  // Index of the first node that is not inside this one.
  uint32_t end;
  // Of an element: where its attributes begin in the list, and how many there are.
  uint32_t first_attribute;
  uint32_t attribute_count;
  // The name of an element as written, in lower case for HTML; the characters of text.
  cxmlreader_text text;
} cxmlreader_node;

typedef struct {
  // The place of the name in the list given to the parser.
  int32_t name;
  cxmlreader_text value;
} cxmlreader_attribute;

typedef struct {
  uint32_t depth;
  uint32_t nodes;
  // Of one attribute, in bytes; a longer one is left out.
  uint32_t attribute_length;
} cxmlreader_limits;

typedef struct {
  // Sorted by strcmp. The nodes name their tags by the place in here; of the attributes only these are kept.
  const char *const *tags;
  size_t tag_count;
  const char *const *attributes;
  size_t attribute_count;
} cxmlreader_names;

typedef struct cxmlreader_document cxmlreader_document;

// Parses UTF-8 (no NUL bytes) of at most 2^31 - 1 bytes, as a browser would: every input has a tree.
//
// `*document` is the caller's, who frees it with cxmlreader_free, for CXMLREADER_OK and CXMLREADER_CUT; else NULL.
cxmlreader_status cxmlreader_parse_html(
    const char *bytes, size_t length, const cxmlreader_names *names, const cxmlreader_limits *limits,
    cxmlreader_document **document);

// The same for XML; after an error the rest is read as well as may be. Names come with their prefix, as written.
cxmlreader_status cxmlreader_parse_xml(
    const char *bytes, size_t length, const cxmlreader_names *names, const cxmlreader_limits *limits,
    cxmlreader_document **document);

// Why libxml2 can't be loaded; NULL where it can.
const char *cxmlreader_problem(void);

// These belong to the document.
const cxmlreader_node *cxmlreader_nodes(const cxmlreader_document *document, size_t *count);
const cxmlreader_attribute *cxmlreader_attributes(const cxmlreader_document *document, size_t *count);
const char *cxmlreader_strings(const cxmlreader_document *document, size_t *length);

void cxmlreader_free(cxmlreader_document *document);

#ifdef __cplusplus
}
#endif

#endif
