#include "cxmlreader.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "libxml2.h"

// More attributes than this in one tag are an attack: libxml2 compares each with all before it.
enum { most_attributes = 1000, text_tag = -2, other_tag = -1 };

struct cxmlreader_document {
  cxmlreader_node *nodes;
  size_t node_count, node_capacity;
  cxmlreader_attribute *attributes;
  size_t attribute_count, attribute_capacity;
  char *strings;
  size_t string_length, string_capacity;
};

typedef struct {
  cxmlreader_document *document;
  const cxmlreader_names *names;
  const cxmlreader_limits *limits;
  const libxml2_functions *library;
  xmlParserCtxtPtr parser;
  // Indices of the open elements.
  uint32_t *open;
  uint32_t depth;
  int is_cut, is_out_of_memory;
} builder;

// MARK: Growing lists

static int grow(builder *builder, void **list, size_t *capacity, size_t wanted, size_t size) {
  if (wanted <= *capacity) return 1;
  size_t larger = *capacity == 0 ? 256 : *capacity;
  while (larger < wanted) larger += larger / 2;
  void *moved = realloc(*list, larger * size);
  if (moved == NULL) {
    builder->is_out_of_memory = 1;
    builder->library->xmlStopParser(builder->parser);
    return 0;
  }
  *list = moved;
  *capacity = larger;
  return 1;
}

static int append_string(builder *builder, const char *bytes, size_t length, cxmlreader_text *text) {
  cxmlreader_document *document = builder->document;
  if (document->string_length + length > UINT32_MAX) {
    builder->is_cut = 1;
    builder->library->xmlStopParser(builder->parser);
    return 0;
  }
  if (!grow(builder, (void **)&document->strings, &document->string_capacity, document->string_length + length, 1)) {
    return 0;
  }
  memcpy(document->strings + document->string_length, bytes, length);
  text->offset = (uint32_t)document->string_length;
  text->length = (uint32_t)length;
  document->string_length += length;
  return 1;
}

static cxmlreader_node *append_node(builder *builder) {
  cxmlreader_document *document = builder->document;
  if (document->node_count >= builder->limits->nodes) {
    builder->is_cut = 1;
    builder->library->xmlStopParser(builder->parser);
    return NULL;
  }
  if (!grow(
          builder, (void **)&document->nodes, &document->node_capacity, document->node_count + 1,
          sizeof(cxmlreader_node))) {
    return NULL;
  }
  cxmlreader_node *node = &document->nodes[document->node_count];
  memset(node, 0, sizeof *node);
  node->parent = builder->depth > 0 ? builder->open[builder->depth - 1] : 0;
  node->end = (uint32_t)++document->node_count;
  return node;
}

// MARK: Events

static int32_t place_of(const char *name, size_t length, const char *const *names, size_t count) {
  size_t low = 0, high = count;
  while (low < high) {
    size_t middle = (low + high) / 2;
    int order = strncmp(names[middle], name, length);
    if (order == 0 && names[middle][length] != 0) order = 1;
    if (order == 0) return (int32_t)middle;
    if (order < 0) low = middle + 1; else high = middle;
  }
  return other_tag;
}

static int is_stopped(const builder *builder) { return builder->is_cut || builder->is_out_of_memory; }

static void add_attribute(builder *builder, const char *name, size_t name_length, const char *value, size_t length) {
  if (is_stopped(builder)) return;
  cxmlreader_document *document = builder->document;
  int32_t place = place_of(name, name_length, builder->names->attributes, builder->names->attribute_count);
  if (place < 0 || length > builder->limits->attribute_length) return;
  if (!grow(
          builder, (void **)&document->attributes, &document->attribute_capacity, document->attribute_count + 1,
          sizeof(cxmlreader_attribute))) {
    return;
  }
  cxmlreader_attribute attribute = {.name = place};
  if (!append_string(builder, value, length, &attribute.value)) return;
  document->attributes[document->attribute_count++] = attribute;
  document->nodes[document->node_count - 1].attribute_count++;
}

static void start(builder *builder, const char *prefix, const char *name) {
  if (is_stopped(builder)) return;
  if (builder->depth >= builder->limits->depth) {
    builder->is_cut = 1;
    builder->library->xmlStopParser(builder->parser);
    return;
  }
  uint32_t index = (uint32_t)builder->document->node_count;
  cxmlreader_node *node = append_node(builder);
  if (node == NULL) return;
  node->first_attribute = (uint32_t)builder->document->attribute_count;
  cxmlreader_text text = {0, 0};
  if (prefix != NULL) {
    if (!append_string(builder, prefix, strlen(prefix), &text)) return;
    cxmlreader_text colon;
    if (!append_string(builder, ":", 1, &colon)) return;
    text.length += 1;
  }
  cxmlreader_text local;
  if (!append_string(builder, name, strlen(name), &local)) return;
  if (text.length == 0) text.offset = local.offset;
  text.length += local.length;
  node->text = text;
  node->tag = place_of(
      builder->document->strings + text.offset, text.length, builder->names->tags, builder->names->tag_count);
  builder->open[builder->depth++] = index;
}

