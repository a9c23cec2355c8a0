// Word stems.
#include <memory>

#include "guard.hh"
#include "list.hh"

using cxapian::guarded;

struct cxapian_stemmer {
  Xapian::Stem stem;
  std::string word, result;
};

cxapian_status cxapian_stemmer_new(cxapian_bytes language, cxapian_stemmer **stemmer, cxapian_error **error) noexcept {
  return guarded(error,
                 [&] { *stemmer = new cxapian_stemmer{Xapian::Stem(cxapian::string(language)), {}, {}}; });
}

cxapian_status cxapian_stemmer_stem(cxapian_stemmer *stemmer, cxapian_bytes word, cxapian_bytes *stem,
                                    cxapian_error **error) noexcept {
  return guarded(error, [&] {
    stemmer->word.assign(word.length == 0 ? "" : static_cast<const char *>(word.bytes), word.length);
    stemmer->result = stemmer->stem(stemmer->word);
    *stem = {stemmer->result.data(), stemmer->result.size()};
  });
}

cxapian_status cxapian_stemmer_languages(const cxapian_list **languages, cxapian_error **error) noexcept {
  return guarded(error, [&] { cxapian::give(Xapian::Stem::get_available_languages(), languages); });
}

void cxapian_stemmer_free(cxapian_stemmer *stemmer) noexcept { delete stemmer; }
