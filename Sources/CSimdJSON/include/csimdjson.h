// simdjson behind plain C: one JSON text in, one flat tree out. No C++ exception leaves these functions.
#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum {
  CSIMDJSON_OK = 0,
  // The text is not JSON; `csimdjson_status_reason` has simdjson's words.
  CSIMDJSON_MALFORMED,
  CSIMDJSON_NOT_UTF8,
  // Arrays and objects nested deeper than 1,024.
  CSIMDJSON_TOO_DEEP,
  // More than 4 GB, or more than 2^32 values.
  CSIMDJSON_TOO_LARGE,
  CSIMDJSON_OUT_OF_MEMORY,
  CSIMDJSON_INTERNAL
} csimdjson_status;

typedef enum {
  CSIMDJSON_NULL = 0,
  CSIMDJSON_FALSE,
  CSIMDJSON_TRUE,
  // A whole number that fits in 64 bits with a sign.
  CSIMDJSON_INTEGER,
  CSIMDJSON_REAL,
  CSIMDJSON_STRING,
  CSIMDJSON_ARRAY,
  CSIMDJSON_OBJECT
} csimdjson_kind;

// A value of the text. The nodes stand in the text's order; behind an array come its elements, behind an object its
// keys (strings), each with its value behind it.
typedef struct {
  csimdjson_kind kind;
  // The index of the first node that does not belong to this value.
  uint32_t end;
  // Of a string: UTF-8, may hold zero bytes, not terminated. Belongs to the document.
  const char *text;
  size_t length;
  int64_t integer;
  double real;
} csimdjson_node;

typedef struct csimdjson_document csimdjson_document;

// Parses a text. The bytes are copied: they need not outlive the call.
//
// On CSIMDJSON_OK `*document` is the caller's, who frees it with csimdjson_free; otherwise it is NULL, and `*reason`
// (static, never freed) says what is wrong.
csimdjson_status csimdjson_parse(
    const char *bytes, size_t length, csimdjson_document **document, const char **reason);

// The nodes, at least one; they belong to the document.
const csimdjson_node *csimdjson_nodes(const csimdjson_document *document, size_t *count);

void csimdjson_free(csimdjson_document *document);

#ifdef __cplusplus
}
#endif

#endif
