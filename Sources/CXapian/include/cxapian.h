/// The search engine Xapian (1.4) behind plain C, for `XapianStore`.
///
/// Rules that hold for every function here:
///
/// - It returns a `cxapian_status`. With anything but CXAPIAN_OK, `*error` (if `error` isn't NULL) receives what
///   happened; the caller frees it with `cxapian_error_free`. It stays NULL if there was no memory for it. Results are
///   only written with CXAPIAN_OK.
/// - No C++ exception leaves it. Besides the statuses it names, a function that reads a database may return
///   DATABASE_MODIFIED (the writer has committed twice: reopen and ask again), DATABASE_CLOSED, DATABASE_CORRUPT,
///   NETWORK and NETWORK_TIMEOUT (remote databases), MEMORY, and UNKNOWN.
/// - Strings are a pointer and a length; they may hold any byte. The caller keeps what it passes in, which is needed
///   only during the call. NULL is allowed with length 0.
/// - What is handed out through a `**` parameter belongs to the caller, who frees it with the function of its name;
///   NULL may be freed. It is independent of the handle that it came from, except where a comment says otherwise.
/// - A handle, and everything made from it, is used by one thread at a time.
#ifndef CXAPIAN_H
#define CXAPIAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define CXAPIAN_NOEXCEPT noexcept
extern "C" {
#else
#define CXAPIAN_NOEXCEPT
#endif

// MARK: Errors

/// One for each of Xapian's error classes, and what else can go wrong.
typedef enum cxapian_status {
  CXAPIAN_OK = 0,
  CXAPIAN_DATABASE,  // a DatabaseError of no finer class
  CXAPIAN_DATABASE_CLOSED,
  CXAPIAN_DATABASE_CORRUPT,
  CXAPIAN_DATABASE_CREATE,
  CXAPIAN_DATABASE_LOCK,
  CXAPIAN_DATABASE_MODIFIED,
  CXAPIAN_DATABASE_NOT_FOUND,
  CXAPIAN_DATABASE_OPENING,
  CXAPIAN_DATABASE_VERSION,
  CXAPIAN_DOC_NOT_FOUND,
  CXAPIAN_ASSERTION,
  CXAPIAN_FEATURE_UNAVAILABLE,
  CXAPIAN_INTERNAL,
  CXAPIAN_INVALID_ARGUMENT,
  CXAPIAN_INVALID_OPERATION,
  CXAPIAN_NETWORK,
  CXAPIAN_NETWORK_TIMEOUT,
  CXAPIAN_QUERY_PARSER,
  CXAPIAN_RANGE,
  CXAPIAN_SERIALISATION,
  CXAPIAN_UNIMPLEMENTED,
  CXAPIAN_WILDCARD,     // a wildcard stands for more terms than its limit allows
  CXAPIAN_MEMORY,       // std::bad_alloc
  CXAPIAN_INTERRUPTED,  // a `cxapian_cancellation` was set
  CXAPIAN_UNKNOWN,      // any other C++ exception
} cxapian_status;

typedef struct cxapian_error cxapian_error;

/// The texts live as long as the error and end in a zero byte. The message is never NULL; context (what it was about,
/// such as a host) and system error are NULL where Xapian gives none.
const char *cxapian_error_message(const cxapian_error *error) CXAPIAN_NOEXCEPT;
const char *cxapian_error_context(const cxapian_error *error) CXAPIAN_NOEXCEPT;
const char *cxapian_error_system(const cxapian_error *error) CXAPIAN_NOEXCEPT;
void cxapian_error_free(cxapian_error *error) CXAPIAN_NOEXCEPT;

// MARK: Strings and lists

typedef struct cxapian_bytes {
  const void *bytes;
  size_t length;
} cxapian_bytes;

/// A list of results. Columns that a function doesn't speak of are NULL.
typedef struct cxapian_list {
  size_t count;
  /// All strings behind one another; string `i` ends in front of byte `ends[i]` and begins where the one before ends.
  const uint8_t *bytes;
  const size_t *ends;
  const uint32_t *numbers;
  const double *weights;
} cxapian_list;

void cxapian_list_free(const cxapian_list *list) CXAPIAN_NOEXCEPT;

// MARK: Databases

typedef struct cxapian_database cxapian_database;

typedef enum cxapian_location_kind {
  CXAPIAN_LOCAL,    // `name` is a path
  CXAPIAN_PROGRAM,  // `name` is a program that speaks the remote protocol on its standard input, `arguments` its
                    // arguments, split at spaces
  CXAPIAN_TCP,      // `name` is a host, `port` where xapian-tcpsrv listens
} cxapian_location_kind;

typedef struct cxapian_location {
  cxapian_location_kind kind;
  cxapian_bytes name;
  cxapian_bytes arguments;
  uint32_t port;
  uint32_t timeout_milliseconds;
  uint32_t connect_timeout_milliseconds;
} cxapian_location;

/// Opens databases for reading. Several are asked as one: document `d` of database `i` of `n` has the number
/// (d - 1) * n + i + 1. DATABASE_NOT_FOUND, DATABASE_OPENING, DATABASE_VERSION, INVALID_ARGUMENT (no location).
cxapian_status cxapian_database_open(
    const cxapian_location *locations, size_t count, cxapian_database **database,
    cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Asks open databases as one, numbered as above. They are shared, not opened again: use all of them in one thread.
/// INVALID_ARGUMENT (none).
cxapian_status cxapian_database_combine(
    const cxapian_database *const *databases, size_t count, cxapian_database **database,
    cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Takes the newest committed state; `*changed` is false if it surely had it already. DATABASE_CLOSED.
cxapian_status cxapian_database_reopen(cxapian_database *database, bool *changed, cxapian_error **error)
    CXAPIAN_NOEXCEPT;
cxapian_status cxapian_database_close(cxapian_database *database, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Keeps the servers of remote databases from hanging up.
cxapian_status cxapian_database_keep_alive(cxapian_database *database, cxapian_error **error) CXAPIAN_NOEXCEPT;
void cxapian_database_free(cxapian_database *database) CXAPIAN_NOEXCEPT;

typedef struct cxapian_statistics {
  uint32_t document_count;
  uint32_t last_document;
  double average_length;
  uint64_t total_length;
  uint32_t shard_count;
  bool has_positions;
  bool mixes_positions;  // some databases with documents have positions, others have not
} cxapian_statistics;

cxapian_status cxapian_database_statistics(
    const cxapian_database *database, cxapian_statistics *statistics, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// One string: the identity that a database keeps from its creation on; several joined by colons.
cxapian_status cxapian_database_uuid(const cxapian_database *database, const cxapian_list **uuid,
                                     cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Rises with every commit. 0 where Xapian knows none: remote or several databases.
cxapian_status cxapian_database_revision(const cxapian_database *database, uint64_t *revision,
                                         cxapian_error **error) CXAPIAN_NOEXCEPT;

// MARK: Reading documents

/// One string. DOC_NOT_FOUND, INVALID_ARGUMENT (document 0).
cxapian_status cxapian_document_data(const cxapian_database *database, uint32_t document,
                                     const cxapian_list **data, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// The data of several documents in one call, in the order of `documents`.
cxapian_status cxapian_documents_data(const cxapian_database *database, const uint32_t *documents, size_t count,
                                      const cxapian_list **data, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// One string, empty where the document has no such value. DOC_NOT_FOUND, INVALID_ARGUMENT.
cxapian_status cxapian_document_value(const cxapian_database *database, uint32_t document, uint32_t slot,
                                      const cxapian_list **value, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Strings: the terms in the order of their bytes; numbers: their wdf. DOC_NOT_FOUND, INVALID_ARGUMENT.
cxapian_status cxapian_document_terms(const cxapian_database *database, uint32_t document,
                                      const cxapian_list **terms, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// The number of words: the sum of all wdf. DOC_NOT_FOUND, INVALID_ARGUMENT.
cxapian_status cxapian_document_length(const cxapian_database *database, uint32_t document, uint32_t *length,
                                       cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Numbers: the positions, ascending; none where the document lacks the term. DOC_NOT_FOUND.
cxapian_status cxapian_document_positions(const cxapian_database *database, uint32_t document, cxapian_bytes term,
                                          const cxapian_list **positions, cxapian_error **error) CXAPIAN_NOEXCEPT;

// MARK: Reading lists

/// The documents that hold a term, and, unless it is NULL, how often all of them hold it. 0 for a term that isn't there.
cxapian_status cxapian_term_frequency(const cxapian_database *database, cxapian_bytes term, uint32_t *documents,
                                      uint32_t *occurrences, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Strings: at most `limit` terms with a prefix, in the order of their bytes, from `start` on; numbers: how many
/// documents hold each.
cxapian_status cxapian_terms(const cxapian_database *database, cxapian_bytes prefix, cxapian_bytes start, size_t limit,
                             const cxapian_list **terms, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Numbers: all documents that hold the term, ascending. The empty term stands for all documents.
cxapian_status cxapian_postings(const cxapian_database *database, cxapian_bytes term, const cxapian_list **documents,
                                cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Numbers: the wdf of the term, in the order of `cxapian_postings`.
cxapian_status cxapian_posting_frequencies(const cxapian_database *database, cxapian_bytes term,
                                           const cxapian_list **frequencies, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Numbers: of each of the given documents, which ascend, one more than how often it holds the terms together; 0 where it
/// holds none.
cxapian_status cxapian_occurrences(const cxapian_database *database, const cxapian_bytes *terms, size_t term_count,
                                   const uint32_t *documents, size_t count, const cxapian_list **occurrences,
                                   cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Numbers: how many words each document has, by its number, from 0 on; 0 where there is no such document.
cxapian_status cxapian_document_lengths(const cxapian_database *database, const cxapian_list **lengths,
                                        cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Strings: the synonyms of a key in the order of their bytes.
cxapian_status cxapian_synonyms(const cxapian_database *database, cxapian_bytes key, const cxapian_list **synonyms,
                                cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Strings: the keys with a prefix that have synonyms.
cxapian_status cxapian_synonym_keys(const cxapian_database *database, cxapian_bytes prefix, const cxapian_list **keys,
                                    cxapian_error **error) CXAPIAN_NOEXCEPT;
/// One string; empty where there is no such key. Of several databases only the first is asked. INVALID_ARGUMENT (empty
/// key).
cxapian_status cxapian_metadata(const cxapian_database *database, cxapian_bytes key, const cxapian_list **value,
                                cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Strings: the keys with a prefix. Of several databases only the first is asked.
cxapian_status cxapian_metadata_keys(const cxapian_database *database, cxapian_bytes prefix, const cxapian_list **keys,
                                     cxapian_error **error) CXAPIAN_NOEXCEPT;

/// A walk over one slot of all documents, in batches.
typedef struct cxapian_values cxapian_values;

/// The walk begins at document `first`, and keeps the database open for itself.
cxapian_status cxapian_values_open(const cxapian_database *database, uint32_t slot, uint32_t first,
                                   cxapian_values **values, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// The next documents that have a value (numbers, ascending) and their values (strings), at most `limit`; `count` is 0
/// at the end. The list belongs to the walk and is valid until the next call.
cxapian_status cxapian_values_next(cxapian_values *values, size_t limit, const cxapian_list **batch,
                                   cxapian_error **error) CXAPIAN_NOEXCEPT;
void cxapian_values_free(cxapian_values *values) CXAPIAN_NOEXCEPT;

/// The values in a slot (strings) of those of some documents, which ascend, that have one (numbers).
cxapian_status cxapian_document_values(const cxapian_database *database, uint32_t slot, const uint32_t *documents,
                                       size_t count, const cxapian_list **values,
                                       cxapian_error **error) CXAPIAN_NOEXCEPT;

/// Two strings, a lower and an upper bound of the values in a slot (not always reached), and one number: how many
/// documents have a value.
cxapian_status cxapian_value_statistics(const cxapian_database *database, uint32_t slot, const cxapian_list **bounds,
                                        cxapian_error **error) CXAPIAN_NOEXCEPT;

// MARK: Writing

typedef struct cxapian_writer cxapian_writer;

typedef enum cxapian_mode {
  CXAPIAN_CREATE_OR_OPEN,
  CXAPIAN_CREATE_OR_OVERWRITE,
  CXAPIAN_CREATE,
  CXAPIAN_OPEN,
} cxapian_mode;

typedef struct cxapian_writer_options {
  cxapian_mode mode;
  bool no_sync;      // no fsync: a crash of the machine may damage the database
  bool dangerous;    // writes in place: readers and crashes see half a commit; for a new database only
  bool wait_for_lock;
  bool no_term_lists;  // neither made nor asked for: documents can be added, not replaced or deleted
  uint32_t block_size;  // bytes, a power of two from 2048 to 65536; 0 is Xapian's own choice (8192)
} cxapian_writer_options;

/// DATABASE_LOCK, DATABASE_CREATE, DATABASE_NOT_FOUND, DATABASE_OPENING, DATABASE_VERSION.
cxapian_status cxapian_writer_open(cxapian_bytes path, const cxapian_writer_options *options, cxapian_writer **writer,
                                   cxapian_error **error) CXAPIAN_NOEXCEPT;
/// What the writer sees, uncommitted changes included. It shares the writer's insides: same thread as the writer.
cxapian_status cxapian_writer_database(cxapian_writer *writer, cxapian_database **database, cxapian_error **error)
    CXAPIAN_NOEXCEPT;
/// Commits (or gives up an open transaction), closes, releases the lock.
cxapian_status cxapian_writer_close(cxapian_writer *writer, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Frees without committing what `cxapian_writer_commit` or `cxapian_writer_close` didn't commit.
void cxapian_writer_free(cxapian_writer *writer) CXAPIAN_NOEXCEPT;

/// Makes all changes visible and lasting. Outside a transaction Xapian also commits by itself after 10,000 changes.
/// INVALID_OPERATION inside a transaction.
cxapian_status cxapian_writer_commit(cxapian_writer *writer, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Throws away all changes since the last commit.
cxapian_status cxapian_writer_discard(cxapian_writer *writer, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// From here on nothing is committed until the transaction ends. INVALID_OPERATION if there is one already.
cxapian_status cxapian_writer_begin(cxapian_writer *writer, bool flushed, cxapian_error **error) CXAPIAN_NOEXCEPT;
cxapian_status cxapian_writer_end(cxapian_writer *writer, bool keep, cxapian_error **error) CXAPIAN_NOEXCEPT;

/// A term of a document: a piece of `term_bytes`, and of `positions`. A term that stands there twice is joined.
typedef struct cxapian_term {
  uint32_t offset;
  uint32_t length;
  uint32_t wdf;
  uint32_t first_position;
  uint32_t position_count;
} cxapian_term;

/// A value of a document: a piece of `value_bytes`.
typedef struct cxapian_value {
  uint32_t slot;
  uint32_t offset;
  uint32_t length;
} cxapian_value;

/// A document as the caller has packed it.
typedef struct cxapian_document {
  const uint8_t *term_bytes;
  size_t term_byte_count;
  const cxapian_term *terms;
  size_t term_count;
  const uint32_t *positions;
  size_t position_count;
  const uint8_t *value_bytes;
  size_t value_byte_count;
  const cxapian_value *values;
  size_t value_count;
  cxapian_bytes data;
} cxapian_document;

/// INVALID_ARGUMENT: an empty term, one longer than 245 bytes (zero bytes count twice), or pieces outside the buffers.
cxapian_status cxapian_writer_add(cxapian_writer *writer, const cxapian_document *document, uint32_t *number,
                                  cxapian_error **error) CXAPIAN_NOEXCEPT;
/// As above; document `number` is made if it isn't there.
cxapian_status cxapian_writer_replace(cxapian_writer *writer, uint32_t number, const cxapian_document *document,
                                      cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Replaces all documents that hold `term` by one, which keeps the lowest number; adds one where none holds it.
cxapian_status cxapian_writer_replace_term(cxapian_writer *writer, cxapian_bytes term,
                                           const cxapian_document *document, uint32_t *number,
                                           cxapian_error **error) CXAPIAN_NOEXCEPT;
/// DOC_NOT_FOUND.
cxapian_status cxapian_writer_delete(cxapian_writer *writer, uint32_t number, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Deletes all documents that hold `term`, or none. INVALID_ARGUMENT (empty term).
cxapian_status cxapian_writer_delete_term(cxapian_writer *writer, cxapian_bytes term, cxapian_error **error)
    CXAPIAN_NOEXCEPT;
/// An empty value removes the key. INVALID_ARGUMENT (empty or too long key).
cxapian_status cxapian_writer_set_metadata(cxapian_writer *writer, cxapian_bytes key, cxapian_bytes value,
                                           cxapian_error **error) CXAPIAN_NOEXCEPT;
cxapian_status cxapian_writer_add_synonym(cxapian_writer *writer, cxapian_bytes key, cxapian_bytes synonym,
                                          cxapian_error **error) CXAPIAN_NOEXCEPT;
cxapian_status cxapian_writer_remove_synonym(cxapian_writer *writer, cxapian_bytes key, cxapian_bytes synonym,
                                             cxapian_error **error) CXAPIAN_NOEXCEPT;
cxapian_status cxapian_writer_clear_synonyms(cxapian_writer *writer, cxapian_bytes key, cxapian_error **error)
    CXAPIAN_NOEXCEPT;

// MARK: Queries

typedef struct cxapian_query cxapian_query;

typedef enum cxapian_operator {
  CXAPIAN_AND,
  CXAPIAN_OR,
  CXAPIAN_AND_NOT,    // the first without the others
  CXAPIAN_XOR,
  CXAPIAN_AND_MAYBE,  // the first; the others only weigh
  CXAPIAN_FILTER,     // as AND, but only the first weighs
  CXAPIAN_NEAR,       // `parameter`: the window, that is the distance + 1
  CXAPIAN_PHRASE,     // `parameter`: the window
  CXAPIAN_ELITE_SET,  // `parameter`: how many
  CXAPIAN_SYNONYM,
  CXAPIAN_MAX,
} cxapian_operator;

cxapian_status cxapian_query_nothing(cxapian_query **query, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// The empty term matches all documents.
cxapian_status cxapian_query_term(cxapian_bytes term, uint32_t wqf, cxapian_query **query, cxapian_error **error)
    CXAPIAN_NOEXCEPT;
/// The parts are still the caller's. No part at all matches nothing. UNIMPLEMENTED: a part of NEAR or PHRASE that is
/// neither a term nor an OR of terms.
cxapian_status cxapian_query_combine(cxapian_operator operation, const cxapian_query *const *parts, size_t count,
                                     uint32_t parameter, cxapian_query **query, cxapian_error **error)
    CXAPIAN_NOEXCEPT;
/// All terms with a prefix, weighed as one. The search returns WILDCARD where there are more than `limit` (0: no
/// limit).
cxapian_status cxapian_query_wildcard(cxapian_bytes prefix, uint32_t limit, cxapian_query **query,
                                      cxapian_error **error) CXAPIAN_NOEXCEPT;
/// Documents whose value in a slot lies between two bounds, both included; NULL leaves a side open. Documents without a
/// value match only where both sides are open. Adds no weight.
cxapian_status cxapian_query_value(uint32_t slot, const cxapian_bytes *lower, const cxapian_bytes *upper,
                                   cxapian_query **query, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// INVALID_ARGUMENT: a negative factor.
cxapian_status cxapian_query_scale(const cxapian_query *part, double factor, cxapian_query **query,
                                   cxapian_error **error) CXAPIAN_NOEXCEPT;
/// The given documents, strictly ascending, without weight; local databases only (UNIMPLEMENTED on a remote one). The
/// numbers are those of `database`, which is kept open. INVALID_ARGUMENT: not ascending.
cxapian_status cxapian_query_documents(const cxapian_database *database, const uint32_t *documents, size_t count,
                                       cxapian_query **query, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// One string: Xapian's own notation of a query.
cxapian_status cxapian_query_describe(const cxapian_query *query, const cxapian_list **text, cxapian_error **error)
    CXAPIAN_NOEXCEPT;
void cxapian_query_free(cxapian_query *query) CXAPIAN_NOEXCEPT;

// MARK: Searching

/// A flag by which another thread stops a search, and a time at which it stops by itself. The only handle here that
/// may be used by several threads at once.
typedef struct cxapian_cancellation cxapian_cancellation;

/// NULL where there is no memory. `seconds` 0: no time.
cxapian_cancellation *cxapian_cancellation_new(double seconds) CXAPIAN_NOEXCEPT;
void cxapian_cancellation_set(cxapian_cancellation *cancellation) CXAPIAN_NOEXCEPT;
bool cxapian_cancellation_is_set(const cxapian_cancellation *cancellation) CXAPIAN_NOEXCEPT;
void cxapian_cancellation_free(cxapian_cancellation *cancellation) CXAPIAN_NOEXCEPT;

typedef enum cxapian_weighting {
  CXAPIAN_BOOLEAN,      // every match weighs 0
  CXAPIAN_BM25,         // parameters: k1 k2 k3 b min_normlen
  CXAPIAN_BM25_PLUS,    // parameters: k1 k2 k3 b min_normlen delta
  CXAPIAN_COORDINATION, // how many terms match
  CXAPIAN_TRADITIONAL,  // parameters: k
  CXAPIAN_PL2,          // parameters: c
  CXAPIAN_DPH,
} cxapian_weighting;

typedef enum cxapian_order {
  CXAPIAN_BY_RELEVANCE,
  CXAPIAN_BY_VALUE,
  CXAPIAN_BY_VALUE_THEN_RELEVANCE,
  CXAPIAN_BY_RELEVANCE_THEN_VALUE,
} cxapian_order;

/// Called for each matching document in the order of their numbers, before any are collapsed; false stops the search with INTERRUPTED.
typedef bool (*cxapian_visit)(void *context, uint32_t document, double weight);

typedef struct cxapian_search {
  const cxapian_query *query;
  uint32_t offset;
  uint32_t limit;
  uint32_t check_at_least;  // counts up to this many matches exactly
  cxapian_weighting weighting;
  double parameters[6];
  cxapian_order order;
  uint32_t order_slot;
  bool descending_value;
  bool descending_document;  // among equals the highest number first
  uint32_t collapse_slot;
  uint32_t collapse_limit;  // hits that share a value in the slot; 0: no collapsing
  double least_weight;      // hits that weigh less are left out
  const uint32_t *count_slots;  // slots whose values are counted over all matches
  size_t count_slot_count;
  bool collect;     // all matching documents
  bool fetch_data;  // the data of each hit, which saves a remote database a journey a hit
  double time_limit;  // seconds after which counting stops (`check_at_least` is given up); 0: none
  const cxapian_cancellation *cancellation;  // may be NULL; of no effect if a database is remote
  cxapian_visit visit;                       // may be NULL; a single local database only
  void *visit_context;
} cxapian_search;

typedef struct cxapian_hit {
  uint32_t document;
  uint32_t collapse_count;  // at least so many more share the collapse key; 0 says nothing
  double weight;
} cxapian_hit;

typedef struct cxapian_page {
  const cxapian_hit *hits;
  size_t hit_count;
  uint32_t lower_bound;
  uint32_t estimate;
  uint32_t upper_bound;
  uint32_t uncollapsed_estimate;
  double greatest_weight;  // of any hit
  /// Three strings a hit, in the layout of `cxapian_list`: sort key, collapse key, data. Empty where not asked for.
  const uint8_t *bytes;
  const size_t *ends;
  /// One list a counted slot: values in the order of their bytes, with their counts. `totals` says how many matches
  /// each saw, those without a value included.
  const cxapian_list *counts;
  const uint32_t *totals;
  size_t count_count;
  /// All matching documents, ascending, if asked for.
  const uint32_t *matches;
  size_t match_count;
} cxapian_page;

/// WILDCARD, UNIMPLEMENTED (what remote databases can't do), INVALID_ARGUMENT, INTERRUPTED.
cxapian_status cxapian_database_search(const cxapian_database *database, const cxapian_search *search,
                                       const cxapian_page **page, cxapian_error **error) CXAPIAN_NOEXCEPT;
void cxapian_page_free(const cxapian_page *page) CXAPIAN_NOEXCEPT;

/// Numbers: all documents that a query matches, found by walking posting lists without weighing anything; only those of
/// `among`, which ascend, unless it is NULL. `*walked` is false, and there is no list, if the query has a part that no
/// posting list stands for.
cxapian_status cxapian_database_walk(const cxapian_database *database, const cxapian_query *query,
                                     const uint32_t *among, size_t count, bool *walked,
                                     const cxapian_list **documents, cxapian_error **error) CXAPIAN_NOEXCEPT;

/// Strings: at most `limit` terms that tell the given documents from the rest, best first, with their weights. Only
/// terms with the prefix (and, for the empty prefix, all). Terms of `query` (may be NULL) are left out.
cxapian_status cxapian_database_expand(const cxapian_database *database, const cxapian_query *query,
                                       const uint32_t *documents, size_t count, cxapian_bytes prefix, size_t limit,
                                       const cxapian_list **terms, cxapian_error **error) CXAPIAN_NOEXCEPT;

// MARK: Merging and checking

typedef enum cxapian_compaction {
  CXAPIAN_STANDARD,
  CXAPIAN_FULL,
  CXAPIAN_FULLER,
} cxapian_compaction;

typedef struct cxapian_merge_options {
  cxapian_compaction level;
  bool keep_numbers;  // INVALID_OPERATION where the numbers of two sources overlap
  bool multipass;     // merges postings in several passes: faster for many sources, more room on disk
  uint32_t block_size;
  cxapian_bytes joined_metadata;  // a prefix of keys; empty: none
} cxapian_merge_options;

/// Merges local databases into a new one at `target`. Documents keep their order: those of the first source come first.
/// Of metadata under one key the first source's stays; under a key that begins with `joined_metadata` the values of all
/// are put behind one another. DATABASE_NOT_FOUND, DATABASE_OPENING, INVALID_ARGUMENT, INVALID_OPERATION.
cxapian_status cxapian_merge(const cxapian_bytes *sources, size_t count, cxapian_bytes target,
                             const cxapian_merge_options *options, cxapian_error **error) CXAPIAN_NOEXCEPT;
/// `*problems`: how many; one string: what Xapian reports about all tables, line by line.
cxapian_status cxapian_check(cxapian_bytes path, size_t *problems, const cxapian_list **report, cxapian_error **error)
    CXAPIAN_NOEXCEPT;

// MARK: Stemming

typedef struct cxapian_stemmer cxapian_stemmer;

/// INVALID_ARGUMENT: no such language.
cxapian_status cxapian_stemmer_new(cxapian_bytes language, cxapian_stemmer **stemmer, cxapian_error **error)
    CXAPIAN_NOEXCEPT;
/// The stem belongs to the stemmer and is valid until the next call.
cxapian_status cxapian_stemmer_stem(cxapian_stemmer *stemmer, cxapian_bytes word, cxapian_bytes *stem,
                                    cxapian_error **error) CXAPIAN_NOEXCEPT;
/// One string: the names, parted by spaces.
cxapian_status cxapian_stemmer_languages(const cxapian_list **languages, cxapian_error **error) CXAPIAN_NOEXCEPT;
void cxapian_stemmer_free(cxapian_stemmer *stemmer) CXAPIAN_NOEXCEPT;

/// Xapian's version, such as "1.4.22".
const char *cxapian_version(void) CXAPIAN_NOEXCEPT;

#ifdef __cplusplus
}
#endif
#endif