static void end(builder *builder) {
  if (builder->depth == 0) return;
  builder->document->nodes[builder->open[--builder->depth]].end = (uint32_t)builder->document->node_count;
}

static void html_start(void *context, const xmlChar *name, const xmlChar **attributes) {
  builder *builder = context;
  start(builder, NULL, (const char *)name);
  for (; attributes != NULL && attributes[0] != NULL; attributes += 2) {
    const char *value = attributes[1] == NULL ? "" : (const char *)attributes[1];
    add_attribute(builder, (const char *)attributes[0], strlen((const char *)attributes[0]), value, strlen(value));
  }
}

static void html_end(void *context, const xmlChar *name) {
  (void)name;
  if (!is_stopped(context)) end(context);
}

static void xml_start(
    void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes) {
  (void)uri, (void)namespace_count, (void)namespaces, (void)defaulted;
  builder *builder = context;
  start(builder, (const char *)prefix, (const char *)name);
  for (int index = 0; index < attribute_count; index++, attributes += 5) {
    const char *local = (const char *)attributes[0];
    add_attribute(
        builder, local, strlen(local), (const char *)attributes[3], (size_t)(attributes[4] - attributes[3]));
  }
}

static void xml_end(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri) {
  (void)name, (void)prefix, (void)uri;
  if (!is_stopped(context)) end(context);
}

static void characters(void *context, const xmlChar *bytes, int length) {
  builder *builder = context;
  cxmlreader_document *document = builder->document;
  if (is_stopped(builder) || length <= 0 || builder->depth == 0) return;
  cxmlreader_node *last = document->node_count > 0 ? &document->nodes[document->node_count - 1] : NULL;
  int goes_on = last != NULL && last->tag == text_tag && last->parent == builder->open[builder->depth - 1] &&
                last->text.offset + last->text.length == document->string_length;
  cxmlreader_text text;
  if (!goes_on) {
    last = append_node(builder);
    if (last == NULL) return;
    last->tag = text_tag;
  }
  if (!append_string(builder, (const char *)bytes, (size_t)length, &text)) return;
  if (goes_on) last->text.length += text.length; else last->text = text;
}

static xmlEntityPtr predefined_entity(void *context, const xmlChar *name) {
  return ((builder *)context)->library->xmlGetPredefinedEntity(name);
}

// Names of HTML in an XML document that declares none of them: a space for the usual one, nothing for the rest.
static void reference(void *context, const xmlChar *name) {
  if (strcmp((const char *)name, "nbsp") == 0) characters(context, (const xmlChar *)" ", 1);
}

// MARK: Parsing

static void silence(void *context, const char *message, ...) { (void)context, (void)message; }


// Ends tags with more attributes than any page has. Works on a copy, byte for byte; strings in quotation marks are
// passed over, since they hold spaces of their own.
static void tame_tags(char *bytes, size_t length) {
  size_t index = 0;
  while (index + 1 < length) {
    const char *opening = memchr(bytes + index, '<', length - index - 1);
    if (opening == NULL) return;
    index = (size_t)(opening - bytes) + 1;
    unsigned char letter = (unsigned char)bytes[index] | 0x20;
    if (letter < 'a' || letter > 'z') continue;
    size_t gaps = 0;
    while (index < length && bytes[index] != '>') {
      char byte = bytes[index];
      if (gaps > most_attributes) {
        bytes[index] = ' ';
      } else if ((byte == '"' || byte == '\'') && bytes[index - 1] == '=') {
        const char *closing = memchr(bytes + index + 1, byte, length - index - 1);
        if (closing == NULL) return;
        index = (size_t)(closing - bytes);
        gaps++;
      } else if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f' || byte == '/') {
        gaps += index > 0 && bytes[index - 1] != byte;
      }
      index++;
    }
  }
}

static cxmlreader_status finish(builder *builder, cxmlreader_document **document) {
  cxmlreader_document *made = builder->document;
  while (builder->depth > 0) end(builder);
  free(builder->open);
  if (builder->is_out_of_memory || made->node_count == 0) {
    cxmlreader_free(made);
    return builder->is_out_of_memory ? CXMLREADER_OUT_OF_MEMORY : CXMLREADER_EMPTY;
  }
  *document = made;
  return builder->is_cut ? CXMLREADER_CUT : CXMLREADER_OK;
}

