// Queries of plain terms answered by walking posting lists.
//
// The matcher weighs, sorts and counts; a facet count over many matches needs none of that. A walk visits the same
// documents many times faster, and skips through long lists where a short one leads.
#include <algorithm>
#include <memory>

#include "guard.hh"
#include "handles.hh"
#include "list.hh"

using cxapian::guarded;
using cxapian::List;
using Xapian::Query;

namespace {

using Documents = std::vector<uint32_t>;

bool isWalkable(const Query &query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
      return true;
    case Query::OP_AND:
    case Query::OP_OR:
    case Query::OP_AND_NOT:
    case Query::OP_FILTER:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
    case Query::OP_SCALE_WEIGHT:
    case Query::OP_AND_MAYBE: {
      for (size_t i = 0; i < query.get_num_subqueries(); ++i)
        if (!isWalkable(query.get_subquery(i))) return false;
      return true;
    }
    default:
      return false;
  }
}

std::string termOf(const Query &leaf) {
  return leaf.get_type() == Query::LEAF_MATCH_ALL ? std::string() : *leaf.get_terms_begin();
}

bool isLeaf(const Query &query) {
  return query.get_type() == Query::LEAF_TERM || query.get_type() == Query::LEAF_MATCH_ALL;
}

class Walk {
 public:
  explicit Walk(const cxapian_database &handle) : database(handle.database), lists(handle.postings) {
    lists.follow(database, handle.isWritten);
  }

  /// Those of some documents that a query matches.
  Documents among(Documents documents, const Query &query) const {
    keepMatches(documents, query);
    return documents;
  }

  Documents documents(const Query &query) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
      case Query::LEAF_MATCH_ALL: return postings(termOf(query));
      case Query::OP_AND:
      case Query::OP_FILTER: return intersection(query);
      case Query::OP_AND_NOT: return difference(query);
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_MAYBE: return documents(query.get_subquery(0));
      case Query::LEAF_MATCH_NOTHING: return {};
      default: return unionOfParts(query);
    }
  }

 private:
  Documents postings(const std::string &term) const { return lists.all(database, term)->documents; }

  Xapian::doccount frequency(const std::string &term) const {
    return lists.frequency(database, term);
  }

  /// At most how many documents a part has; good enough to begin with the shortest.
  size_t bound(const Query &query) const {
    switch (query.get_type()) {
      case Query::LEAF_TERM:
      case Query::LEAF_MATCH_ALL: return frequency(termOf(query));
      case Query::LEAF_MATCH_NOTHING: return 0;
      case Query::OP_AND_NOT:
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_MAYBE: return bound(query.get_subquery(0));
      default: break;
    }
    const bool narrowing = query.get_type() == Query::OP_AND || query.get_type() == Query::OP_FILTER;
    size_t result = narrowing ? SIZE_MAX : 0;
    for (size_t i = 0; i < query.get_num_subqueries(); ++i) {
      const size_t part = bound(query.get_subquery(i));
      result = narrowing ? std::min(result, part) : result + part;
    }
    return result;
  }

  Documents intersection(const Query &query) const {
    std::vector<std::pair<size_t, Query>> parts;
    for (size_t i = 0; i < query.get_num_subqueries(); ++i)
      parts.emplace_back(bound(query.get_subquery(i)), query.get_subquery(i));
    std::sort(parts.begin(), parts.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    Documents result = documents(parts.front().second);
    for (size_t i = 1; i < parts.size() && !result.empty(); ++i) keep(result, parts[i].second, true);
    return result;
  }

  Documents difference(const Query &query) const {
    Documents result = documents(query.get_subquery(0));
    for (size_t i = 1; i < query.get_num_subqueries() && !result.empty(); ++i)
      keep(result, query.get_subquery(i), false);
    return result;
  }

  void keepMatches(Documents &result, const Query &query) const {
    const auto type = query.get_type();
    if (type != Query::OP_AND && type != Query::OP_FILTER && type != Query::OP_AND_NOT) return keep(result, query, true);
    for (size_t i = 0; i < query.get_num_subqueries() && !result.empty(); ++i)
      if (i > 0 && type == Query::OP_AND_NOT)
        keep(result, query.get_subquery(i), false);
      else
        keepMatches(result, query.get_subquery(i));
  }

  /// Keeps the documents that a part has (or hasn't).
  void keep(Documents &result, const Query &part, bool present) const {
    std::vector<char> found(result.size(), 0);
    mark(result, part, found);
    size_t kept = 0;
    for (size_t i = 0; i < result.size(); ++i)
      if ((found[i] != 0) == present) result[kept++] = result[i];
    result.resize(kept);
  }

  /// Notes which of some documents a part has. The lists of alternatives are looked through one after another: making
  /// one of them first would look at every document that has any.
  void mark(const Documents &documents, const Query &part, std::vector<char> &found) const {
    if (isLeaf(part)) return markPostings(documents, termOf(part), found);
    switch (part.get_type()) {
      case Query::OP_OR:
      case Query::OP_SYNONYM:
      case Query::OP_MAX:
        for (size_t i = 0; i < part.get_num_subqueries(); ++i) mark(documents, part.get_subquery(i), found);
        return;
      case Query::OP_SCALE_WEIGHT:
      case Query::OP_AND_MAYBE: return mark(documents, part.get_subquery(0), found);
      case Query::LEAF_MATCH_NOTHING: return;
      default: break;
    }
    const Documents others = this->documents(part);
    auto position = others.begin();
    for (size_t i = 0; i < documents.size(); ++i) {
      position = std::lower_bound(position, others.end(), documents[i]);
      if (position != others.end() && *position == documents[i]) found[i] = 1;
    }
  }

  void markPostings(const Documents &documents, const std::string &term, std::vector<char> &found) const {
    lists.meet(database, term, documents.data(), documents.size(), [&](size_t i, uint32_t) { found[i] = 1; });
  }

  Documents unionOfParts(const Query &query) const {
    std::vector<Documents> lists;
    for (size_t i = 0; i < query.get_num_subqueries(); ++i) lists.push_back(documents(query.get_subquery(i)));
    // Pairwise, so that every document moves only log(n) times.
    while (lists.size() > 1) {
      std::vector<Documents> halves;
      for (size_t i = 0; i + 1 < lists.size(); i += 2) {
        Documents both;
        both.reserve(lists[i].size() + lists[i + 1].size());
        std::set_union(lists[i].begin(), lists[i].end(), lists[i + 1].begin(), lists[i + 1].end(),
                       std::back_inserter(both));
        halves.push_back(std::move(both));
      }
      if (lists.size() % 2 == 1) halves.push_back(std::move(lists.back()));
      lists = std::move(halves);
    }
    return lists.empty() ? Documents() : std::move(lists.front());
  }

  const Xapian::Database &database;
  cxapian::PostingLists &lists;
};

}  // namespace

cxapian_status cxapian_database_walk(const cxapian_database *database, const cxapian_query *query,
                                     const uint32_t *among, size_t count, bool *walked,
                                     const cxapian_list **documents, cxapian_error **error) noexcept {
  return guarded(error, [&] {
    *walked = isWalkable(query->query);
    if (!*walked) return;
    const Walk walk(*database);
    auto list = std::make_unique<List>();
    list->numbers_ = among ? walk.among(Documents(among, among + count), query->query) : walk.documents(query->query);
    cxapian::give(std::move(list), documents);
  });
}
