#include "csimdjson.h"

#include <simdjson.h>

#include <memory>
#include <new>

// The tape and the strings are the parser's, so it lives as long as they do.
struct csimdjson_document {
  simdjson::dom::parser parser;
};

namespace {

csimdjson_status status_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::SUCCESS: return CSIMDJSON_OK;
    case simdjson::MEMALLOC: return CSIMDJSON_OUT_OF_MEMORY;
    case simdjson::CAPACITY: return CSIMDJSON_TOO_LARGE;
    case simdjson::DEPTH_ERROR: return CSIMDJSON_TOO_DEEP;
    case simdjson::UTF8_ERROR: return CSIMDJSON_NOT_UTF8;
    default: return CSIMDJSON_MALFORMED;
  }
}

// In the words of a user who has never heard of a tape or a parser.
const char *reason_of(simdjson::error_code error) {
  switch (error) {
    case simdjson::EMPTY: return "empty";
    case simdjson::UTF8_ERROR: return "not UTF-8";
    case simdjson::DEPTH_ERROR: return "nested too deeply";
    case simdjson::CAPACITY: return "too large";
    case simdjson::MEMALLOC: return "out of memory";
    case simdjson::STRING_ERROR: return "a string is malformed";
    case simdjson::UNCLOSED_STRING: return "a string is not closed";
    case simdjson::UNESCAPED_CHARS: return "a control character stands in a string";
    case simdjson::NUMBER_ERROR: return "a number is malformed";
    case simdjson::T_ATOM_ERROR:
    case simdjson::F_ATOM_ERROR:
    case simdjson::N_ATOM_ERROR: return "a word other than true, false and null";
    default: return "the structure is broken: a bracket, comma or colon is missing or out of place";
  }
}

// The last one that was freed on this thread: the next text takes its memory, which is not asked for and touched first again
// then. That of a long text is given back.
thread_local std::unique_ptr<csimdjson_document> spare;
constexpr size_t longest_kept = 1 << 20;

csimdjson_document *make_document() { return spare ? spare.release() : new csimdjson_document(); }

}  // namespace

csimdjson_status csimdjson_parse(
    const char *bytes, size_t length, size_t room, csimdjson_document **document, const char **reason) {
  csimdjson_document *parsed = nullptr;
  *document = nullptr;
  *reason = "";
  try {
    parsed = make_document();
    simdjson::error_code error = parsed->parser.parse(bytes, length, room < simdjson::SIMDJSON_PADDING).error();
    if (error == simdjson::SUCCESS) {
      *document = parsed;
      return CSIMDJSON_OK;
    }
    delete parsed;
    *reason = reason_of(error);
    return status_of(error);
  } catch (const std::bad_alloc &) {
    delete parsed;
    *reason = "out of memory";
    return CSIMDJSON_OUT_OF_MEMORY;
  } catch (...) {
    delete parsed;
    *reason = "the JSON parser failed";
    return CSIMDJSON_INTERNAL;
  }
}

csimdjson_tape csimdjson_tape_of(const csimdjson_document *document) {
  // The word before the root is the tape's own.
  return {document->parser.doc.tape.get(), document->parser.doc.string_buf.get(), 1};
}

void csimdjson_free(csimdjson_document *document) {
  if (document && !spare && document->parser.capacity() <= longest_kept) {
    spare.reset(document);
  } else {
    delete document;
  }
}

bool csimdjson_is_utf8(const char *bytes, size_t length) { return simdjson::validate_utf8(bytes, length); }