static int begin(builder *builder, const cxmlreader_names *names, const cxmlreader_limits *limits) {
  memset(builder, 0, sizeof *builder);
  builder->library = libxml2();
  builder->names = names;
  builder->limits = limits;
  builder->document = calloc(1, sizeof(cxmlreader_document));
  builder->open = calloc(limits->depth + 1, sizeof(uint32_t));
  if (builder->document != NULL && builder->open != NULL) return 1;
  free(builder->document);
  free(builder->open);
  return 0;
}

cxmlreader_status cxmlreader_parse_html(
    const char *bytes, size_t length, const cxmlreader_names *names, const cxmlreader_limits *limits,
    cxmlreader_document **document) {
  *document = NULL;
  if (length == 0 || length > INT_MAX - 1) return CXMLREADER_EMPTY;
  const libxml2_functions *library = libxml2();
  if (library == NULL) return CXMLREADER_UNAVAILABLE;
  builder builder;
  if (!begin(&builder, names, limits)) return CXMLREADER_OUT_OF_MEMORY;
  char *copy = malloc(length + 1);
  htmlParserCtxtPtr parser = NULL;
  if (copy != NULL) {
    memcpy(copy, bytes, length);
    copy[length] = 0;
    tame_tags(copy, length);
    parser = library->htmlCreateMemoryParserCtxt(copy, (int)length);
  }
  if (parser == NULL) {
    free(copy);
    builder.is_out_of_memory = 1;
    return finish(&builder, document);
  }
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.startElement = html_start;
  handler.endElement = html_end;
  handler.characters = characters;
  handler.cdataBlock = characters;
  handler.ignorableWhitespace = characters;
  handler.error = silence;
  handler.warning = silence;
  builder.parser = parser;
  library->htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                  HTML_PARSE_IGNORE_ENC);
  library->xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  xmlSAXHandler *usual = parser->sax;
  parser->sax = &handler;
  parser->userData = &builder;
  library->htmlParseDocument(parser);
  parser->sax = usual;
  if (parser->myDoc != NULL) library->xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  library->htmlFreeParserCtxt(parser);
  free(copy);
  return finish(&builder, document);
}

cxmlreader_status cxmlreader_parse_xml(
    const char *bytes, size_t length, const cxmlreader_names *names, const cxmlreader_limits *limits,
    cxmlreader_document **document) {
  *document = NULL;
  if (length == 0 || length > INT_MAX - 1) return CXMLREADER_EMPTY;
  const libxml2_functions *library = libxml2();
  if (library == NULL) return CXMLREADER_UNAVAILABLE;
  builder builder;
  if (!begin(&builder, names, limits)) return CXMLREADER_OUT_OF_MEMORY;
  xmlParserCtxtPtr parser = library->xmlCreateMemoryParserCtxt(bytes, (int)length);
  if (parser == NULL) {
    builder.is_out_of_memory = 1;
    return finish(&builder, document);
  }
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof handler);
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = xml_start;
  handler.endElementNs = xml_end;
  handler.characters = characters;
  handler.cdataBlock = characters;
  handler.ignorableWhitespace = characters;
  handler.getEntity = predefined_entity;
  handler.reference = reference;
  handler.resolveEntity = NULL;
  handler.error = silence;
  handler.warning = silence;
  builder.parser = parser;
  // Without XML_PARSE_NOENT, XML_PARSE_DTDLOAD and the like: nothing is loaded, nothing is expanded.
  library->xmlCtxtUseOptions(
      parser, XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET | XML_PARSE_HUGE |
                  XML_PARSE_IGNORE_ENC);
  xmlSAXHandler *usual = parser->sax;
  parser->sax = &handler;
  parser->userData = &builder;
  library->xmlParseDocument(parser);
  parser->sax = usual;
  if (parser->myDoc != NULL) library->xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  library->xmlFreeParserCtxt(parser);
  return finish(&builder, document);
}

const char *cxmlreader_problem(void) { return libxml2_problem(); }

// MARK: Reading

const cxmlreader_node *cxmlreader_nodes(const cxmlreader_document *document, size_t *count) {
  *count = document->node_count;
  return document->nodes;
}

const cxmlreader_attribute *cxmlreader_attributes(const cxmlreader_document *document, size_t *count) {
  *count = document->attribute_count;
  return document->attributes;
}

const char *cxmlreader_strings(const cxmlreader_document *document, size_t *length) {
  *length = document->string_length;
  return document->strings;
}

void cxmlreader_free(cxmlreader_document *document) {
  if (document == NULL) return;
  free(document->nodes);
  free(document->attributes);
  free(document->strings);
  free(document);
}
