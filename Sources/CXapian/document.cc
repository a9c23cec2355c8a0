// Packed documents to Xapian's.
#include "document.hh"

#include <algorithm>
#include <string>

namespace {

void checkPiece(size_t offset, size_t length, size_t whole) {
  if (offset > whole || length > whole - offset)
    throw Xapian::InvalidArgumentError("a piece of the document lies outside its buffer");
}

void addTerms(Xapian::Document &document, const cxapian_document &packed) {
  std::string name;  // one for all terms: keeps its memory
  for (size_t i = 0; i < packed.term_count; ++i) {
    const cxapian_term &term = packed.terms[i];
    checkPiece(term.offset, term.length, packed.term_byte_count);
    checkPiece(term.first_position, term.position_count, packed.position_count);
    const char *bytes = reinterpret_cast<const char *>(packed.term_bytes) + term.offset;
    cxapian::checkTerm(bytes, term.length);
    name.assign(bytes, term.length);
    if (term.position_count == 0) {
      document.add_term(name, term.wdf);
      continue;
    }
    // The first posting brings the whole frequency, the others only their position.
    const uint32_t *position = packed.positions + term.first_position, *end = position + term.position_count;
    document.add_posting(name, *position, term.wdf);
    while (++position != end) document.add_posting(name, *position, 0);
  }
}

void addValues(Xapian::Document &document, const cxapian_document &packed) {
  for (size_t i = 0; i < packed.value_count; ++i) {
    const cxapian_value &value = packed.values[i];
    checkPiece(value.offset, value.length, packed.value_byte_count);
    if (value.slot == Xapian::BAD_VALUENO) throw Xapian::InvalidArgumentError("no such slot");
    document.add_value(value.slot,
                       std::string(reinterpret_cast<const char *>(packed.value_bytes) + value.offset, value.length));
  }
}

}  // namespace

void cxapian::checkTerm(const char *bytes, size_t length) {
  if (length == 0) throw Xapian::InvalidArgumentError("an empty term");
  // A short term fits even if all its bytes are zero.
  if (length <= longestTerm / 2) return;
  const size_t stored = length > longestTerm ? length : length + size_t(std::count(bytes, bytes + length, '\0'));
  if (stored > longestTerm)
    throw Xapian::InvalidArgumentError("term too long (over " + std::to_string(longestTerm) +
                                       " bytes): " + std::string(bytes, std::min<size_t>(length, 60)));
}

Xapian::Document cxapian::unpacked(const cxapian_document &packed) {
  Xapian::Document document;
  addTerms(document, packed);
  addValues(document, packed);
  if (packed.data.length > 0)
    document.set_data(std::string(static_cast<const char *>(packed.data.bytes), packed.data.length));
  return document;
}
