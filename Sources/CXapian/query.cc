// Queries, built from the leaves up.
#include <memory>
#include <vector>

#include "guard.hh"
#include "handles.hh"
#include "list.hh"
#include "posting_source.hh"

using cxapian::guarded;
using Xapian::Query;

namespace {

Query::op xapianOperator(cxapian_operator operation) {
  switch (operation) {
    case CXAPIAN_AND: return Query::OP_AND;
    case CXAPIAN_OR: return Query::OP_OR;
    case CXAPIAN_AND_NOT: return Query::OP_AND_NOT;
    case CXAPIAN_XOR: return Query::OP_XOR;
    case CXAPIAN_AND_MAYBE: return Query::OP_AND_MAYBE;
    case CXAPIAN_FILTER: return Query::OP_FILTER;
    case CXAPIAN_NEAR: return Query::OP_NEAR;
    case CXAPIAN_PHRASE: return Query::OP_PHRASE;
    case CXAPIAN_ELITE_SET: return Query::OP_ELITE_SET;
    case CXAPIAN_SYNONYM: return Query::OP_SYNONYM;
    case CXAPIAN_MAX: return Query::OP_MAX;
  }
  throw Xapian::InvalidArgumentError("no such operator");
}

bool isTermOrNothing(const Query &query) {
  return query.get_type() == Query::LEAF_TERM || query.get_type() == Query::LEAF_MATCH_NOTHING;
}

// Xapian 1.4 places only terms and ORs of terms. What else it is given it refuses late, while it searches, or takes
// without looking at positions.
bool hasPositions(const Query &query) {
  if (isTermOrNothing(query)) return true;
  if (query.get_type() != Query::OP_OR) return false;
  for (size_t i = 0; i < query.get_num_subqueries(); ++i)
    if (!isTermOrNothing(query.get_subquery(i))) return false;
  return true;
}

void give(Query query, cxapian_query **result) { *result = new cxapian_query{std::move(query)}; }

}  // namespace

cxapian_status cxapian_query_nothing(cxapian_query **query, cxapian_error **error) noexcept {
  return guarded(error, [&] { give(Query(), query); });
}

// The empty term is Xapian's match-all. Its ready-made Query::MatchAll is shared, and its count of references isn't
// safe across threads.
cxapian_status cxapian_query_term(cxapian_bytes term, uint32_t wqf, cxapian_query **query,
                                  cxapian_error **error) noexcept {
  return guarded(error, [&] { give(Query(cxapian::string(term), wqf), query); });
}

cxapian_status cxapian_query_combine(cxapian_operator operation, const cxapian_query *const *parts, size_t count,
                                     uint32_t parameter, cxapian_query **query, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    const Query::op op = xapianOperator(operation);
    std::vector<Query> queries;
    queries.reserve(count);
    for (size_t i = 0; i < count; ++i) {
      if ((op == Query::OP_NEAR || op == Query::OP_PHRASE) && !hasPositions(parts[i]->query))
        throw Xapian::UnimplementedError("NEAR and PHRASE take only terms and ORs of terms, not " +
                                         parts[i]->query.get_description());
      queries.push_back(parts[i]->query);
    }
    give(Query(op, queries.begin(), queries.end(), parameter), query);
  });
}

cxapian_status cxapian_query_wildcard(cxapian_bytes prefix, uint32_t limit, cxapian_query **query,
                                      cxapian_error **error) noexcept {
  return guarded(error, [&] { give(Query(Query::OP_WILDCARD, cxapian::string(prefix), limit), query); });
}

cxapian_status cxapian_query_value(uint32_t slot, const cxapian_bytes *lower, const cxapian_bytes *upper,
                                   cxapian_query **query, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    if (lower && upper) {
      give(Query(Query::OP_VALUE_RANGE, slot, cxapian::string(*lower), cxapian::string(*upper)), query);
    } else if (lower) {
      give(Query(Query::OP_VALUE_GE, slot, cxapian::string(*lower)), query);
    } else if (upper) {
      give(Query(Query::OP_VALUE_LE, slot, cxapian::string(*upper)), query);
    } else {
      give(Query(std::string()), query);
    }
  });
}

cxapian_status cxapian_query_scale(const cxapian_query *part, double factor, cxapian_query **query,
                                   cxapian_error **error) noexcept {
  return guarded(error, [&] { give(Query(factor, part->query), query); });
}

cxapian_status cxapian_query_documents(const cxapian_database *database, const uint32_t *documents, size_t count,
                                       cxapian_query **query, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    if (count == 0) return give(Query(), query);
    auto source = std::make_unique<cxapian::DocumentsSource>(database->database, documents, count);
    give(Query(source.release()->release()), query);
  });
}

cxapian_status cxapian_query_describe(const cxapian_query *query, const cxapian_list **text,
                                      cxapian_error **error) noexcept {
  return guarded(error, [&] { cxapian::give(query->query.get_description(), text); });
}

void cxapian_query_free(cxapian_query *query) noexcept { delete query; }
