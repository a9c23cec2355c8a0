// simdjson behind plain C: one JSON text in, one flat tree out, where simdjson has left it. No C++ exception leaves these functions.
#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stdbool.h>
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
  // More than 4 GB.
  CSIMDJSON_TOO_LARGE,
  CSIMDJSON_OUT_OF_MEMORY,
  CSIMDJSON_INTERNAL
} csimdjson_status;

// Where the values of a text lie: simdjson's tape, as its `doc/tape.md` describes it.
//
// A value is a word whose highest byte tells its kind: `"`, `l` (a whole number that fits in 64 bits with a sign), `u`
// (one that does so without), `d` (any other number), `t`, `f`, `n`, `[`, `{`. Behind `l`, `u` and `d` comes a word with
// the number. The low 32 bits of `[` and `{` are the index behind the value; in between stand the elements, or keys
// each with its value behind it, and a last word `]` or `}`. The low 56 bits of `"` are an offset into `strings`,
// where the length in bytes (32 bits, of this machine) stands before the bytes.
typedef struct {
  const uint64_t *words;
  const uint8_t *strings;
  // The index of the text's one value.
  size_t root;
} csimdjson_tape;

typedef struct csimdjson_document csimdjson_document;

// Parses a text. The bytes need not outlive the call. They are copied where less than 64 bytes of memory that may be read,
// whatever stands there, lie behind them: `room` says how many do.
//
// On CSIMDJSON_OK `*document` is the caller's, who frees it with csimdjson_free; otherwise it is NULL, and `*reason`
// (static, never freed) says what is wrong.
csimdjson_status csimdjson_parse(
    const char *bytes, size_t length, size_t room, csimdjson_document **document, const char **reason);

// Belongs to the document.
csimdjson_tape csimdjson_tape_of(const csimdjson_document *document);

void csimdjson_free(csimdjson_document *document);

// Whether some bytes are UTF-8 that nobody has to repair.
bool csimdjson_is_utf8(const char *bytes, size_t length);

#ifdef __cplusplus
}
#endif

#endif
