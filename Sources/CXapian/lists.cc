// Reading lists of terms, postings, synonyms and metadata.
#include <memory>

#include "guard.hh"
#include "handles.hh"
#include "list.hh"

using cxapian::give;
using cxapian::guarded;
using cxapian::List;

cxapian_status cxapian_term_frequency(const cxapian_database *database, cxapian_bytes term, uint32_t *documents,
                                      uint32_t *occurrences, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    const std::string name = cxapian::string(term);
    database->postings.follow(database->database, database->isWritten);
    *documents = database->postings.frequency(database->database, name);
    if (occurrences) *occurrences = database->database.get_collection_freq(name);
  });
}

cxapian_status cxapian_terms(const cxapian_database *database, cxapian_bytes prefix, cxapian_bytes start, size_t limit,
                             const cxapian_list **terms, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    const std::string beginning = cxapian::string(prefix);
    const Xapian::TermIterator end = database->database.allterms_end(beginning);
    Xapian::TermIterator i = database->database.allterms_begin(beginning);
    if (start.length > 0 && i != end) i.skip_to(cxapian::string(start));
    for (; i != end && list->ends_.size() < limit; ++i) list->add(*i, i.get_termfreq());
    give(std::move(list), terms);
  });
}

cxapian_status cxapian_postings(const cxapian_database *database, cxapian_bytes term, const cxapian_list **documents,
                                cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    const std::string name = cxapian::string(term);
    list->numbers_.reserve(name.empty() ? database->database.get_doccount() : database->database.get_termfreq(name));
    const Xapian::PostingIterator end = database->database.postlist_end(name);
    for (Xapian::PostingIterator i = database->database.postlist_begin(name); i != end; ++i)
      list->numbers_.push_back(*i);
    give(std::move(list), documents);
  });
}

cxapian_status cxapian_posting_frequencies(const cxapian_database *database, cxapian_bytes term,
                                           const cxapian_list **frequencies, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    const std::string name = cxapian::string(term);
    const Xapian::PostingIterator end = database->database.postlist_end(name);
    for (Xapian::PostingIterator i = database->database.postlist_begin(name); i != end; ++i)
      list->numbers_.push_back(i.get_wdf());
    give(std::move(list), frequencies);
  });
}

cxapian_status cxapian_occurrences(const cxapian_database *database, const cxapian_bytes *terms, size_t term_count,
                                   const uint32_t *documents, size_t count, const cxapian_list **occurrences,
                                   cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    list->numbers_.assign(count, 0);
    database->postings.follow(database->database, database->isWritten);
    for (size_t term = 0; term < term_count; ++term) {
      const auto add = [&](size_t i, uint32_t frequency) {
        uint32_t &sum = list->numbers_[i];
        sum = std::max(sum, 1u) + frequency;
      };
      database->postings.meet(database->database, cxapian::string(terms[term]), documents, count, add);
    }
    give(std::move(list), occurrences);
  });
}

cxapian_status cxapian_document_lengths(const cxapian_database *database, const cxapian_list **lengths,
                                        cxapian_error **error) noexcept {
  return guarded(error, [&] {
    auto list = std::make_unique<List>();
    list->numbers_.assign(size_t(database->database.get_lastdocid()) + 1, 0);
    const Xapian::PostingIterator end = database->database.postlist_end("");
    for (Xapian::PostingIterator i = database->database.postlist_begin(""); i != end; ++i)
      if (*i < list->numbers_.size()) list->numbers_[*i] = i.get_doclength();
    give(std::move(list), lengths);
  });
}

cxapian_status cxapian_synonyms(const cxapian_database *database, cxapian_bytes key, const cxapian_list **synonyms,
                                cxapian_error **error) noexcept {
  return guarded(error, [&] {
    const std::string name = cxapian::string(key);
    give(database->database.synonyms_begin(name), database->database.synonyms_end(name), synonyms);
  });
}

cxapian_status cxapian_synonym_keys(const cxapian_database *database, cxapian_bytes prefix, const cxapian_list **keys,
                                    cxapian_error **error) noexcept {
  return guarded(error, [&] {
    const std::string beginning = cxapian::string(prefix);
    give(database->database.synonym_keys_begin(beginning), database->database.synonym_keys_end(beginning), keys);
  });
}

cxapian_status cxapian_metadata(const cxapian_database *database, cxapian_bytes key, const cxapian_list **value,
                                cxapian_error **error) noexcept {
  return guarded(error, [&] { give(database->database.get_metadata(cxapian::string(key)), value); });
}

cxapian_status cxapian_metadata_keys(const cxapian_database *database, cxapian_bytes prefix, const cxapian_list **keys,
                                     cxapian_error **error) noexcept {
  return guarded(error, [&] {
    const std::string beginning = cxapian::string(prefix);
    give(database->database.metadata_keys_begin(beginning), database->database.metadata_keys_end(beginning), keys);
  });
}
