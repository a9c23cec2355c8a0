#include "csimdjson.h"

#include <simdjson.h>

#include <limits>
#include <new>
#include <vector>

using simdjson::dom::element;
using simdjson::dom::element_type;

// The strings of the nodes point into the parser's buffer, so it lives as long as they do.
struct csimdjson_document {
  simdjson::dom::parser parser;
  std::vector<csimdjson_node> nodes;
};

namespace {

struct too_many_nodes {};

csimdjson_node string_node(std::string_view text) {
  csimdjson_node node = {};
  node.kind = CSIMDJSON_STRING;
  node.text = text.data();
  node.length = text.size();
  return node;
}

uint32_t push(std::vector<csimdjson_node> &nodes, const csimdjson_node &node) {
  if (nodes.size() >= std::numeric_limits<uint32_t>::max() - 1) throw too_many_nodes();
  uint32_t index = static_cast<uint32_t>(nodes.size());
  nodes.push_back(node);
  nodes.back().end = index + 1;
  return index;
}

void append(std::vector<csimdjson_node> &nodes, element value);

void append_array(std::vector<csimdjson_node> &nodes, simdjson::dom::array array) {
  csimdjson_node node = {};
  node.kind = CSIMDJSON_ARRAY;
  uint32_t index = push(nodes, node);
  for (element child : array) append(nodes, child);
  nodes[index].end = static_cast<uint32_t>(nodes.size());
}

void append_object(std::vector<csimdjson_node> &nodes, simdjson::dom::object object) {
  csimdjson_node node = {};
  node.kind = CSIMDJSON_OBJECT;
  uint32_t index = push(nodes, node);
  for (auto member : object) {
    push(nodes, string_node(member.key));
    append(nodes, member.value);
  }
  nodes[index].end = static_cast<uint32_t>(nodes.size());
}

// Recursion ends at simdjson's own limit of depth, 1,024.
void append(std::vector<csimdjson_node> &nodes, element value) {
  csimdjson_node node = {};
  switch (value.type()) {
    case element_type::ARRAY: append_array(nodes, value.get_array()); return;
    case element_type::OBJECT: append_object(nodes, value.get_object()); return;
    case element_type::STRING: node = string_node(value.get_string()); break;
    case element_type::INT64:
      node.kind = CSIMDJSON_INTEGER;
      node.integer = value.get_int64();
      node.real = static_cast<double>(node.integer);
      break;
    case element_type::UINT64:
      node.kind = CSIMDJSON_REAL;
      node.real = static_cast<double>(uint64_t(value.get_uint64()));
      break;
    case element_type::DOUBLE:
      node.kind = CSIMDJSON_REAL;
      node.real = value.get_double();
      break;
    case element_type::BOOL: node.kind = bool(value.get_bool()) ? CSIMDJSON_TRUE : CSIMDJSON_FALSE; break;
    case element_type::NULL_VALUE: node.kind = CSIMDJSON_NULL; break;
  }
  push(nodes, node);
}

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

}  // namespace

csimdjson_status csimdjson_parse(
    const char *bytes, size_t length, csimdjson_document **document, const char **reason) {
  csimdjson_document *parsed = nullptr;
  *document = nullptr;
  *reason = "";
  try {
    parsed = new csimdjson_document();
    element root;
    simdjson::error_code error = parsed->parser.parse(bytes, length, true).get(root);
    if (error == simdjson::SUCCESS) {
      append(parsed->nodes, root);
      *document = parsed;
      return CSIMDJSON_OK;
    }
    delete parsed;
    *reason = reason_of(error);
    return status_of(error);
  } catch (const too_many_nodes &) {
    delete parsed;
    *reason = "too many values";
    return CSIMDJSON_TOO_LARGE;
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

const csimdjson_node *csimdjson_nodes(const csimdjson_document *document, size_t *count) {
  *count = document->nodes.size();
  return document->nodes.data();
}

void csimdjson_free(csimdjson_document *document) { delete document; }
